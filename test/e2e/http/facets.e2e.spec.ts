import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseFacets } from '@safeconduct/contracts';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase, stateIntention, voidRegistration } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4, 5]) {
    const { caseId } = await officerCase(server, `QAIM-2024-0000${number}`);
    await stateIntention(server, caseId, number % 2 === 0 ? 'stay' : 'refuse');
    ids.push(caseId);
  }
  await officerCase(server, 'QAIM-2024-00006', { camped: false });
  const mistaken = await officerCase(server, 'QAIM-2024-00007', { camped: false });
  await voidRegistration(server, mistaken.caseId);
  await registerPeople(server, {
    'co-07': { roles: ['caseOfficer'] },
    'co-08': { roles: ['caseOfficer'] },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'cus-51': { roles: ['custody'], unit: 'QAIM' },
    'aud-51': { roles: ['auditor'] },
    // One line shows the intention of cases in two states, and the other hides it in all cases.
    'lia-51': { roles: ['liaison', 'auditor'] },
  });
  for (const [index, officer] of ['co-07', 'co-07', 'co-08'].entries())
    await assign(server, ids[index] ?? '', officer);
  await server.settled();
});
afterAll(() => server.close());

type Filters = Readonly<Record<string, string>>;

const get = (path: string, filters: Filters, as: string | undefined) =>
  server.ask({
    url: `/api/v1${path}?${new URLSearchParams(filters).toString()}`,
    headers: as === undefined ? {} : { as },
  });
const facetsOf = async (filters: Filters, as?: string) =>
  bodyOf('getCaseFacets', await get('/cases/facets', filters, as));
const totalOf = async (filters: Filters, as?: string) =>
  bodyOf('listCases', await get('/cases', { ...filters, limit: '1' }, as)).total;

/** Each value of a facet, as the parameter of the list that asks for it. */
function* valuesIn(facets: CaseFacets): Generator<readonly [string, string, number]> {
  const { state, facility, outcome, open, deadline, waitingOn } = facets;
  for (const [name, values] of Object.entries({ state, facility, outcome, open, deadline, waitingOn }))
    for (const { value, count } of values) yield [name, value, count];
  for (const { value, count } of facets.assignee) yield ['assignee', value ?? 'none', count];
}

const [before, past] = ['2020-01-01T00:00:00Z', '2100-01-01T00:00:00Z'];

const readers: readonly (string | undefined)[] = [
  ...[undefined, 'co-07', 'sup-01', 'sup-52', 'cus-51', 'aud-51', 'lia-51'],
];
const filters: readonly Filters[] = [
  {},
  { state: 'camped' },
  { state: 'entered,camped', facility: 'QAIM', workflow: 'officer-case' },
  { assignee: 'co-07' },
  { assignee: 'none', waitingOn: 'caseOfficer' },
  { tag: 'intention:refuse' },
  { tag: 'intention:stay,service:officer', assignee: 'co-07' },
  { outcome: 'REGISTERED_IN_ERROR' },
  { deadline: 'riskAssessment', q: 'QAIM' },
  { due: '2100-01-01T00:00:00Z', state: 'camped' },
  { sinceBefore: '2100-01-01T00:00:00Z', updatedFrom: '2020-01-01T00:00:00Z', assignee: 'co-08' },
  { due: 'overdue' },
  { open: 'true' },
  { open: 'false', assignee: 'none' },
  { open: 'true', state: 'camped,resolved', tag: 'intention:refuse' },
  { asOf: past },
  { asOf: past, state: 'camped', facility: 'QAIM' },
  { asOf: past, clock: 'recorded', open: 'true', q: '00003' },
  { asOf: past, age: '1-', tag: 'intention:refuse' },
  { asOf: past, earlier: `none@${before}`, state: 'camped' },
  { asOf: past, moved: `entered.screened:camped.settled@${before}`, tag: 'intention:stay' },
];
const one = { value: 1, relation: 'eq' };
const questions = readers.flatMap((as) => filters.map((asked) => ({ as, asked })));

