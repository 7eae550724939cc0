import { describe, expect, it } from '@jest/globals';
import { inShownOrder, loadOrder, sortedLoads } from './sorted-loads.js';
import type { OfficerLoad } from './workload-query.js';
import { workloadSearch } from './workload-search.js';

const load = (officer: string | null, open: number, waitingOnThem: number | null = 0): OfficerLoad => ({
  ...{ officer, name: null, unit: null, roles: [], canReceive: true, hasLeft: false, absentUntil: null },
  ...{ open, overdue: 0, dueSoon: 0, waitingOnThem },
});
const loads = [load('c', 5, null), load(null, 1, null), load('a', 5), load('b', 9, 2)];
const officers = (some: readonly OfficerLoad[]) => some.map(({ officer }) => officer);
const sorted = (by?: string) =>
  officers(sortedLoads(loads, loadOrder(workloadSearch({ by })), ({ officer }) => officer ?? ''));

describe('the workload', () => {
  it('keeps of an address what it can say, and leaves out what it cannot', () => {
    expect(workloadSearch({ facility: 'RUTBA', by: '-overdue' })).toEqual({
      facility: 'RUTBA',
      by: '-overdue',
    });
    expect(workloadSearch({ facility: '<b>', by: 'height', q: 'a name' })).toEqual({});
  });

  it('is sorted by any column, what lies with nobody first, and equal ones by name', () => {
    expect(sorted()).toEqual([null, 'b', 'a', 'c']);
    expect(sorted('open')).toEqual([null, 'a', 'c', 'b']);
    expect(sorted('-officer')).toEqual([null, 'c', 'b', 'a']);
    expect(sorted('-waitingOnThem')).toEqual([null, 'b', 'a', 'c']);
  });

  it('keeps the order in which it is shown when it is counted again', () => {
    const before = ['b', null, 'c'];
    expect(officers(inShownOrder(loads, before))).toEqual(['b', null, 'c', 'a']);
  });
});
