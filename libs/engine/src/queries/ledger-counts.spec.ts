import { describe, expect, it } from '@jest/globals';
import type { Workflow } from '@safeconduct/workflow';
import type { Moment } from '../moment.js';
import { ledgerCounts, type Counted } from './ledger-counts.js';

const cell = (leaf: string, place = '', outcome = '', tags = '') =>
  `case|${leaf}|${place}|${outcome}|${tags}`;
const cells = new Map([
  [cell('camped.settled', 'RUTBA', '', 'service=officer'), 3],
  [cell('camped.returning', 'RUTBA', '', 'service=soldier'), 4],
  [cell('camped.settled', 'QAIM', '', 'service=officer'), 5],
  [cell('returned.monitored'), 6],
  [cell('resolved', '', 'RETURNED'), 7],
  [cell('resolved', '', 'TWICE'), 8],
  [cell('entered', 'QAIM'), 0],
]);
const moment: Moment = { at: '2025-01-01T00:00:00.000Z', clock: 'occurred' };
const workflow = { name: 'case', source: { notPersons: ['TWICE'] } } as unknown as Workflow;
const asked: string[] = [];
const views = {
  ledger: (query: { readonly moment?: Moment | undefined }) => {
    asked.push(query.moment?.at ?? 'now');
    const isEarly = query.moment !== undefined && query.moment.at < '2024-12-20';
    const events = new Map([
      ['Crossed|service=officer', isEarly ? 2 : 9],
      ['Crossed|', isEarly ? 0 : 1],
      ['Left|', 5],
    ]);
    return Promise.resolve({ cells, events });
  },
};
const count = async (counted: Counted, without?: readonly Counted[], place?: string) => {
  const [found] = await ledgerCounts(views, workflow, { requests: [{ moment, counted, without }], place });
  if (found === undefined) throw new Error('no count');
  return found;
};

describe('a number of the ledger', () => {
  it.each<[Counted, number]>([
    [{}, 25],
    [{ states: ['camped'] }, 12],
    [{ states: ['camped.settled', 'returned'] }, 14],
    [{ states: ['returned'], outcomes: ['RETURNED'] }, 13],
    [{ outcomes: ['TWICE'] }, 8],
    [{ states: ['resolved'] }, 7],
    [{ place: 'RUTBA' }, 7],
    [{ place: 'RUTBA', states: ['entered'] }, 0],
    [{ tags: { service: ['officer'] } }, 8],
    [{ tags: { service: ['officer', 'soldier'] }, place: 'RUTBA' }, 7],
    [{ event: 'Crossed' }, 10],
    [{ event: 'Crossed', tags: { service: ['officer'] } }, 9],
    [{ event: 'Crossed', since: '2024-12-19T00:00:00.000Z' }, 8],
    [{ event: 'Crossed', since: '2025-01-02T00:00:00.000Z' }, 0],
  ])('of %j is %d', async (counted, value) => {
    expect(await count(counted)).toEqual({ value, roundedTo: null, isBegun: true, groups: [] });
  });

  it('without the persons of others is told by groups, and says where a list of cases has exactly these', async () => {
    const officers = { place: 'RUTBA', tags: { service: ['officer'] } };
    expect(await count({}, [officers, { states: ['returned'] }])).toMatchObject({
      value: 16,
      groups: [
        { state: 'resolved', place: '', outcome: 'RETURNED', count: 7, isWhole: true },
        { state: 'camped', place: 'QAIM', outcome: '', count: 5, isWhole: true },
        { state: 'camped', place: 'RUTBA', outcome: '', count: 4, isWhole: false },
      ],
    });
  });

  it('that is rounded does not say where those are who are left out', async () => {
    const figureOf = (some: readonly { readonly count: number }[]) =>
      some.reduce((all, one) => all + one.count, 0);
    const measuresOf = (tags: readonly string[]) => ({
      of: { roundedTo: tags.includes('service') ? 5 : null, figureOf },
    });
    const officers = { tags: { service: ['officer'] } };
    for (const [without, wholes] of [
      [officers, 0],
      [{ place: 'RUTBA' }, 3],
    ] as const) {
      const requests = [{ moment, counted: {}, without: [without] }];
      const [found] = await ledgerCounts(views, workflow, { requests, measuresOf });
      expect(found?.groups.filter(({ isWhole }) => isWhole)).toHaveLength(wholes);
    }
  });

  it('is not given to a reader who gets figures of one place, unless it is about that place alone', async () => {
    expect((await count({ place: 'RUTBA' }, undefined, 'RUTBA')).value).toBe(7);
    for (const counted of [{}, { place: 'QAIM' }, { event: 'Crossed' }])
      expect(await count(counted, [], 'RUTBA')).toMatchObject({ value: null, groups: [] });
  });

  it('is counted in a ledger that is read once for each moment', async () => {
    asked.length = 0;
    const requests = [{}, { event: 'Left' }, { event: 'Crossed', since: '2024-12-19T00:00:00.000Z' }].map(
      (counted) => ({ moment, counted }),
    );
    await ledgerCounts(views, workflow, { requests });
    expect(asked).toEqual([moment.at, '2024-12-18T23:59:59.999Z']);
  });
});
