import type {
  assignedCells,
  caseCells,
  caseList,
  caseSearch,
  caseWords,
  deadlines,
  ledger,
  proposals,
  refusals,
  rulesNotKept,
  stays,
  TableDefinition,
  timeline,
  timelineCounts,
} from '@safeconduct/engine';
import type { Kysely } from 'kysely';

type Table =
  | typeof caseList
  | typeof caseCells
  | typeof assignedCells
  | typeof caseWords
  | typeof caseSearch
  | typeof deadlines
  | typeof timeline
  | typeof timelineCounts
  | typeof rulesNotKept
  | typeof refusals
  | typeof proposals
  | typeof stays
  | typeof ledger;

/** What a SQL database keeps in a column: a number for a name, for the id of a case (`codes.ts`), and for an instant. */
interface KeptValueOf {
  readonly text: string;
  readonly 'text?': string | null;
  readonly integer: number;
  readonly 'integer?': number | null;
  readonly name: number;
  readonly 'name?': number | null;
  readonly case: number;
  readonly instant: number;
  readonly 'instant?': number | null;
}

export type KeptRow<One extends TableDefinition> = {
  readonly [Name in keyof One['columns']]: KeptValueOf[One['columns'][Name]];
};

/** Texts and their numbers. */
export interface KnownTexts {
  readonly code: number;
  readonly text: string;
}

/** The tables that queries can name, as the projections define them, and the dictionaries. */
export type ViewTables = { readonly [One in Table as One['name']]: KeptRow<One> } & {
  readonly known_name: KnownTexts;
  readonly known_case: KnownTexts;
};

/** Typed reads of the live generations. It is not used to write. */
export type Db = Kysely<ViewTables>;
