import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import {
  caseSorts,
  type CaseCursor,
  type CaseFilter,
  type CaseOrder,
  type CellScope,
  type DeadlineCursor,
  type VisibleCases,
  type VisiblePart,
} from '../../ports/view-queries.js';
import type { RowOf, ViewStore } from '../../ports/view-store.js';
import { isInScope, readCaseCell } from '../../projections/case-cell.js';
import { deadlines } from '../../projections/cases.js';
import { standardProjections } from '../../projections/standard.js';
import { isTotalOf, questionsFor, type ViewQueriesAdapter } from './adapter.js';
import { fillCases, type MadeCase } from './made-log.js';
import { fits, groupsOf, groupTexts, inOrder, joinedGroups, leavesOf } from './naive-list.js';
import { caseRowsOf, searched, type CaseRow } from './searched.js';
import { choicesFrom } from './seeded-choices.js';

const casesTotal = 400;
const units = ['NORTH', 'SOUTH'];
const places = [...units, 'ROAD', undefined];
const states = ['open', 'closed.granted', 'closed.declined'];
const names = ['Ahmad Iyad', 'Omar al-Faris', 'Huda Ahmad'];
const officers = ['clerk-0', 'clerk-1', 'clerk-2'];
const openers = ['intake-0', 'intake-1'];
const daysOf = (day: number): string => `2025-01-${String(day).padStart(2, '0')}T00:00:00.000Z`;

const seed = Date.now() % 1_000_000;
const { below, pick } = choicesFrom(seed);

/** A case that somebody opened, in the order of days. */
function madeCase(_: unknown, index: number): MadeCase {
  const at = daysOf(1 + Math.floor((index * 28) / casesTotal));
  const place = pick(places);
  return {
    caseId: `${String(below(1_000_000)).padStart(6, '0')}-${index}`,
    reference: `R-${below(1_000_000)}`,
    latin: pick(names),
    arabic: 'هدى أحمد',
    at,
    metadata: {
      ...{ actor: pick(openers), actorRole: 'clerk', command: 'OpenRequest', state: pick(states) },
      ...(below(4) > 0 && { assignee: pick(officers) }),
      ...(place !== undefined && { place }),
      ...(below(3) > 0 && { due: JSON.stringify({ answer: at }) }),
    },
  };
}

const scopes: readonly (() => CellScope)[] = [
  () => ({ workflow: 'template' }),
  () => ({ workflow: 'template', states: [pick(['open', 'closed', 'closed.granted'])] }),
  () => ({ workflow: 'template', unit: { at: pick(units), units } }),
  () => ({ workflow: 'another', states: ['open'] }),
];

/** Some cases that a reader may see: of a unit, of an officer, of whoever opened them, in some states; or none at all. */
const anyVisible = (): VisibleCases =>
  Array.from({ length: below(4) }, (): VisiblePart => {
    const cells = Array.from({ length: 1 + below(2) }, () => pick(scopes)());
    const kind = below(3);
    if (kind === 0) return { cells };
    if (kind === 1) return { cells, assignee: pick(officers) };
    return { cells, opened: { by: pick(openers), since: daysOf(1 + below(28)) } };
  });

