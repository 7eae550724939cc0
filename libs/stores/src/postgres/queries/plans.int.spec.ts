import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  assignedCells,
  caseCell,
  caseCells,
  casesProjection,
  caseList,
  caseSorts,
  deadlines,
  listCell,
  instantOf,
  positionOf,
  type CaseListQuery,
  type Row,
  type ViewStore,
} from '@safeconduct/engine';
import { startPostgres, type TestPostgres } from '../../../testing/index.js';
import { RecordingDatabase } from '../testing/recording-database.js';
import { openPostgresViews } from '../views/postgres-views.js';

const cases = 20_000;
const start = Date.parse('2025-01-01T00:00:00.000Z');
const hourMs = 3_600_000;

const noMore = { place: '', outcome: '', tags: '' };

/** A case, spread over states, officers and names as an unsorted caseload is. */
function rowsOf(index: number): { readonly listed: Row; readonly words: readonly Row[]; readonly due: Row } {
  const caseId = `00000000-0000-4000-8000-${String((index * 7919) % 1_000_003).padStart(12, '0')}`;
  const reference = `R-${String(index).padStart(6, '0')}`;
  // Names do not follow from states.
  const name = (Math.imul(index, 2_654_435_761) >>> 8) % 4;
  const ofReference = reference.toLowerCase().replace('-', '');
  const words = [ofReference, `~name${name}`, `~family${index % 3000}`];
  const dueAt = instantOf(start + ((index * 31) % 5000) * hourMs);
  return {
    listed: {
      ...{ case_id: caseId, id_order: caseId, reference, subject_latin: 'A', subject_arabic: 'ا' },
      ...{ latin_order: `a${index % 997}`, arabic_order: 'ا' },
      cell: listCell(caseCell({ ...noMore, workflow: 'w', leaf: `state${index % 4}.leaf${index % 20}` }), [
        'answer',
      ]),
      assignee: `clerk-${index % 200}`,
      ...{
        revision: 0,
        position: index + 1,
        recorded_at: instantOf(start + index),
        due: JSON.stringify({ answer: dueAt }),
      },
      state_since: instantOf(start + index * 1000),
      due_order: dueAt,
      words: ` ${ofReference}`,
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
      put(
        assignedCells.name,
        [...cells].flatMap(([cell = null, of]) =>
          [...Map.groupBy(of, ({ listed }) => listed['assignee'])].map(([assignee = null, theirs]) => ({
            ...{ assignee, cell, cases: theirs.length },
          })),
        ),
      ),
    ],
  });
  await views.promote(filled, view);
}

const word = (begins: string) => ({ begins, tokens: [`~${begins}`] });

interface Step {
  readonly table: string;
  /** Rows that were read from the table, whether they were of use or not. */
  readonly rows: number;
}

/** The steps of a plan that read a table or an index, with what they read when it was carried out. */
function stepsOf(plan: unknown): readonly Step[] {
  if (Array.isArray(plan)) return plan.flatMap(stepsOf);
  if (typeof plan !== 'object' || plan === null) return [];
  const node = plan as Readonly<Record<string, unknown>>;
  const { 'Relation Name': table, 'Index Name': index = table } = node;
  const count = (name: string) => Number(node[name] ?? 0);
  const perLoop = count('Actual Rows') + count('Rows Removed by Filter');
  const own =
    typeof index === 'string' ? [{ table: index, rows: Math.round(perLoop * count('Actual Loops')) }] : [];
  return [...own, ...Object.values(node).flatMap(stepsOf)];
}

/** A tenth of the cases. */
const readMax = cases / 10;

/** Tables that have few rows, whatever the number of cases. */
const small = /^(case_cell__|assigned_cell__|known_name|format|generation)/;