describe('the facets', () => {
  it.each(questions)('of $asked for $as are the totals of lists', async ({ as, asked }) => {
    const facets = await facetsOf(asked, as);
    expect(facets.total).toEqual(await totalOf(asked, as));
    for (const [name, value, count] of valuesIn(facets)) {
      expect(count).toBeGreaterThan(0);
      expect({ name, value, count }).toEqual({
        ...{ name, value },
        count: (await totalOf({ ...asked, [name]: value }, as)).value,
      });
    }
    const { tag: tags, ...others } = asked;
    const askedTags = tags?.split(',') ?? [];
    for (const [name, values] of Object.entries(facets.tags)) {
      const kept = askedTags.filter((one) => !one.startsWith(`${name}:`));
      for (const { value, count } of values) {
        const tag = [...kept, `${name}:${value}`].join(',');
        expect({ tag, count }).toEqual({ tag, count: (await totalOf({ ...others, tag }, as)).value });
      }
    }
    for (const [name, total] of Object.entries(facets.without)) {
      const { [name]: _left, ...rest } = asked;
      expect({ name, total }).toEqual({ name, total: await totalOf(rest, as) });
    }
    const { asOf: _asOf, clock: _clock, ...narrowing } = asked;
    expect(Object.keys(facets.without).sort()).toEqual(Object.keys(narrowing).sort());
  });

  it('have every value that a case has, and nothing of cases that are not seen', async () => {
    const facets = await facetsOf({});
    expect(facets.state.map(({ value }) => value)).toEqual(
      expect.arrayContaining(['camped', 'camped.settled', 'entered', 'entered.intake', 'resolved']),
    );
    expect(facets.assignee).toEqual([
      { value: null, name: null, count: 4 },
      { value: 'co-07', name: null, count: 2 },
      { value: 'co-08', name: null, count: 1 },
    ]);
    expect(facets.outcome).toEqual([{ value: 'REGISTERED_IN_ERROR', count: 1 }]);
    expect(facets.open).toEqual([
      { value: 'true', count: 6 },
      { value: 'false', count: 1 },
    ]);
    expect(facets.tags['intention']).toEqual([
      { value: 'refuse', count: 3 },
      { value: 'stay', count: 2 },
    ]);
    expect((await facetsOf({}, 'co-07')).assignee).toEqual([{ value: 'co-07', name: null, count: 2 }]);
  });

  it('leave out of a list what is closed, now and at a past moment', async () => {
    const statesOf = async (filters: Filters) =>
      bodyOf('listCases', await get('/cases', filters, undefined)).items.map(({ state }) => state);
    for (const at of [
      {},
      { asOf: '2100-01-01T00:00:00Z' },
      { asOf: '2100-01-01T00:00:00Z', clock: 'recorded' },
    ]) {
      expect(await statesOf({ ...at, open: 'false' })).toEqual(['resolved']);
      expect((await statesOf({ ...at, open: 'true' })).sort()).toEqual([
        ...Array.from({ length: 5 }, () => 'camped'),
        'entered',
      ]);
    }
    expect(await statesOf({ open: 'true', state: 'resolved' })).toEqual([]);
    expect(problemIn(await get('/cases', { open: 'yes' }, undefined)).status).toBe(400);
  });

  it('count a tag only in cases in which the reader sees it', async () => {
    const { tags, total } = await facetsOf({}, 'cus-51');
    expect(total.value).toBeGreaterThan(4);
    expect(tags['intention']).toEqual([]);
    expect(tags['service']).not.toEqual([]);
  });

  it('of a search are those of what is found by its text', async () => {
    const search = async (path: string, query: string) =>
      server.ask({
        method: 'POST',
        url: `/api/v1/case-search${path}?${query}`,
        body: { text: 'QAIM 00003' },
      });
    for (const moment of ['', `asOf=${past}`]) {
      const facets = bodyOf('searchCaseFacets', await search('/facets', `${moment}&state=camped`));
      const list = bodyOf('searchCases', await search('', `${moment}&state=camped`));
      expect([facets.total, list.total]).toEqual([one, one]);
      expect(facets.state).toContainEqual({ value: 'camped', count: 1 });
      expect(facets.without).toEqual({ state: one });
      expect(bodyOf('searchCaseFacets', await search('/facets', `${moment}&state=entered`))).toMatchObject({
        ...{ total: { value: 0, relation: 'eq' }, without: { state: one } },
      });
    }
    expect(problemIn(await search('/facets', 'q=QAIM')).issues).toMatchObject([{ path: 'query.q' }]);
  });

  it('tell of a past moment where cases were, and not whose they were or what ran', async () => {
    const moved = `entered.screened:camped.settled@${before}`;
    for (const asked of [{ asOf: past }, { asOf: past, clock: 'recorded' }, { moved }]) {
      const { state, assignee, deadline, waitingOn } = await facetsOf(asked);
      expect(state).toContainEqual({ value: 'camped', count: 5 });
      expect([assignee, deadline, waitingOn]).toEqual([[], [], []]);
    }
    expect((await facetsOf({ asOf: before })).state).toEqual([]);
  });

  it.each([
    [{ state: 'cmped' }, 'query.state', 'unknown_name'],
    [{ asOf: past, assignee: 'none' }, 'query.assignee', 'not_in_the_past'],
    [{ asOf: before, earlier: `camped@${past}` }, 'query.earlier', 'too_big'],
    [{ earlier: `cmped@${before}` }, 'query.earlier', 'unknown_name'],
    [{ moved: `entered:camped@${before}` }, 'query.moved', 'unknown_name'],
  ])('refuse %j', async (asked, path, code) => {
    expect(problemIn(await get('/cases/facets', asked, undefined))).toMatchObject({
      ...{ status: 400, issues: [{ path, code }] },
    });
  });
});
