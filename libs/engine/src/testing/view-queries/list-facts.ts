import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import { isDeepStrictEqual } from 'node:util';
import {
  caseSorts,
  type CaseCursor,
  type CaseFilter,
  type CaseOrder,
  type DeadlineCursor,
  type InboxFilter,
  type InboxItem,
  type Total,
} from '../../ports/view-queries.js';
import type { RowOf, ViewStore } from '../../ports/view-store.js';
import { deadlines } from '../../projections/cases.js';
import { isTotalOf, questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { fillCases, type MadeCase } from './made-log.js';
import { fits, groupsOf, groupTexts, inOrder } from './naive-list.js';
import { caseRowsOf, searched, type CaseRow } from './searched.js';
import { choicesFrom } from './seeded-choices.js';

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

const { below, pick } = choicesFrom(seed);

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
      ...(below(6) > 0 && { assignee: `clerk-${below(5)}` }),
      ...(place !== undefined && { place }),
      ...(tagged !== undefined && { tags: tagged }),
      ...(below(3) > 0 && { due: JSON.stringify(dueDates(at)) }),
    },
  };
}

/** One or two deadlines, of which the first one is the earliest. */
const dueDates = (at: string): Readonly<Record<string, string>> => ({
  [pick(['answer', 'reply'])]: at,
  ...(below(3) === 0 && { review: '2025-02-01T00:00:00.000Z' }),
});

const askedRunning: readonly CaseFilter['running'][] = [
  [{ template: ['answer'] }],
  [{ template: ['answer', 'reply'] }, { template: ['review'] }],
  [{ template: ['review'], another: ['answer'] }],
  [{ another: ['answer'] }],
];

/** A day of the month in which the cases were made. */
const someDay = (): string => `2025-01-${String(below(28) + 1).padStart(2, '0')}T00:00:00.000Z`;
const one = <Value>(ofSo: number, value: () => Value): Value | undefined =>
  below(ofSo) === 0 ? value() : undefined;

const anyFilter = (rows: readonly CaseRow[]): CaseFilter => ({
  states: one(2, () => [pick(['state1', 'state2', ...leaves]), ...(below(2) === 0 ? ['state3'] : [])]),
  leaves: one(4, () => pick(askedLeaves)),
  place: one(3, () => pick(['NORTH', 'SOUTH', 'NOWHERE'])),
  tags: one(3, () => pick(askedTags)),
  assignee: one(3, () => (below(3) === 0 ? null : `clerk-${below(6)}`)),
  words: one(3, () => searched(pick(searches))),
  running: one(4, () => pick(askedRunning)),
  dueFrom: one(6, someDay),
  dueBefore: one(6, someDay),
  sinceFrom: one(6, someDay),
  sinceBefore: one(6, someDay),
  updatedFrom: one(6, someDay),
  caseIds: one(12, () => rows.filter(() => below(10) === 0).map((row) => row.case_id)),
});

const askedLeaves: readonly CaseFilter['leaves'][] = [
  { template: leaves.slice(0, 9) },
  { template: leaves.slice(9), another: leaves },
  { another: leaves },
  {},
];

const askedTags = [
  { size: ['small'] },
  { size: ['small', 'large'] },
  { wish: ['stay'], size: ['small'] },
  { wish: ['none'] },
];

async function paged(
  { queries }: ViewStore,
  filter: CaseFilter,
  { order, limit }: { readonly order: CaseOrder; readonly limit: number },
): Promise<{ readonly ids: readonly string[]; readonly totals: readonly Total[] }> {
  const ids: string[] = [];
  const totals: Total[] = [];
  for (let after: CaseCursor | undefined; ;) {
    const page = await queries.listCases({ filter, limit, after, order });
    ids.push(...page.cases.map(({ caseId }) => caseId));
    if (!totals.some((total) => isDeepStrictEqual(total, page.total))) totals.push(page.total);
    if (page.next === null) return { ids, totals };
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
      { deadline: 'answer', dueBefore: '2025-01-15T00:00:00.000Z' },
      { deadline: 'nothing' },
      { quietSince: '2025-01-15T00:00:00.000Z' },
    ])(
      'of %j has every deadline of those cases, the most urgent first, page by page',
      async (filter: InboxFilter) => {
        const all = (await views.scan(deadlines, { limit: casesTotal })) as readonly RowOf<
          typeof deadlines
        >[];
        const listed = new Map(rows.map((row) => [row.case_id, row]));
        const wanted = all
          .filter(
            ({ case_id: id, name, role, due_at: due }) =>
              (filter.assignee === undefined || listed.get(id)?.assignee === filter.assignee) &&
              (filter.role === undefined || role === filter.role) &&
              (filter.deadline === undefined || name === filter.deadline) &&
              (filter.quietSince === undefined || (listed.get(id)?.recorded_at ?? '') <= filter.quietSince) &&
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
      const filter = anyFilter(rows);
      const order = { by: pick(caseSorts), descending: below(2) === 0 };
      const limit = 5 + below(60);
      const wanted = inOrder(
        rows.filter((row) => fits(row, filter)),
        order,
      );
      const { ids, totals } = await paged(views, filter, { order, limit });
      expect({ filter, order, ids }).toEqual({ filter, order, ids: wanted });
      for (const total of totals)
        expect({ filter, total, isRight: isTotalOf(adapter, total, wanted.length) }).toEqual({
          ...{ filter, total, isRight: true },
        });
    });

    it.each(questions.slice(0, 60))(
      'is counted by cell and officer as by looking at every row: question %i',
      async () => {
        const filter = anyFilter(rows);
        const wanted = rows.filter((row) => fits(row, filter));
        const total = await views.queries.countCases(filter);
        expect({ filter, total, isRight: isTotalOf(adapter, total, wanted.length) }).toEqual({
          ...{ filter, total, isRight: true },
        });
        const groups = await views.queries.caseGroups(filter);
        expect({ filter, groups: groupTexts(groups) }).toEqual({
          filter,
          groups: groupTexts(groupsOf(wanted)),
        });
      },
    );

    it('shows the deadlines that run', async () => {
      const { cases } = await views.queries.listCases({ filter: {}, limit: casesTotal });
      for (const { caseId, due } of cases) {
        const row = rows.find((one) => one.case_id === caseId);
        expect(JSON.stringify(due)).toBe(row?.due);
      }
    });

    it('goes on behind its cursor when the case it stands on has moved away', async () => {
      const order = { by: 'reference', descending: false } as const;
      const first = await views.queries.listCases({ filter: {}, limit: 10, order });
      const after = { ...(first.next as CaseCursor), caseId: 'zzz' };
      const second = await views.queries.listCases({ filter: {}, limit: 10, order, after });
      expect(second.cases.map(({ caseId }) => caseId)).toEqual(inOrder(rows, order).slice(10, 20));
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
