import { positionOf } from '../ports/position.js';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openSqliteViews } from '@safeconduct/stores';
import { template } from '../../../../workflows/_template/index.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import type { ViewStore } from '../ports/view-store.js';
import { casesProjection } from '../projections/cases.js';
import { ProjectionRunner } from '../projections/runner.js';
import { wordsSearched } from '../projections/search-words.js';
import type { CaseRow } from '../projections/view-tables.js';
import { cellsNow, keysNow } from './case-keys.js';
import { listCases } from './case-list.js';
import { inbox, type InboxCursor, type InboxFilter, type InboxItem } from './inbox.js';
import { caseSorts, type CaseCursor, type CaseFilter, type CaseOrder } from './cases-asked.js';

const casesTotal = 600;
const seed = Date.now() % 1_000_000;
const names = ['Ahmad Iyad', 'Omar al-Faris', 'Ibrahim Zaid', 'Huda Ahmad', 'Basil Omar'];
const arabic = ['أحمد إياد', 'عمر الفارس', 'إبراهيم زيد', 'هدى أحمد', 'باسل عمر'];
const leaves = Array.from({ length: 15 }, (_, n) => `state${n % 4}.leaf${n}`);
const places = ['NORTH', 'SOUTH', undefined];

let state = seed;
/** Linear congruential: good enough to mix rows and questions. */
const below = (count: number): number => {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
  return state % count;
};
const pick = <Value>(values: readonly Value[]): Value => values[below(values.length)] as Value;

/** A log in which every case has one event, in any state, place and hand. */
function logOf(count: number): EventStore {
  const events = Array.from({ length: count }, (_, n) => eventOf(n));
  return {
    head: () => Promise.resolve(BigInt(count)),
    readAll: ({ after, limit }: { after: bigint; limit: number }) =>
      Promise.resolve(events.slice(Number(after), Number(after) + limit)),
  } as unknown as EventStore;
}

function eventOf(n: number): RecordedEvent {
  const at = `2025-01-${String(below(28) + 1).padStart(2, '0')}T00:00:00.000Z`;
  const person = below(names.length);
  const place = pick(places);
  return {
    position: positionOf(n + 1),
    revision: 0n,
    stream: `case-${String(below(1_000_000)).padStart(6, '0')}-${n}`,
    eventId: String(n),
    type: 'RequestOpened',
    schemaVersion: 1,
    occurredAt: at,
    recordedAt: at,
    data: JSON.stringify({
      requestNo: `R-${below(1_000_000)}`,
      name: names[person],
      nameArabic: arabic[person],
    }),
    metadata: {
      workflow: 'template',
      state: pick(leaves),
      assignee: `clerk-${below(5)}`,
      ...(place !== undefined && { place }),
      ...(below(3) > 0 && { due: JSON.stringify({ answer: at }) }),
    },
  };
}

let views: ViewStore;
let rows: readonly CaseRow[];

beforeAll(async () => {
  views = openSqliteViews({ folder: ':memory:', mode: 'write' });
  const register = new Map([['template', template]]);
  await new ProjectionRunner({
    events: logOf(casesTotal),
    views,
    register,
    projections: [casesProjection],
  }).catchUp();
  rows = await views.query.selectFrom('case_list').selectAll().execute();
});
afterAll(() => views.close());

const columns = {
  reference: 'reference',
  due: 'due_order',
  since: 'state_since',
  updated: 'position',
} as const;

/** The same list, by looking at every row. */
function naive(filter: CaseFilter, { by, descending }: CaseOrder): readonly string[] {
  const words = filter.search === undefined ? [] : wordsSearched(filter.search);
  const kept = rows.filter(
    (row) =>
      (filter.state === undefined || row.leaf === filter.state || row.leaf.startsWith(`${filter.state}.`)) &&
      (filter.place === undefined || row.place === filter.place) &&
      (filter.assignee === undefined || row.assignee === filter.assignee) &&
      (filter.dueBefore === undefined || row.due_order < filter.dueBefore) &&
      words.every((word) => row.words.includes(` ${word}`)),
  );
  const sign = descending ? -1 : 1;
  const order = (row: CaseRow) => [row[columns[by]], row.case_id] as const;
  return [...kept]
    .sort((left, right) => {
      const [[key, id], [otherKey, otherId]] = [order(left), order(right)];
      return key === otherKey ? (id < otherId ? -sign : sign) : key < otherKey ? -sign : sign;
    })
    .map((row) => row.case_id);
}

