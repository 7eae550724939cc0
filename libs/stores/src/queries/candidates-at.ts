import { isInFilter, readCaseCell, type Moment, type PastCaseFilter } from '@safeconduct/engine';
import { isDeepStrictEqual } from 'node:util';
import { caseIdIn, codeOfName, nameIn } from './codes.js';
import { cellsAt } from './ledger-counters.js';
import { beganBy, boundOf, lastsAt } from './stays-at.js';
import type { Db } from './view-tables.js';
import { casesFoundBy, rarestWord } from './case-words.js';
import { listLimits } from './key-query.js';

export interface Wanted {
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
  if (filter.caseIds !== undefined) return filter.caseIds;
  const limit = most ?? (await candidateLimit(db));
  const rare = await rarestWord(db, filter.words ?? [], limit);
  if (rare !== undefined) return casesFoundBy(db, rare);
  const counts = await countsAt(db, { filter, moment });
  if (sum(counts) > limit) return undefined;
  const found: string[] = [];
  for (const [cell, count] of counts) found.push(...(await casesIn(db, { moment, cell, count })));
  // An event with an earlier time may have been recorded meanwhile. Then no case is left out: all are looked at.
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
  return Math.min(listLimits.candidatesMax, Math.ceil(10 * Math.sqrt(Number(cases))));
}

/** How many cases were in each cell that fits. */
export async function countsAt(db: Db, { filter, moment }: Wanted): Promise<ReadonlyMap<string, number>> {
  const cells = await db.selectFrom('case_cell').select(nameIn('cell').as('cell')).execute();
  const counts = new Map<string, number>();
  for (const workflow of new Set(cells.map(({ cell }) => readCaseCell(cell).workflow))) {
    if (filter.workflow !== undefined && filter.workflow !== workflow) continue;
    for (const [cell, count] of await cellsAt(db, workflow, moment))
      if (isInFilter(readCaseCell(cell), filter)) counts.set(cell, count);
  }
  return counts;
}

interface InCell {
  readonly moment: Moment;
  readonly cell: string;
  readonly count: number;
}

/** The cases that were in a cell, of which there are `count`; the search ends with the last of them. */
async function casesIn(db: Db, { moment, cell, count }: InCell): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('stay')
    .select(caseIdIn('case_id').as('case_id'))
    .where('cell', '=', codeOfName(cell))
    .where(lastsAt('stay', moment.clock, await boundOf(db, moment)))
    .orderBy(beganBy[moment.clock], 'desc')
    .limit(count)
    .execute();
  return rows.map((row) => row.case_id);
}

const sum = (counts: ReadonlyMap<string, number>): number =>
  [...counts.values()].reduce((total, count) => total + count, 0);