describe(`questions of the present, of ${cases} cases`, () => {
  let server: TestPostgres;
  let database: RecordingDatabase;
  let views: ViewStore;

  beforeAll(async () => {
    server = await startPostgres();
    database = new RecordingDatabase(server.url, { connections: 2, purpose: 'views' });
    // Words that find more than 100 cases are common ones here.
    views = openPostgresViews({ database, limits: { candidatesMax: 100, countedMax: 50 } });
    await fill(views);
  });
  afterAll(async () => {
    await views.close();
    await database.close();
    await server.stop();
  });

  /** How many rows of large tables and their indexes a question reads. */
  async function rowsRead(ask: () => Promise<unknown>): Promise<number> {
    const { statements } = database;
    statements.length = 0;
    await ask();
    const asked = [...statements];
    const settings = asked.flatMap(({ text }) => text.match(/SET LOCAL [^;]*;/g) ?? []).join(' ');
    const read = asked.filter(({ text }) => /^\s*(select|with)/i.test(text));
    expect(read.length).toBeGreaterThan(0);
    return database.transaction(async (query) => {
      await query({ text: settings });
      let rows = 0;
      for (const { text, values } of read) {
        const plan = await query({ text: `EXPLAIN (ANALYZE, FORMAT JSON) ${text}`, values });
        for (const step of stepsOf(plan)) if (!small.test(step.table)) rows += step.rows;
      }
      return rows;
    });
  }

  const filters: Readonly<Record<string, CaseListQuery['filter']>> = {
    everything: {},
    'a state': { states: ['state1'] },
    'an officer': { assignee: 'clerk-7' },
    'a rare word': { words: [word('family2999')] },
    'a common word': { words: [word('name3')] },
    'two common words': { words: [word('name3'), word('r0')] },
    'a case': { caseIds: [String(rowsOf(5).listed['case_id'])] },
    'what is due': { dueBefore: instantOf(start + 24 * hourMs) },
  };
  const lists = Object.entries(filters).flatMap(([what, filter]) =>
    caseSorts.map((by) => ({ what, by, filter })),
  );

  it.each(lists)('list $what by $by by a small part of the rows', async ({ by, filter }) => {
    const order = { by, descending: by === 'updated' };
    const first = await views.queries.listCases({ filter, limit: 20, order });
    expect(first.cases.length).toBeGreaterThan(0);
    // What common words find is counted by state and by officer before a page of that order is begun.
    const isCounted = (by === 'state' || by === 'assignee') && 'words' in filter;
    const most = isCounted ? 2 * cases : readMax;
    expect(await rowsRead(() => views.queries.listCases({ filter, limit: 20, order }))).toBeLessThan(most);
    const after = first.next ?? undefined;
    expect(await rowsRead(() => views.queries.listCases({ filter, limit: 20, order, after }))).toBeLessThan(
      most,
    );
  });

  it('leave nothing in the session, and neither does filling the views', async () => {
    database.statements.length = 0;
    await fill(views);
    await views.leases.acquire('views', 'a', 1);
    await views.queries.listCases({ filter: { words: [word('name3'), word('r0')] }, limit: 20 });
    const texts = database.statements.map(({ text }) => text);
    expect(texts.some((text) => text.includes('SET LOCAL'))).toBe(true);
    // What a session keeps: settings, statements, locks, what it listens to, tables of its own.
    const kept = /(^|;)\s*SET (?!LOCAL |TRANSACTION )|set_config|\b(PREPARE|LISTEN|TEMP)\b|advisory_lock\(/i;
    expect(texts.filter((text) => kept.test(text))).toEqual([]);
  });

  it('show one case by a small part of the rows', async () => {
    const caseId = String(rowsOf(5).listed['case_id']);
    expect(await rowsRead(() => views.queries.listedCase(caseId))).toBeLessThan(readMax);
  });

  it.each([{}, { role: 'clerk' }, { assignee: 'clerk-7' }, { workflow: 'w' }, { deadline: 'answer' }])(
    'show the inbox of %j by a small part of the rows',
    async (filter) => {
      const now = instantOf(start + 100 * hourMs);
      const page = await views.queries.inbox({ filter, now, limit: 20 });
      const after = page.at(-1);
      expect(page).toHaveLength(20);
      expect(await rowsRead(() => views.queries.inbox({ filter, now, limit: 20 }))).toBeLessThan(readMax);
      expect(await rowsRead(() => views.queries.inbox({ filter, now, limit: 20, after }))).toBeLessThan(
        readMax,
      );
    },
  );

  it('find passed deadlines by a small part of the rows', async () => {
    const now = instantOf(start + 100 * hourMs);
    const page = await views.queries.passedDeadlines({ now, limit: 20 });
    expect(page).toHaveLength(20);
    const after = page.at(-1);
    expect(await rowsRead(() => views.queries.passedDeadlines({ now, limit: 20, after }))).toBeLessThan(
      readMax,
    );
  });
});
