import { describe, expect, it } from '@jest/globals';
import { earlierOf, setFilters, workSearch } from './work-search.js';

describe('the address of a list', () => {
  it('keeps what it can say, and leaves out what it cannot', () => {
    expect(
      workSearch({ view: 'overdue', sort: '-since', state: 'camped.settled,returned', facility: 'RUTBA' }),
    ).toEqual({
      view: 'overdue',
      sort: '-since',
      state: 'camped.settled,returned',
      facility: 'RUTBA',
    });
    expect(workSearch({ view: 'others', sort: 'height', state: '<b>', facility: 7, q: 'a name' })).toEqual(
      {},
    );
  });

  it('asks of a past day no more than the server knows of it', () => {
    expect(workSearch({ at: '2024-12-19', state: 'camped', deadline: 'screening', view: 'mine' })).toEqual({
      ...{ at: '2024-12-19', state: 'camped', view: 'all' },
    });
    expect(workSearch({ at: '2024-12-19', view: 'unit' })).toEqual({ at: '2024-12-19', view: 'unit' });
  });

  it('says for how long cases have been in their state, and of a past day where they were before', () => {
    const address = { view: 'all', state: 'returned', age: '7-30', earlier: '2024-12-15:camped' };
    expect(workSearch({ ...address, at: '2025-01-05' })).toEqual({ ...address, at: '2025-01-05' });
    expect(workSearch(address)).toEqual({ view: 'all', state: 'returned', age: '7-30' });
    expect(earlierOf('2024-12-15:none')).toEqual({ day: '2024-12-15', state: 'none' });
  });

  it('says whether closed cases are meant by a word, and nothing by another one', () => {
    expect(workSearch({ view: 'mine', open: 'no', waitingOn: 'caseOfficer,protection' })).toEqual({
      ...{ view: 'mine', open: 'no', waitingOn: 'caseOfficer,protection' },
    });
    expect(workSearch({ open: 'perhaps' })).toEqual({});
    expect(workSearch({ open: true })).toEqual({});
    expect(workSearch({ at: '2024-12-19', open: 'yes' })).toEqual({
      ...{ at: '2024-12-19', view: 'all', open: 'yes' },
    });
  });

  it('says which filters are set', () => {
    expect(setFilters({ view: 'mine', outcome: 'RELOCATED', state: 'camped' })).toEqual([
      ['state', 'camped'],
      ['outcome', 'RELOCATED'],
    ]);
  });
});
