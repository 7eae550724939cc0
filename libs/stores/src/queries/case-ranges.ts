import { neverDue, type CaseFilter, type CaseSort } from '@safeconduct/engine';
import { sql } from 'kysely';
import { codeOfName, codesOfNames, keptInstant } from './codes.js';
import type { Condition } from './key-query.js';

/** A period that a list is narrowed to, in milliseconds: from the first, and before the second. */
export interface CaseRange {
  /** The order in which an index has it. */
  readonly by: Extract<CaseSort, 'due' | 'since' | 'updated'>;
  readonly from?: number;
  readonly before?: number;
}

const columns = { due: 'due_order', since: 'state_since', updated: 'recorded_at' } as const;

/** The periods of a filter. A case without a due date is in no period of due dates. */
export function rangesOf(filter: CaseFilter): readonly CaseRange[] {
  const { dueFrom, dueBefore, sinceFrom, sinceBefore, updatedFrom } = filter;
  const found: CaseRange[] = [];
  if (dueFrom !== undefined || dueBefore !== undefined) {
    const before = keptInstant(dueBefore ?? neverDue);
    found.push({ by: 'due', ...(dueFrom !== undefined && { from: keptInstant(dueFrom) }), before });
  }
  if (sinceFrom !== undefined || sinceBefore !== undefined)
    found.push({
      by: 'since',
      ...(sinceFrom !== undefined && { from: keptInstant(sinceFrom) }),
      ...(sinceBefore !== undefined && { before: keptInstant(sinceBefore) }),
    });
  if (updatedFrom !== undefined) found.push({ by: 'updated', from: keptInstant(updatedFrom) });
  return found;
}

/**
 * Whether a row is in a period.
 * @param isEntered  an index is entered by it; otherwise it is written as an expression, so that none is
 */
export function isInRange({ by, from, before }: CaseRange, isEntered: boolean): Condition {
  const column = sql.ref(`case_list.${columns[by]}`);
  const value = isEntered ? column : sql`(${column} + 0)`;
  return sql.join(
    [
      ...(from === undefined ? [] : [sql`${value} >= ${from}`]),
      ...(before === undefined ? [] : [sql`${value} < ${before}`]),
    ],
    sql` and `,
  );
}

/** What an index is entered by: some cells, of one officer, in a period. */
export interface Entry {
  readonly cells: readonly string[];
  readonly assignee?: string | null | undefined;
  readonly range?: CaseRange | undefined;
}

/**
 * A statement that selects the number of each case in it that fulfils further conditions, and columns; an index alone
 * answers it where it has these.
 */
export function casesEntered(
  { cells, assignee, range }: Entry,
  conditions: readonly Condition[],
  columns: readonly ('cell' | 'assignee')[] = ['cell', 'assignee'],
): Condition {
  const all = [
    sql`case_list.cell in ${codesOfNames(cells)}`,
    ...(assignee === undefined ? [] : [sql`case_list.assignee = ${codeOfName(assignee ?? '')}`]),
    ...(range === undefined ? [] : [isInRange(range, true)]),
    ...conditions,
  ];
  const selected = columns.map((name) => sql`, ${sql.ref(`case_list.${name}`)}`);
  return sql`select case_list.case_id as code${sql.join(selected, sql``)} from ${sql.table('case_list')}
    where ${sql.join(all, sql` and `)}`;
}
