import {
  epochMsOf,
  instantOf,
  tagText,
  type AskedLeaves,
  type AskedTags,
  type Instant,
} from '@safeconduct/engine';
import { sql, type RawBuilder } from 'kysely';

/** Tables are named by `sql.table`, because a database may have the views in a schema of their own. */
const [knownName, knownCase] = [sql.table('known_name'), sql.table('known_case')];

/**
 * Between texts and the numbers that rows have instead. A statement translates for itself, so its answer is of one
 * committed state, also when the file was made again in between. A text without a number is in no row, and no column
 * equals it.
 */

/** The number of a name. */
export const codeOfName = (text: string): RawBuilder<number> =>
  sql<number>`(select code from ${knownName} where text = ${text})`;

/** The numbers of some names, for `in`. */
export const codesOfNames = (texts: readonly string[]): RawBuilder<number> =>
  sql<number>`(select code from ${knownName} where text in (${sql.join(texts)}))`;

/** The name behind a column. One that is called `code` or `text` is given with its table. */
export const nameIn = <Name extends string | null = string>(column: string): RawBuilder<Name> =>
  sql<Name>`(select text from ${knownName} where code = ${sql.ref(column)})`;

/** The number of a case. */
export const codeOfCase = (caseId: string): RawBuilder<number> =>
  sql<number>`(select code from ${knownCase} where text = ${caseId})`;

/** The numbers of some cases, for `in`. */
export const codesOfCases = (caseIds: readonly string[]): RawBuilder<number> =>
  sql<number>`(select code from ${knownCase} where text in (${sql.join(caseIds)}))`;

/** The id of the case behind a column. */
export const caseIdIn = (column: string): RawBuilder<string> =>
  sql<string>`(select text from ${knownCase} where code = ${sql.ref(column)})`;

/** The numbers of all cells that a workflow has had, for `in`. A cell begins with its workflow and a bar. */
export const cellsOfWorkflow = (workflow: string): RawBuilder<number> =>
  sql<number>`(select code from ${knownName} where text > ${`${workflow}|`} and text < ${`${workflow}}`})`;

/** The numbers of all cells of an innermost state, for `in`. It is the second part of a cell. */
export const cellsOfLeaf = (workflow: string, leaf: string): RawBuilder<number> =>
  sql<number>`(select code from ${knownName}
    where text >= ${`${workflow}|${leaf}|`} and text < ${`${workflow}|${leaf}}`})`;

/** Each innermost state with its workflow, workflow first. */
export const eachLeaf = (asked: AskedLeaves): readonly (readonly [string, string])[] =>
  Object.entries(asked).flatMap(([workflow, leaves]) => leaves.map((leaf) => [workflow, leaf] as const));

/** The tags that are asked for, as cells have them; of each list one is needed. */
export const tagTexts = (tags: AskedTags): readonly (readonly string[])[] =>
  Object.entries(tags).map(([name, codes]) => codes.map((code) => tagText(name, code)));

/** What is kept of an instant, and back. */
export const keptInstant = (instant: Instant): number => epochMsOf(instant);
export const toldInstant = (kept: number): Instant => instantOf(kept);
