import { readCell, type Moment, type PastCaseFilter } from '@safeconduct/engine';
import { isDeepStrictEqual } from 'node:util';
import { cellsAt, positionAt } from '../../queries/ledger-counters.js';
import type { Db } from '../../queries/view-tables.js';
import { casesFoundBy, rarestWord } from './case-words.js';
import { candidatesMax } from './key-query.js';

interface Wanted {
  readonly filter: PastCaseFilter;
  readonly moment: Moment;
}

/**
 * A small set of cases that contains every case of a past list: those found by a word, or all that were in a
 * state. The ledger has the count of that state, so its cases are searched backwards from the moment until
 * all are found. `undefined` when there are many.
 */
export async function candidatesAt(
  db: Db,
  { filter, moment }: Wanted,
  most: number | undefined,
): Promise<readonly string[] | undefined> {
  if (filter.caseId !== undefined) return [filter.caseId];
  const limit = most ?? (await candidateLimit(db));
  const rare = await rarestWord(db, filter.words ?? [], limit);
  if (rare !== undefined) return casesFoundBy(db, rare);
  const counts = await countsAt(db, { filter, moment });
  if (sum(counts) > limit) return undefined;
  const found: string[] = [];
  for (const [leaf, count] of counts) found.push(...(await casesIn(db, { filter, moment, leaf, count })));
  // An event with an earlier time may have been recorded meanwhile. Then all cases are candidates.
  return isDeepStrictEqual(counts, await countsAt(db, { filter, moment })) ? found : undefined;
}

/**
 * The fewer cases match, the longer is the index walk to a page of them. The costs of both ways are equal
 * near the square root of the number of cases.
 */
async function candidateLimit(db: Db): Promise<number> {
  const { cases } = await db
    .selectFrom('case_cell')
    .select((row) => row.fn.sum<number | string | null>('cases').as('cases'))
    .executeTakeFirstOrThrow();
  return Math.min(candidatesMax, Math.ceil(10 * Math.sqrt(Number(cases))));
}

/** How many cases that fit were in each innermost state. */
async function countsAt(db: Db, { filter, moment }: Wanted): Promise<ReadonlyMap<string, number>> {
  const workflows = await db.selectFrom('case_cell').select('workflow').distinct().execute();
  const counts = new Map<string, number>();
  for (const { workflow } of workflows) {
    if (filter.workflow !== undefined && filter.workflow !== workflow) continue;
    for (const [cell, count] of await cellsAt(db, workflow, moment)) {
      const { leaf, place, outcome } = readCell(cell);
      if (filter.state !== undefined && leaf !== filter.state && !leaf.startsWith(`${filter.state}.`))
        continue;
      if (filter.place !== undefined && filter.place !== place) continue;
      if (filter.outcome !== undefined && filter.outcome !== outcome) continue;
      counts.set(leaf, (counts.get(leaf) ?? 0) + count);
    }
  }
  return counts;
}

/** The cases that were in a state, of which there are `count`; the search ends with the last of them. */
async function casesIn(
  db: Db,
  { filter, moment: { at, clock }, leaf, count }: Wanted & { readonly leaf: string; readonly count: number },
): Promise<readonly string[]> {
  const ended = `${clock}_until` as const;
  let query = db
    .selectFrom('stay')
    .select('case_id')
    .where('leaf', '=', leaf)
    .where(`${clock}_from`, '<=', at)
    .where((row) => row.or([row(ended, 'is', null), row(ended, '>', at)]))
    .orderBy(clock === 'occurred' ? 'occurred_from' : 'position', 'desc')
    .limit(count);
  if (clock === 'recorded') query = query.where('position', '<=', Number(await positionAt(db, at)));
  if (filter.workflow !== undefined) query = query.where('workflow', '=', filter.workflow);
  if (filter.place !== undefined) query = query.where('place', '=', filter.place);
  if (filter.outcome !== undefined) query = query.where('outcome', '=', filter.outcome);
  return (await query.execute()).map((row) => row.case_id);
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
