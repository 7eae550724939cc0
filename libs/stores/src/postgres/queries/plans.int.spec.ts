import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  caseCell,
  caseCells,
  casesProjection,
  caseList,
  caseSorts,
  deadlines,
  instantOf,
  positionOf,
  type CaseListQuery,
  type Row,
  type ViewStore,
} from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import type { Statement } from '../database.js';
import { RecordingDatabase } from '../testing/recording-database.js';
import { openPostgresViews } from '../views/postgres-views.js';

const cases = 10_000;
const start = Date.parse('2025-01-01T00:00:00.000Z');
const hourMs = 3_600_000;

/** A case, spread over states, officers and names as an unsorted caseload is. */
function rowsOf(index: number): { readonly listed: Row; readonly words: readonly Row[]; readonly due: Row } {
  const caseId = `00000000-0000-4000-8000-${String((index * 7919) % 1_000_003).padStart(12, '0')}`;
  const reference = `R-${String(index).padStart(6, '0')}`;
  const words = [reference.toLowerCase().replace('-', ''), `name${index % 40}`, `family${index % 3000}`];
  const dueAt = instantOf(start + ((index * 31) % 5000) * hourMs);
  return {
    listed: {
      ...{ case_id: caseId, id_order: caseId, reference, subject_latin: 'A', subject_arabic: 'ا' },
      cell: caseCell({ workflow: 'w', leaf: `state${index % 4}.leaf${index % 20}`, place: '', outcome: '' }),
      assignee: `clerk-${index % 200}`,
      ...{ revision: 0, position: index + 1, recorded_at: instantOf(start + index), due: '{}' },
      state_since: instantOf(start + index * 1000),
      due_order: dueAt,
      words: words.map((word) => ` ${word}`).join(''),
    },
    words: words.map((word) => ({ word, reference, case_id: caseId })),
    due: { case_id: caseId, name: 'answer', role: 'clerk', due_at: dueAt, since_revision: 0 },
  };
}

async function fill(views: ViewStore): Promise<void> {
  const { view } = casesProjection;
  const rows = Array.from({ length: cases }, (_, index) => rowsOf(index));
  const cells = Map.groupBy(rows, ({ listed }) => listed['cell']);
  const at = instantOf(start);
  const put = (table: string, of: readonly Row[]) => ({ table, put: of, remove: [], add: [] });
  const filled = await views.commit(await views.begin(view), view, {
    ...{ from: positionOf(0), to: positionOf(cases), recordedAt: at, taken: cases, latestAt: at },
    changes: [
      put(
        caseList.name,
        rows.map(({ listed }) => listed),
      ),
      put(
        'case_word',
        rows.flatMap(({ words }) => words),
      ),
      put(
        deadlines.name,
        rows.map(({ due }) => due),
      ),
      put(
        caseCells.name,
        [...cells].map(([cell = null, of]) => ({ cell, cases: of.length })),
      ),
    ],
  });
  await views.promote(filled, view);
}

/** The kinds of steps of a plan with the tables that they read, from the top. */
function stepsOf(plan: unknown): readonly { readonly kind: string; readonly table: string }[] {
  if (Array.isArray(plan)) return plan.flatMap(stepsOf);
  if (typeof plan !== 'object' || plan === null) return [];
  const { 'Node Type': kind, 'Relation Name': table } = plan as Readonly<Record<string, unknown>>;
  const own = typeof kind === 'string' && typeof table === 'string' ? [{ kind, table }] : [];
  return [...own, ...Object.values(plan).flatMap(stepsOf)];
}

/** Tables that have few rows, whatever the number of cases. */
const small = /^(case_cell__|known_name|format|generation)/;

describe(`questions of the present, of ${cases} cases`, () => {
  let server: TestPostgres;
  let database: RecordingDatabase;
  let views: ViewStore;

  beforeAll(async () => {
    server = await startPostgres();
    database = new RecordingDatabase(server.url, { connections: 2, purpose: 'views' });
    // Words that find more than 100 cases are common ones here.
    views = openPostgresViews({ database, candidatesMax: 100 });
    await fill(views);
  });
  afterAll(async () => {
    await views.close();
    await database.close();
    await server.stop();
  });

  /** What reads a table of many rows from its beginning to its end. */
  async function scansOf(ask: () => Promise<unknown>): Promise<readonly string[]> {
    const { statements } = database;
    statements.length = 0;
    await ask();
    const asked = statements.filter(({ text }) => /^\s*(select|with)/i.test(text));
    expect(asked.length).toBeGreaterThan(0);
    const plans = await Promise.all(asked.map(planOf));
    return plans.flatMap((plan) =>
      stepsOf(plan)
        .filter(({ kind, table }) => kind === 'Seq Scan' && !small.test(table))
        .map(({ table }) => table),
    );
  }

  const planOf = ({ text, values }: Statement) =>
    database.query({ text: `EXPLAIN (FORMAT JSON) ${text}`, values });

  const filters: Readonly<Record<string, CaseListQuery['filter']>> = {
    everything: {},
    'a state': { state: 'state1' },
    'an officer': { assignee: 'clerk-7' },
    'a rare word': { words: ['family17'] },
    'a common word': { words: ['name3'] },
    'two common words': { words: ['name3', 'r0'] },
    'a case': { caseId: String(rowsOf(5).listed['case_id']) },
    'what is due': { dueBefore: instantOf(start + 24 * hourMs) },
  };
  const lists = Object.entries(filters).flatMap(([what, filter]) =>
    caseSorts.map((by) => ({ what, by, filter })),
  );

  it.each(lists)('list $what by $by without reading a whole table', async ({ by, filter }) => {
    const order = { by, descending: by === 'updated' };
    const first = await views.queries.listCases({ filter, limit: 20, order });
    expect(first.cases.length).toBeGreaterThan(0);
    expect(await scansOf(() => views.queries.listCases({ filter, limit: 20, order }))).toEqual([]);
    const after = first.next ?? undefined;
    expect(await scansOf(() => views.queries.listCases({ filter, limit: 20, order, after }))).toEqual([]);
  });

  it('show one case without reading a whole table', async () => {
    const caseId = String(rowsOf(5).listed['case_id']);
    expect(await scansOf(() => views.queries.listedCase(caseId))).toEqual([]);
  });

  it.each([{}, { role: 'clerk' }, { assignee: 'clerk-7' }, { workflow: 'w' }])(
    'show the inbox of %j without reading a whole table',
    async (filter) => {
      const now = instantOf(start + 100 * hourMs);
      const page = await views.queries.inbox({ filter, now, limit: 20 });
      const after = page.at(-1);
      expect(page).toHaveLength(20);
      expect(await scansOf(() => views.queries.inbox({ filter, now, limit: 20 }))).toEqual([]);
      expect(await scansOf(() => views.queries.inbox({ filter, now, limit: 20, after }))).toEqual([]);
    },
  );

  it('find passed deadlines without reading a whole table', async () => {
    const now = instantOf(start + 100 * hourMs);
    const page = await views.queries.passedDeadlines({ now, limit: 20 });
    expect(page).toHaveLength(20);
    const after = page.at(-1);
    expect(await scansOf(() => views.queries.passedDeadlines({ now, limit: 20, after }))).toEqual([]);
  });
});
