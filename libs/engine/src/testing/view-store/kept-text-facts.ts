import { describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import { positionOf } from '../../ports/position.js';
import type {
  Key,
  Row,
  TableDefinition,
  ViewBatch,
  ViewDefinition,
  ViewStore,
} from '../../ports/view-store.js';
import type { ViewsTest } from './adapter.js';
import { recordedAt } from './sample-view.js';

const steps: TableDefinition = {
  name: 'step',
  columns: {
    case_id: 'case',
    revision: 'integer',
    type: 'name',
    state: 'name?',
    began_at: 'instant',
    ended_at: 'instant?',
  },
  key: ['case_id', 'revision'],
  indexes: [
    ['type', 'began_at'],
    ['state', 'case_id'],
  ],
};

const tally: TableDefinition = {
  name: 'tally',
  columns: { span: 'integer', counter: 'name', change: 'integer' },
  key: ['span', 'counter'],
  indexes: [],
};

const view: ViewDefinition = { name: 'steps', version: 1, tables: [steps, tally] };

const step = (caseId: string, revision: number, more: Row = {}): Row => ({
  case_id: caseId,
  revision,
  type: 'Opened',
  state: null,
  began_at: '2025-01-01T00:00:00.000Z',
  ended_at: null,
  ...more,
});

interface Changes {
  readonly put?: readonly Row[];
  readonly remove?: readonly Key[];
  readonly add?: readonly Row[];
}

const batch = (from: number, to: number, { put = [], remove = [], add = [] }: Changes): ViewBatch => ({
  from: positionOf(from),
  to: positionOf(to),
  recordedAt,
  taken: to,
  latestAt: recordedAt,
  changes: [
    { table: 'step', put, remove, add: [] },
    { table: 'tally', put: [], remove: [], add },
  ],
});

async function filled(views: ViewStore, changes: Changes) {
  return views.promote(await views.commit(await views.begin(view), view, batch(0, 1, changes)), view);
}

async function pages(views: ViewStore, table: TableDefinition, limit: number): Promise<readonly Row[]> {
  const read: Row[] = [];
  for (let after: Key | undefined; ;) {
    const page = await views.scan(table, { after, limit });
    read.push(...page);
    const last = page.at(-1);
    if (last === undefined) return read;
    after = table.key.map((name) => last[name] ?? null);
  }
}

/** Names, ids of cases and instants are texts to everybody, whatever a store keeps in their place. */
export function keptTextFacts(test: ViewsTest): void {
  describe('names, ids of cases and instants', () => {
    const texts = ['b', 'a', 'ﭐ', '𞤀', 'A', '', '7', 'ab'];

    it('are given back as they were put, by key and in a scan', async () => {
      const { views } = test();
      const rows = texts.map((text, index) =>
        step(text, index, {
          type: text,
          state: index % 2 === 0 ? null : text,
          began_at: index === 0 ? '0000-01-01T00:00:00.000Z' : '1969-12-31T23:59:59.999Z',
          ended_at: index % 3 === 0 ? null : '9999-12-31T23:59:59.999Z',
        }),
      );
      const generation = await filled(views, { put: rows });
      for (const row of rows) {
        const key = [row['case_id'] ?? null, row['revision'] ?? null];
        expect(await views.fetch(generation, steps, [key])).toEqual([row]);
      }
      expect(new Set(await views.scan(steps, { limit: 100 }))).toEqual(new Set(rows));
    });

    it('are scanned in the order of the texts, page by page, at the beginning of a key and at its end', async () => {
      const { views } = test();
      const put = texts.flatMap((text) => [step(text, 2), step(text, 10)]);
      const add = texts.flatMap((counter) => [1, 0].map((span) => ({ span, counter, change: 1 })));
      await filled(views, { put, add });
      const sorted = texts.toSorted(compareText);
      const readSteps = await pages(views, steps, 3);
      expect(readSteps.map((row) => [row['case_id'], row['revision']])).toEqual(
        sorted.flatMap((text) => [
          [text, 2],
          [text, 10],
        ]),
      );
      const readTally = await pages(views, tally, 3);
      expect(readTally.map((row) => [row['span'], row['counter']])).toEqual(
        [0, 1].flatMap((span) => sorted.map((text) => [span, text])),
      );
    });

    it('lead to the rows that are changed, removed and added to', async () => {
      const { views } = test();
      const first = await filled(views, {
        put: [step('a', 0), step('b', 0), step('c', 0)],
        add: [{ span: 1, counter: 'Opened', change: 3 }],
      });
      const changed = step('b', 0, { type: 'Closed', state: 'closed', ended_at: '2025-01-02T00:00:00.000Z' });
      await views.commit(
        first,
        view,
        batch(1, 2, {
          put: [changed],
          remove: [
            ['a', 0],
            ['never seen', 0],
          ],
          add: [
            { span: 1, counter: 'Opened', change: -1 },
            { span: 1, counter: 'Closed', change: 1 },
          ],
        }),
      );
      expect(await views.scan(steps, { limit: 10 })).toEqual([changed, step('c', 0)]);
      expect(await views.scan(tally, { limit: 10 })).toEqual([
        { span: 1, counter: 'Closed', change: 1 },
        { span: 1, counter: 'Opened', change: 2 },
      ]);
    });

    it('of a batch that failed stand for nothing, and may come again', async () => {
      const { views } = test();
      const first = await filled(views, { put: [step('a', 0)] });
      const given = batch(1, 2, { put: [step('x', 0, { type: 'New' })] });
      const unknown = { table: 'no such table', put: [{ column: 1 }], remove: [], add: [] };
      const failed = views.commit(first, view, { ...given, changes: [...given.changes, unknown] });
      await expect(failed).rejects.toThrow();
      const second = await views.commit(first, view, batch(1, 2, { put: [step('y', 0, { type: 'Newer' })] }));
      await views.commit(second, view, batch(2, 3, { put: [step('x', 0, { type: 'New' })] }));
      expect((await views.scan(steps, { limit: 10 })).map((row) => [row['case_id'], row['type']])).toEqual([
        ['a', 'Opened'],
        ['x', 'New'],
        ['y', 'Newer'],
      ]);
    });

    it('are the same texts in a generation that is built anew', async () => {
      const { views } = test();
      const rows = ['a', 'b'].map((text) => step(text, 0, { state: text }));
      await filled(views, { put: rows });
      await filled(views, { put: rows.toReversed() });
      expect(await views.scan(steps, { limit: 10 })).toEqual(rows);
    });
  });
}
