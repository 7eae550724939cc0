import { describe, expect, it } from '@jest/globals';
import { viewsOf } from '../views/view.js';
import type { Events } from '../testing/luggage/definition.js';
import { en, ar } from '../testing/luggage/texts.js';
import { findingsWith } from '../testing/luggage/index.js';

const sound = { version: 1, columns: { bag: 'integer' }, key: ['bag'], rows: { BagTraced: () => [] } };
const views = en.views;

/** What the check says of a workflow with one view, texts aside. */
const found = (change: object, name = 'traced') =>
  findingsWith({ views: { [name]: { ...sound, ...change } } }).filter((line) => line.includes('views.ts'));

describe('the check of views', () => {
  it('lets the views of a sound workflow pass', () => {
    expect(findingsWith({})).toEqual([]);
    expect(found({})).toEqual([]);
  });

  it.each([
    [{}, 'Traced Bags', 'has a name that is no part of an address'],
    [
      {},
      'a-very-long-name-of-a-view-of-luggage',
      "has a name that is too long: it and 'luggage' have more than 40 letters together",
    ],
    [
      { columns: { bag: 'integer', Place: 'text' } },
      'traced',
      "has the column 'Place', whose name stores do not",
    ],
    [
      { columns: { bag: 'integer', limit: 'text' } },
      'traced',
      "has the column 'limit', a name that has a meaning",
    ],
    [
      { columns: { bag: 'integer', bAG: 'text' } },
      'traced',
      "has two columns 'bAG' that differ only in capitals",
    ],
    [{ columns: { bag: 'integer', at: 'date' } }, 'traced', "has the column 'at' of an unknown kind"],
    [{ columns: { bag: 'integer?' } }, 'traced', "has 'bag' in its key, which may be absent"],
    [{ columns: {}, key: [] }, 'traced', 'has no columns'],
    [{ key: ['bga'] }, 'traced', "names 'bga' in 'key', which is no column; did you mean bag?"],
    [{ filters: ['bags'] }, 'traced', "names 'bags' in 'filters', which is no column; did you mean bag?"],
    [{ filters: ['bag', 'bag'] }, 'traced', "names 'bag' twice in 'filters'"],
    [
      { rows: { BagTarced: () => [] } },
      'traced',
      'follows BagTarced, an event that does not exist; did you mean BagTraced?',
    ],
    [{ rows: {} }, 'traced', 'follows from no event'],
    [{ version: 0 }, 'traced', 'has no version from 1 to 999'],
    [{ filter: ['bag'] }, 'traced', "has 'filter', which means nothing there; did you mean 'filters'?"],
  ])('reports %j of view %s', (change, name, says) => {
    expect(found(change, name)).toEqual([expect.stringContaining(`view ${name} ${says}`)]);
  });

  it('wants a title and the head of each column in every language; the label of a field is a head', () => {
    const withoutTexts = { en: { ...en, views: { ...views, claims: '', 'claims.isLate': ' ' } }, ar };
    expect(findingsWith({ texts: withoutTexts })).toEqual([
      'luggage/messages/en.json: text views.claims is missing; write it',
      'luggage/messages/en.json: text views.claims.isLate is missing; write it',
    ]);
  });

  it('reports a text of a view that is gone', () => {
    expect(findingsWith({ texts: { en: { ...en, views: { ...views, lost: 'lost' } }, ar } })).toEqual([
      expect.stringContaining('text views.lost names nothing in the workflow'),
    ]);
  });
});

describe('what does not compile', () => {
  const event = viewsOf<Pick<Events, 'BagTraced'>>();
  const filed = viewsOf<Pick<Events, 'ClaimFiled'>>();

  it('is a view of an event, a column or a field that does not exist', () => {
    // @ts-expect-error  no event is called so
    event({ version: 1, columns: { place: 'text' }, rows: { BagBurnt: () => [] } });
    // @ts-expect-error  no column is called so
    event({ version: 1, columns: { place: 'text' }, key: ['bag'], rows: {} });
    // @ts-expect-error  no kind is called so
    event({ version: 1, columns: { place: 'string' }, rows: {} });
    // @ts-expect-error  the row has a number where its column has a text
    event({ version: 1, columns: { place: 'text' }, rows: { BagTraced: () => [{ place: 7 }] } });
    expect(event({ version: 1, columns: { place: 'text' }, rows: {} }).version).toBe(1);
  });

  it('is a column that is fed from a personal field', () => {
    filed({
      version: 1,
      columns: { name: 'text' },
      // @ts-expect-error  the owner is personal, so a view is not told it
      rows: { ClaimFiled: (_rows, { owner }) => [{ name: String(owner) }] },
    });
    const view = filed({
      version: 1,
      columns: { channel: 'code' },
      rows: { ClaimFiled: (_rows, { channel }) => [{ channel }] },
    });
    expect(view.version).toBe(1);
  });
});