/** What lists leave out for a reader, judged by looking at every row. */
export function visibleFacts(adapter: ViewQueriesAdapter): void {
  describe(`the cases that a reader sees (seed ${seed})`, () => {
    const made = Array.from({ length: casesTotal }, madeCase);
    const openedBy = new Map(made.map(({ caseId, at, metadata }) => [caseId, { by: metadata['actor'], at }]));
    const questions = Array.from({ length: questionsFor(adapter, 150) }, (_, n) => n);
    let views: ViewStore;
    let rows: readonly CaseRow[];

    beforeAll(async () => {
      views = await adapter.openViews();
      await fillCases(views, made, standardProjections);
      rows = await caseRowsOf(views);
    });
    afterAll(() => views.close());

    const isSeen = (visible: VisibleCases) => (row: CaseRow) =>
      visible.some(({ cells, assignee, opened }) => {
        const opening = openedBy.get(row.case_id);
        return (
          cells.some((scope) => isInScope(readCaseCell(row.cell), scope)) &&
          (assignee === undefined || row.assignee === assignee) &&
          (opened === undefined || (opening?.by === opened.by && opening.at >= opened.since))
        );
      });
    const idsSeen = (visible: VisibleCases) => rows.filter(isSeen(visible)).map((row) => row.case_id);

    it.each(questions)('are all that a list has, page by page, and all it counts: question %i', async () => {
      const visible = anyVisible();
      const filter: CaseFilter = {
        visible,
        place: below(4) === 0 ? pick(units) : undefined,
        assignee: below(4) === 0 ? pick([...officers, null]) : undefined,
        words: below(3) === 0 ? searched(pick(['ahmad', 'omar faris', 'iya', 'هدي'])) : undefined,
        dueBefore: below(6) === 0 ? daysOf(15) : undefined,
        sinceBefore: below(6) === 0 ? daysOf(20) : undefined,
      };
      const order = { by: pick(caseSorts), descending: below(2) === 0 };
      const wanted = inOrder(
        rows.filter((row) => isSeen(visible)(row) && fits(row, filter)),
        order,
      );
      const limit = 3 + below(40);
      const { ids, total } = await paged(views, filter, { order, limit });
      expect({ visible, filter, order, ids }).toEqual({ visible, filter, order, ids: wanted });
      expect({ visible, filter, total, isRight: isTotalOf(adapter, total, wanted.length) }).toEqual({
        ...{ visible, filter, total, isRight: true },
      });
    });

    it.each(questions.slice(0, 60))('are all that are counted by cell and officer: question %i', async () => {
      const filter: CaseFilter = {
        visible: anyVisible(),
        assignee: below(4) === 0 ? pick([...officers, null]) : undefined,
        words: below(4) === 0 ? searched(pick(['ahmad', 'iya'])) : undefined,
        dueBefore: below(4) === 0 ? daysOf(15) : undefined,
      };
      const wanted = rows.filter((row) => isSeen(filter.visible ?? [])(row) && fits(row, filter));
      const groups = await views.queries.caseGroups(filter);
      expect({ filter, groups: groupTexts(joinedGroups(groups)) }).toEqual({
        filter,
        groups: groupTexts(groupsOf(wanted)),
      });
    });

    it.each(questions.slice(0, 20))(
      'are all that a past list, the inbox and the audit have: question %i',
      async () => {
        const visible = anyVisible();
        const wanted = new Set(idsSeen(visible));
        const moment = { at: daysOf(28), clock: 'recorded' } as const;
        const past = await views.queries.listCasesAt(moment, { filter: { visible }, limit: casesTotal });
        expect(new Set(past.cases.map(({ caseId }) => caseId))).toEqual(wanted);
        const groups = await views.queries.caseGroupsAt(moment, { filter: { visible } });
        const states = past.cases.map(({ state, subState }) => subState ?? state);
        expect(leavesOf(groups)).toEqual(states.sort(compareText));

        const events = await views.queries.auditEvents({ visible }, { limit: casesTotal, newestFirst: true });
        expect(events.map(({ caseId }) => caseId).sort(compareText)).toEqual([...wanted].sort(compareText));

        const running = (await views.scan(deadlines, { limit: casesTotal })) as readonly RowOf<
          typeof deadlines
        >[];
        const due = running.map((row) => row.case_id).filter((id) => wanted.has(id));
        expect((await inboxOf(views, visible)).sort(compareText)).toEqual(due.sort(compareText));
      },
    );

    it('are none for a reader who sees nothing, and nothing is counted', async () => {
      const filter = { visible: [] };
      expect(await views.queries.listCases({ filter, limit: 5 })).toEqual({
        cases: [],
        next: null,
        total: { value: 0, relation: 'eq' },
      });
      expect(await views.queries.refusals(filter, { limit: 5, newestFirst: true })).toEqual([]);
    });

    it('are counted without looking at them where whole cells are seen', async () => {
      const visible = [{ cells: [{ workflow: 'template', unit: { at: 'NORTH', units } }] }];
      const { total } = await views.queries.listCases({ filter: { visible }, limit: 1 });
      expect(total.value).toBe(idsSeen(visible).length);
      const ofOne = [{ cells: [{ workflow: 'template' }], assignee: 'clerk-1' }];
      const { total: theirs } = await views.queries.listCases({ filter: { visible: ofOne }, limit: 1 });
      expect(theirs.value).toBe(idsSeen(ofOne).length);
    });
  });
}

async function paged(
  { queries }: ViewStore,
  filter: CaseFilter,
  { order, limit }: { readonly order: CaseOrder; readonly limit: number },
) {
  const ids: string[] = [];
  for (let after: CaseCursor | undefined; ;) {
    const { cases, next, total } = await queries.listCases({ filter, limit, after, order });
    ids.push(...cases.map(({ caseId }) => caseId));
    if (next === null) return { ids, total };
    expect(cases).toHaveLength(limit);
    after = next;
  }
}

async function inboxOf({ queries }: ViewStore, visible: VisibleCases): Promise<string[]> {
  const ids: string[] = [];
  for (let after: DeadlineCursor | undefined; ;) {
    const page = await queries.inbox({ filter: { visible }, now: daysOf(10), limit: 30, after });
    ids.push(...page.map(({ caseId }) => caseId));
    after = page.at(-1);
    if (page.length < 30) return ids;
  }
}