async function paged(filter: CaseFilter, order: CaseOrder, limit: number): Promise<readonly string[]> {
  const seen: string[] = [];
  for (let after: CaseCursor | undefined; ;) {
    const page = await listCases(views.query, filter, { limit, after, order });
    seen.push(...page.cases.map(({ caseId }) => caseId));
    if (page.next === null) return seen;
    after = page.next;
  }
}

/** The same by the places alone, where more than these count as many. */
async function pagedBeyond(
  few: number,
  filter: CaseFilter,
  { order, limit }: { readonly order: CaseOrder; readonly limit: number },
): Promise<readonly string[]> {
  const words = filter.search === undefined ? undefined : wordsSearched(filter.search);
  const narrowed = { filter, words, cells: await cellsNow(views.query, filter) };
  const seen: string[] = [];
  for (let after: CaseCursor | undefined; ;) {
    const keys = await keysNow(views.query, narrowed, { limit, after, order, few });
    seen.push(...keys.slice(0, limit).map(({ caseId }) => caseId));
    if (keys.length <= limit) return seen;
    after = keys[limit - 1];
  }
}

const questions = Array.from({ length: 300 }, (_, n) => n);

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
      const deadlines = await views.query.selectFrom('deadline').selectAll().execute();
      const assignees = new Map(rows.map((row) => [row.case_id, row.assignee]));
      const wanted = deadlines
        .filter(
          ({ case_id: id, role, due_at: due }) =>
            (filter.assignee === undefined || assignees.get(id) === filter.assignee) &&
            (filter.role === undefined || role === filter.role) &&
            (filter.dueBefore === undefined || due < filter.dueBefore),
        )
        .map(({ due_at: due, case_id: id }) => `${due} ${id}`)
        .sort();
      const seen: InboxItem[] = [];
      for (let after: InboxCursor | undefined; ;) {
        const page = await inbox(views.query, filter, { now: '2025-01-10T00:00:00.000Z', limit: 7, after });
        seen.push(...page);
        after = page.at(-1);
        if (after === undefined) break;
      }
      expect(seen.map(({ dueAt, caseId }) => `${dueAt} ${caseId}`)).toEqual(wanted);
    },
  );
});

describe(`the list of cases (seed ${seed})`, () => {
  it.each(questions)('is what looking at every row says, page by page: question %i', async () => {
    const filter: CaseFilter = {
      state: below(2) === 0 ? undefined : pick(['state1', 'state2', ...leaves]),
      place: below(3) === 0 ? pick(['NORTH', 'SOUTH', 'NOWHERE']) : undefined,
      assignee: below(4) === 0 ? `clerk-${below(6)}` : undefined,
      search:
        below(2) === 0
          ? pick([
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
            ])
          : undefined,
      dueBefore: below(6) === 0 ? '2025-01-15T00:00:00.000Z' : undefined,
    };
    const order = { by: pick(caseSorts), descending: below(2) === 0 };
    const [limit, wanted] = [5 + below(60), naive(filter, order)];
    expect(await paged(filter, order, limit)).toEqual(wanted);
    // Words that many cases have are looked up another way than those of a few.
    expect(await pagedBeyond(below(80), filter, { order, limit })).toEqual(wanted);
  });

  it('says how many there are where whole cells are asked for', async () => {
    const { total } = await listCases(views.query, { state: 'state1', place: 'NORTH' }, { limit: 1 });
    expect(total).toBe(
      naive({ state: 'state1', place: 'NORTH' }, { by: 'reference', descending: false }).length,
    );
    expect((await listCases(views.query, {}, { limit: 1 })).total).toBe(casesTotal);
    expect((await listCases(views.query, { assignee: 'clerk-1' }, { limit: 1 })).total).toBeNull();
  });

  it('goes on behind its place when the case it stands on has moved away', async () => {
    const order = { by: 'reference', descending: false } as const;
    const first = await listCases(views.query, {}, { limit: 10, order });
    const gone = { ...(first.next as CaseCursor), caseId: 'zzz' };
    const second = await listCases(views.query, {}, { limit: 10, order, after: gone });
    expect(second.cases.map(({ caseId }) => caseId)).toEqual(naive({}, order).slice(10, 20));
  });
});
