import { describe, expect, it } from '@jest/globals';
import type { Row, TableDefinition } from '../ports/view-store.js';
import { RowBuffer } from './row-buffer.js';

const table: TableDefinition = {
  name: 'ledger',
  columns: { workflow: 'text', counter: 'text', change: 'integer' },
  key: ['workflow', 'counter'],
  indexes: [],
};

function bufferOver(stored: readonly Row[]) {
  const fetched: (readonly (string | number | null)[])[][] = [];
  const buffer = new RowBuffer((_table, keys) => {
    fetched.push([...keys]);
    const isAsked = (row: Row) =>
      keys.some(([workflow, counter]) => row['workflow'] === workflow && row['counter'] === counter);
    return Promise.resolve(stored.filter(isAsked));
  });
  return { buffer, fetched };
}

describe('row buffer', () => {
  it('loads each row once, and says so when a row is read without being announced', async () => {
    const { buffer, fetched } = bufferOver([{ workflow: 'w', counter: 'a', change: 1 }]);
    const wanted = { table, key: ['w', 'a'] };
    buffer.want([wanted, wanted]);
    await buffer.load();
    buffer.want([wanted]);
    await buffer.load();
    expect(fetched).toEqual([[['w', 'a']]]);
    expect(buffer.get(table, ['w', 'a'])).toEqual({ workflow: 'w', counter: 'a', change: 1 });
    expect(() => buffer.get(table, ['w', 'b'])).toThrow('without being announced');
  });

  it('writes each changed row once, as it is after the last change', async () => {
    const { buffer } = bufferOver([]);
    buffer.want([
      { table, key: ['w', 'a'] },
      { table, key: ['w', 'b'] },
    ]);
    await buffer.load();
    buffer.put(table, { workflow: 'w', counter: 'a', change: 1 });
    buffer.put(table, { workflow: 'w', counter: 'a', change: 2 });
    buffer.remove(table, ['w', 'b']);
    expect(buffer.changes()).toEqual([
      { table: 'ledger', put: [{ workflow: 'w', counter: 'a', change: 2 }], remove: [['w', 'b']], add: [] },
    ]);
  });

  it('writes what was appended as it is', () => {
    const { buffer, fetched } = bufferOver([]);
    const rows = ['a', 'b'].map((counter) => ({ workflow: 'w', counter, change: 1 }));
    for (const row of rows) buffer.append(table, row);
    expect(buffer.changes()).toEqual([{ table: 'ledger', put: rows, remove: [], add: [] }]);
    expect(fetched).toEqual([]);
  });

  it('sums up what is added to a row, without reading it', () => {
    const { buffer, fetched } = bufferOver([{ workflow: 'w', counter: 'a', change: 5 }]);
    buffer.add(table, ['w', 'a'], 2);
    buffer.add(table, ['w', 'a'], -1);
    buffer.add(table, ['w', 'new'], 1);
    const [changes] = buffer.changes();
    expect(changes?.add).toEqual([
      { workflow: 'w', counter: 'a', change: 1 },
      { workflow: 'w', counter: 'new', change: 1 },
    ]);
    expect(fetched).toEqual([]);
  });

  it('passes each sum on, once, to the wider rows it counts in', () => {
    const { buffer } = bufferOver([]);
    for (const counter of ['ab', 'ab', 'ac']) buffer.add(table, ['w', counter], 1);
    const asked: unknown[] = [];
    const [changes] = buffer.changes((_table, [workflow = null, counter]) => {
      asked.push(counter);
      return [[workflow, String(counter).slice(0, 1)]];
    });
    expect(changes?.add).toEqual([
      { workflow: 'w', counter: 'ab', change: 2 },
      { workflow: 'w', counter: 'ac', change: 1 },
      { workflow: 'w', counter: 'a', change: 3 },
    ]);
    expect(asked).toEqual(['ab', 'ac']);
  });
});
