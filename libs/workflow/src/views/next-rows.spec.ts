import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { viewNamed, type KeptRow } from './view.js';
import { nextRows } from './next-rows.js';
import { luggage } from '../testing/luggage/index.js';
import { personal, type EventDefinition } from '../event.js';

const actor = { id: 'clerk-1', role: 'clerk' };
const at = '2025-01-02T09:00:00.000Z';
const event = (type: string, data: unknown) => ({ type, data, occurredAt: at, actor });
const claims = luggage.views.get('claims');
const traced = luggage.views.get('traced');
if (claims === undefined || traced === undefined) throw new Error('the luggage workflow has two views');

const filed = { claimNo: 'L-1', owner: 'Nur', ownerArabic: 'نور', bags: 2, channel: 'desk' };
const row = { channel: 'desk', bags: 2, filedAt: at, tracedLast: null, isLate: false };

/** What a view of one column makes of one event. */
function changed(change: (rows: readonly KeptRow[], data: never) => unknown, data: unknown = {}) {
  const schema = z.strictObject({
    place: z.string().optional(),
    owner: personal('identity', z.string()).optional(),
    heirs: z.array(z.strictObject({ name: personal('identity', z.string()), share: z.number() })).optional(),
  });
  const events = new Map<string, EventDefinition>([['Done', { schema, version: 1, upcasters: [] }]]);
  const source = {
    ...{ version: 1, columns: { place: 'text', on: 'day?' } as const, key: ['place'] },
    rows: { Done: change as never },
  };
  return nextRows({ events }, viewNamed('w', 'v', source), { rows: [], event: event('Done', data) });
}

describe('the rows of a view', () => {
  it('follow from the events of their case, one after the other', () => {
    const opened = nextRows(luggage, claims, { rows: [], event: event('ClaimFiled', filed) });
    expect(opened).toEqual([row]);
    const found = nextRows(luggage, claims, { rows: opened, event: event('BagTraced', { place: 'Basra' }) });
    expect(found).toEqual([{ ...row, tracedLast: '2025-01-02' }]);
    expect(nextRows(luggage, claims, { rows: found, event: event('ClaimPaid', { amount: 5 }) })).toEqual([]);
  });

  it('are told apart by the key', () => {
    let rows: readonly KeptRow[] = [];
    for (const place of ['Basra', 'Basra'])
      rows = nextRows(luggage, traced, { rows, event: event('BagTraced', { place }) });
    expect(rows.map(({ bag, place }) => [bag, place])).toEqual([
      [1, 'Basra'],
      [2, 'Basra'],
    ]);
  });

  it('stay as they are at an event that the view does not follow', () => {
    expect(nextRows(luggage, claims, { rows: [row], event: event('NoteTaken', { note: 'n' }) })).toEqual([
      row,
    ]);
  });

  it('do not know what is personal, at any depth', () => {
    const seen: unknown[] = [];
    const data = { place: 'Basra', owner: 'Nur', heirs: [{ name: 'Sami', share: 1 }] };
    changed((_rows, given) => {
      seen.push(given);
      return [];
    }, data);
    expect(seen).toEqual([{ place: 'Basra', heirs: [{ share: 1 }] }]);
  });

  it.each([
    ['returns no list', () => undefined, 'rows.Done returns no list; return all rows'],
    ['returns something else in it', () => [7], 'rows.Done returns what is no row; return objects'],
    ['lacks a value', () => [{}], "rows.Done, column place: has no value; give it one, or make it 'text?'"],
    [
      'has a value of another kind',
      () => [{ place: 'a', on: '2025-02-30' }],
      'column on: has a value that is no day',
    ],
    ['has no such column', () => [{ place: 'a', plcae: 'b' }], 'a row with plcae, which is no column'],
    ['has two rows of one key', () => [{ place: 'a' }, { place: 'a' }], 'two rows of one key; place differ'],
    ['has a key of several lines', () => [{ place: 'a\nb' }], 'column place: has a text of several lines'],
    [
      'has a key that is too long',
      () => [{ place: 'a'.repeat(201) }],
      'column place: has a text of more than 200 characters',
    ],
    [
      'fails',
      () => {
        throw new Error('no heirs');
      },
      'rows.Done failed (no heirs); correct it',
    ],
  ])('are refused with VIEW_ROWS_INVALID when a function %s', (_what, change, message) => {
    expect(() => changed(change)).toThrow(message);
  });
});
