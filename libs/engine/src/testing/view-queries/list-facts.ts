import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import {
  caseSorts,
  type CaseCursor,
  type CaseFilter,
  type CaseOrder,
  type DeadlineCursor,
  type InboxFilter,
  type InboxItem,
} from '../../ports/view-queries.js';
import type { RowOf, ViewStore } from '../../ports/view-store.js';
import { readCaseCell } from '../../projections/case-cell.js';
import { deadlines } from '../../projections/cases.js';
import { questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { fillCases, type MadeCase } from './made-log.js';
import { caseRowsOf, isFoundBy, searched, type CaseRow } from './searched.js';

const casesTotal = 600;
const seed = Date.now() % 1_000_000;
const names = ['Ahmad Iyad', 'Omar al-Faris', 'Ibrahim Zaid', 'Huda Ahmad', 'Basil Omar'];
const arabic = ['أحمد إياد', 'عمر الفارس', 'إبراهيم زيد', 'هدى أحمد', 'باسل عمر'];
const leaves = Array.from({ length: 15 }, (_, n) => `state${n % 4}.leaf${n}`);
const places = ['NORTH', 'SOUTH', undefined];
const tags = ['size=large', 'size=small', 'size=small;wish=stay', 'wish=go', 'wish=stay', undefined];
const searches = [
  'ahmad',
  'احمد',
  'faris omar',
  'iya',
  'هدي',
  'R-1',
  'nobody',
  'a',
  'huda ahmad',
  'basil iyad',
];

let state = seed;
/** Linear congruential: good enough to mix rows and questions. */
const below = (count: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state % count;
};
const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;

/** A case with one event, in any state, place and hand. */
function madeCase(_: unknown, index: number): MadeCase {
  const at = `2025-01-${String(below(28) + 1).padStart(2, '0')}T00:00:00.000Z`;
  const person = below(names.length);
  const place = pick(places);
  const tagged = pick(tags);
  return {
    caseId: `${String(below(1_000_000)).padStart(6, '0')}-${index}`,
    reference: `R-${below(1_000_000)}`,
    latin: names[person] ?? '',
    arabic: arabic[person] ?? '',
    at,
    metadata: {
      state: pick(leaves),
      assignee: `clerk-${below(5)}`,
      ...(place !== undefined && { place }),
      ...(tagged !== undefined && { tags: tagged }),
      ...(below(3) > 0 && { due: JSON.stringify({ answer: at }) }),
    },
  };
}

const askedTags = [
  { size: ['small'] },
  { size: ['small', 'large'] },
  { wish: ['stay'], size: ['small'] },
  { wish: ['none'] },
];

const columns = {
  reference: 'reference',
  due: 'due_order',
  since: 'state_since',
  updated: 'position',
} as const;

/** The same list, by looking at every row. */
function naive(
  rows: readonly CaseRow[],
  filter: CaseFilter,
  { by, descending }: CaseOrder,
): readonly string[] {
  const kept = rows.filter((row) => {
    const { leaf, place, tags: recorded } = readCaseCell(row.cell);
    const has = ([name, codes]: readonly [string, readonly string[]]) =>
      recorded.split(';').some((tag) => codes.some((code) => tag === `${name}=${code}`));
    return (
      (filter.state === undefined || leaf === filter.state || leaf.startsWith(`${filter.state}.`)) &&
      (filter.place === undefined || place === filter.place) &&
      Object.entries(filter.tags ?? {}).every(has) &&
      (filter.assignee === undefined || row.assignee === filter.assignee) &&
      (filter.dueBefore === undefined || row.due_order < filter.dueBefore) &&
      (filter.words ?? []).every((word) => isFoundBy(row, word))
    );
  });
  const sign = descending ? -1 : 1;
  const compareKeys = (left: string | number, right: string | number) =>
    typeof left === 'number' ? left - Number(right) : compareText(left, String(right));
  return kept
    .toSorted(
      (left, right) =>
        sign *
        (compareKeys(left[columns[by]], right[columns[by]]) || compareText(left.case_id, right.case_id)),
    )
    .map((row) => row.case_id);
}

async function paged(
  { queries }: ViewStore,
  filter: CaseFilter,
  { order, limit }: { readonly order: CaseOrder; readonly limit: number },
): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let after: CaseCursor | undefined; ;) {
    const page = await queries.listCases({ filter, limit, after, order });
    seen.push(...page.cases.map(({ caseId }) => caseId));
    if (page.next === null) return seen;
    after = page.next;
  }
}

