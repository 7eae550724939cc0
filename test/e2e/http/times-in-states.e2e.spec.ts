import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  for (const number of [1, 2, 3]) await officerCase(server, `QAIM-2024-0000${number}`);
  await officerCase(server, 'QAIM-2024-00004', { camped: false });
  await registerPeople(server, {
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'aut-51': { roles: ['authority'] },
    'lia-51': { roles: ['liaison'] },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as?: string) =>
  server.ask({ url: `/api/v1${path}`, headers: as === undefined ? {} : { as } });
const agesOf = async (query: string, as?: string) =>
  bodyOf('getPopulationAges', await get(`/population/ages?workflow=officer-case${query}`, as));
const movesOf = async (query: string, as?: string) =>
  bodyOf('getPopulationMoves', await get(`/population/moves?workflow=officer-case&${query}`, as));

const sumOf = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const ever = 'from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';

describe('those who went from one state to another', () => {
  const [before, now] = ['2020-01-01T00:00:00Z', () => new Date().toISOString()];

  it('are listed', async () => {
    const asOf = now();
    const listed = async (query: string) =>
      bodyOf('listCases', await get(`/cases?workflow=officer-case&asOf=${asOf}&${query}`)).total.value;
    const { flows } = bodyOf(
      'getPopulationFlows',
      await get(`/population/flows?workflow=officer-case&from=${before}&to=${asOf}`),
    );
    for (const { from, to, count } of flows)
      expect(await listed(`state=${to}&earlier=${from ?? 'none'}@${before}`)).toBe(count);
    expect(flows.length).toBeGreaterThan(1);
    expect(await listed(`state=camped&earlier=camped.settled@${asOf}`)).toBe(3);
  });

  it('are listed as they are now, where no moment is named', async () => {
    const { items, asOf } = bodyOf('listCases', await get(`/cases?state=camped&earlier=none@${before}`));
    expect(items).toHaveLength(3);
    expect(asOf).not.toBeNull();
  });

  it.each([
    [`earlier=camped`, 'query.earlier'],
    [`earlier=camped@yesterday`, 'query.earlier'],
    [`earlier=@${before}`, 'query.earlier'],
    [`asOf=2019-01-01T00:00:00Z&earlier=camped@${before}`, 'query.earlier'],
    [`earlier=camped@${before}&assignee=me`, 'query.assignee'],
    [`earlier=camped@${before}&sort=due`, 'query.sort'],
  ])('are asked for by a state and a moment before: %s', async (query, path) => {
    const { code, issues } = problemIn(await get(`/cases?workflow=officer-case&${query}`));
    expect([code, issues]).toEqual(['REQUEST_INVALID', [expect.objectContaining({ path })]]);
  });

  it('are asked for by a state that there is', async () => {
    const query = `asOf=2025-01-01T00:00:00Z&earlier=campd@${before}`;
    const { issues } = problemIn(await get(`/cases?workflow=officer-case&${query}`));
    const message = expect.stringContaining('camped') as unknown;
    expect(issues).toEqual([expect.objectContaining({ path: 'query.earlier', message })]);
  });
});

describe('those who made a move', () => {
  const before = '2020-01-01T00:00:00Z';

  it('are listed, each once', async () => {
    const asOf = new Date().toISOString();
    const { moves } = await movesOf(`from=${before}&to=${asOf}`);
    for (const { from, to, count } of moves) {
      const list = await get(`/cases?workflow=officer-case&asOf=${asOf}&moved=${from}:${to}@${before}`);
      expect(bodyOf('listCases', list).total).toEqual({ value: count, relation: 'eq' });
    }
    expect(moves.length).toBeGreaterThan(1);
  });

  it('are listed as they are now, where no moment is named, to whoever sees them', async () => {
    const path = `/cases?moved=entered.screened:camped.settled@${before}`;
    const { items, asOf } = bodyOf('listCases', await get(path));
    expect([items.length, asOf]).toEqual([3, expect.any(String)]);
    expect(bodyOf('listCases', await get(path, 'sup-52')).total.value).toBe(0);
  });

  it.each([
    ['moved=camped', 'query.moved'],
    [`moved=entered:camped`, 'query.moved'],
    [`moved=entered.screened:@${before}`, 'query.moved'],
    [`moved=a:b:c@${before}`, 'query.moved'],
    ['moved=entered.screened:camped.settled@yesterday', 'query.moved'],
    [`asOf=2019-01-01T00:00:00Z&moved=entered.screened:camped.settled@${before}`, 'query.moved'],
    [`moved=entered.screened:camped.settled@${before}&due=soon`, 'query.due'],
    // Only cases that are in an innermost state leave it.
    [`moved=entered:camped.settled@${before}`, 'query.moved'],
    [`moved=entered.screened:camped.setled@${before}`, 'query.moved'],
  ])('are asked for by two innermost states and a moment before: %s', async (query, path) => {
    const { code, issues } = problemIn(await get(`/cases?workflow=officer-case&${query}`));
    expect([code, issues]).toEqual(['REQUEST_INVALID', [expect.objectContaining({ path })]]);
  });
});

describe('how long cases are in their states', () => {
  it.each([
    ['now', undefined],
    ['a past moment, as it happened', 'occurred'],
    ['a past moment, as it was known', 'recorded'],
  ] as const)('is told for %s, each age with the list of its cases', async (_moment, clock) => {
    const moment = clock === undefined ? '' : `&asOf=${new Date().toISOString()}&clock=${clock}`;
    const { days, states } = await agesOf(moment);
    const counts = Object.fromEntries(states.map(({ state, count }) => [state, count]));
    expect(counts).toMatchObject({ entered: 1, camped: 3, 'camped.settled': 3 });
    for (const { state, count, ages } of states) {
      expect(ages).toHaveLength(days.length + 1);
      expect(sumOf(ages)).toBe(count);
      for (const [part, wanted] of ages.entries()) {
        const age = `${days[part - 1] ?? 0}-${days[part] ?? ''}`;
        const list = await get(`/cases?state=${state}${moment}&age=${age}`);
        expect(bodyOf('listCases', list).total).toEqual({ value: wanted, relation: 'eq' });
      }
    }
  });

  it('is told of the moves between states', async () => {
    const { moves } = await movesOf(ever);
    expect(moves).toContainEqual(
      expect.objectContaining({ to: 'camped.settled', count: 3, medianHours: 0, longestHours: 0 }),
    );
    expect((await movesOf('from=2020-01-01T00:00:00Z&to=2020-02-01T00:00:00Z')).moves).toEqual([]);
  });

  it('is told of what a reader sees: a unit of its own cases, and others by rounded figures', async () => {
    expect((await agesOf('', 'sup-51')).states.map(({ state, count }) => [state, count])).toEqual([
      ['camped', 3],
      ['camped.settled', 3],
    ]);
    expect((await agesOf('', 'sup-52')).states).toEqual([]);
    expect((await movesOf(ever, 'sup-52')).moves).toEqual([]);
    const rounded = await agesOf('', 'aut-51');
    expect(rounded.roundedTo).toBe(5);
    for (const { count, ages, medianHours, longestHours } of rounded.states) {
      for (const figure of [count, ...ages]) expect(figure % 5).toBe(0);
      expect([medianHours, longestHours]).toEqual([null, null]);
    }
    for (const { longestHours } of (await movesOf(ever, 'aut-51')).moves) expect(longestHours).toBeNull();
    for (const path of ['ages', `moves?${ever}`])
      expect(problemIn(await get(`/population/${path}`, 'lia-51')).code).toBe('READ_NOT_PERMITTED');
  });

  it.each([
    ['moves?from=2025-02-01T00:00:00Z&to=2025-01-31T00:00:00Z', 'query.to'],
    ['moves?from=2025-02-01&to=2025-01-31T00:00:00Z', 'query.from'],
    ['moves?from=2025-02-01T00:00:00Z', 'query.to'],
    ['ages?asOf=yesterday', 'query.asOf'],
    ['ages?tag=shoe:large', 'query.tag'],
    ['ages?days=7', 'query.days'],
  ])('says what is wrong with %s', async (asked, path) => {
    const { code, issues } = problemIn(await get(`/population/${asked}`));
    expect([code, issues]).toEqual(['REQUEST_INVALID', [expect.objectContaining({ path })]]);
  });

  it.each(['7', '30-7', '7-7', '-7', 'x-'])('is no filter of a list as %s', async (age) => {
    const { issues } = problemIn(await get(`/cases?age=${age}`));
    expect(issues).toEqual([expect.objectContaining({ path: 'query.age' })]);
  });

  it('is asked for once', async () => {
    const { issues } = problemIn(await get('/cases?age=7-&sinceBefore=2025-01-01T00:00:00Z'));
    expect(issues).toEqual([expect.objectContaining({ path: 'query.age', code: 'not_both' })]);
  });
});
