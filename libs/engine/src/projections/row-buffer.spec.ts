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
    await buffer.load([
      { table, key: ['w', 'a'] },
      { table, key: ['w', 'a'] },
    ]);
    await buffer.load([{ table, key: ['w', 'a'] }]);
    expect(fetched).toEqual([[['w', 'a']]]);
    expect(buffer.get(table, ['w', 'a'])).toEqual({ workflow: 'w', counter: 'a', change: 1 });
    expect(() => buffer.get(table, ['w', 'b'])).toThrow('without being announced');
  });

  it('writes each changed row once, as it is after the last change', async () => {
    const { buffer } = bufferOver([]);
    await buffer.load([
      { table, key: ['w', 'a'] },
      { table, key: ['w', 'b'] },
    ]);
    buffer.put(table, { workflow: 'w', counter: 'a', change: 1 });
    buffer.put(table, { workflow: 'w', counter: 'a', change: 2 });
    buffer.remove(table, ['w', 'b']);
    expect(await buffer.changes()).toEqual([
      { table: 'ledger', put: [{ workflow: 'w', counter: 'a', change: 2 }], remove: [['w', 'b']] },
    ]);
  });

  it('adds sums to the rows they belong to, from 0 where there is none', async () => {
    const { buffer } = bufferOver([{ workflow: 'w', counter: 'a', change: 5 }]);
    buffer.add(table, ['w', 'a'], 'change', 2);
    buffer.add(table, ['w', 'a'], 'change', -1);
    buffer.add(table, ['w', 'new'], 'change', 1);
    const [changes] = await buffer.changes();
    expect(changes?.put).toEqual([
      { workflow: 'w', counter: 'a', change: 6 },
      { workflow: 'w', counter: 'new', change: 1 },
    ]);
  });
});