/** The list of cases and the inbox, judged by looking at every row. */
export function listFacts(adapter: ViewQueriesAdapter): void {
  const questions = Array.from({ length: questionsFor(adapter, 300) }, (_, n) => n);
  let views: ViewStore;
  let rows: readonly CaseRow[];

  beforeAll(async () => {
    views = await adapter.openViews();
    await fillCases(views, Array.from({ length: casesTotal }, madeCase));
    rows = await caseRowsOf(views);
  });
  afterAll(() => views.close());

  describe(`the inbox (seed ${seed})`, () => {
    it.each([
      {},
      { assignee: 'clerk-1' },
      { assignee: 'nobody' },
      { role: 'clerk' },
      { dueBefore: '2025-01-15T00:00:00.000Z' },
    ])(
      'of %j has every deadline of those cases, the most urgent first, page by page',
      async (filter: InboxFilter) => {
        const all = (await views.scan(deadlines, { limit: casesTotal })) as readonly RowOf<
          typeof deadlines
        >[];
        const assignees = new Map(rows.map((row) => [row.case_id, row.assignee]));
        const wanted = all
          .filter(
            ({ case_id: id, role, due_at: due }) =>
              (filter.assignee === undefined || assignees.get(id) === filter.assignee) &&
              (filter.role === undefined || role === filter.role) &&
              (filter.dueBefore === undefined || due < filter.dueBefore),
          )
          .map(({ due_at: due, case_id: id }) => `${due} ${id}`)
          .sort(compareText);
        const now = '2025-01-10T00:00:00.000Z';
        const seen: InboxItem[] = [];
        for (let after: DeadlineCursor | undefined; ;) {
          const page = await views.queries.inbox({ filter, now, limit: 7, after });
          seen.push(...page);
          after = page.at(-1);
          if (after === undefined) break;
        }
        expect(seen.map(({ dueAt, caseId }) => `${dueAt} ${caseId}`)).toEqual(wanted);
        for (const { overdue, dueAt } of seen) expect(overdue).toBe(dueAt <= now);
      },
    );
  });

  describe(`passed deadlines (seed ${seed})`, () => {
    it('are all that are due by then, the oldest first, page by page', async () => {
      const now = '2025-01-10T00:00:00.000Z';
      const all = (await views.scan(deadlines, { limit: casesTotal })) as readonly RowOf<typeof deadlines>[];
      const wanted = all
        .filter(({ due_at: due }) => due <= now)
        .map(({ due_at: due, case_id: id }) => `${due} ${id}`)
        .sort(compareText);
      const seen: string[] = [];
      for (let after: DeadlineCursor | undefined; ;) {
        const page = await views.queries.passedDeadlines({ now, limit: 7, after });
        seen.push(...page.map(({ dueAt, caseId }) => `${dueAt} ${caseId}`));
        after = page.at(-1);
        if (after === undefined) break;
      }
      expect(seen).toEqual(wanted);
    });
  });

  describe(`the list of cases (seed ${seed})`, () => {
    it.each(questions)('is what looking at every row says, page by page: question %i', async () => {
      const filter: CaseFilter = {
        state: below(2) === 0 ? undefined : pick(['state1', 'state2', ...leaves]),
        place: below(3) === 0 ? pick(['NORTH', 'SOUTH', 'NOWHERE']) : undefined,
        tags: below(3) === 0 ? pick(askedTags) : undefined,
        assignee: below(4) === 0 ? `clerk-${below(6)}` : undefined,
        words: below(2) === 0 ? searched(pick(searches)) : undefined,
        dueBefore: below(6) === 0 ? '2025-01-15T00:00:00.000Z' : undefined,
      };
      const order = { by: pick(caseSorts), descending: below(2) === 0 };
      const limit = 5 + below(60);
      expect(await paged(views, filter, { order, limit })).toEqual(naive(rows, filter, order));
    });

    it('says how many there are where whole cells are asked for', async () => {
      const filter = { state: 'state1', place: 'NORTH' };
      const { total } = await views.queries.listCases({ filter, limit: 1 });
      expect(total).toBe(naive(rows, filter, { by: 'reference', descending: false }).length);
      expect((await views.queries.listCases({ filter: {}, limit: 1 })).total).toBe(casesTotal);
      const { total: ofOne } = await views.queries.listCases({ filter: { assignee: 'clerk-1' }, limit: 1 });
      expect(ofOne).toBeNull();
    });

    it('goes on behind its cursor when the case it stands on has moved away', async () => {
      const order = { by: 'reference', descending: false } as const;
      const first = await views.queries.listCases({ filter: {}, limit: 10, order });
      const after = { ...(first.next as CaseCursor), caseId: 'zzz' };
      const second = await views.queries.listCases({ filter: {}, limit: 10, order, after });
      expect(second.cases.map(({ caseId }) => caseId)).toEqual(naive(rows, {}, order).slice(10, 20));
    });

    it('has one case by its id, and none that is not there', async () => {
      const [row] = rows;
      expect(await views.queries.listedCase(row?.case_id ?? '')).toMatchObject({
        caseId: row?.case_id,
        reference: row?.reference,
        revision: 0,
      });
      expect(await views.queries.listedCase('no such case')).toBeUndefined();
    });
  });
}
