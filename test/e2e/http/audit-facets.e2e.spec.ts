import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let crossed: string;

const person = (id: string) => ({ id, roles: [] });

beforeAll(async () => {
  server = await testServer();
  const { engine } = server;
  const ids: string[] = [];
  for (const number of [1, 2, 3, 4]) {
    const { caseId } = await officerCase(server, `QAIM-2024-0000${number}`);
    await stateIntention(server, caseId, number % 2 === 0 ? 'stay' : 'refuse');
    ids.push(caseId);
  }
  await officerCase(server, 'QAIM-2024-00005', { camped: false });
  await registerPeople(server, {
    'co-07': { roles: ['caseOfficer'] },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'pro-01': { roles: ['protection'], unit: 'QAIM' },
    'mon-51': { roles: ['monitor'], unit: 'QAIM' },
    'aud-51': { roles: ['auditor'] },
  });
  for (const id of ids.slice(0, 2)) await assign(server, id, 'co-07');
  crossed = ids[3] ?? '';
  // Nothing was consented to, and no risk assessed: the crossing stands against two rules.
  const outcome = await engine.handle({
    ...{ target: { caseId: crossed }, command: 'RecordIrregularCrossing' },
    input: { crossedAt: '2024-12-09T06:00:00+03:00', circumstances: 'at night', reliability: 'confirmed' },
    actor: { ...person('pro-01'), roles: ['protection'] },
    confirmation: { by: { ...person('sup-01'), roles: ['supervisor'] } },
  });
  if (!outcome.accepted) throw new Error(JSON.stringify(outcome.refusal));
  // Refused: an auditor sends nothing; and nobody is twice in a facility.
  for (const roles of [['auditor'], ['supervisor']])
    await engine.handle({
      ...{ target: { caseId: ids[0] ?? '' }, command: 'PlaceInFacility' },
      input: { facility: 'QAIM', orderNo: 'PO-2', legalBasis: 'HC V 1907, art. 11' },
      actor: { ...person(roles[0] === 'auditor' ? 'aud-51' : 'sup-01'), roles },
    });
  await server.settled();
});
afterAll(() => server.close());

type Filters = Readonly<Record<string, string>>;

const get = (path: string, filters: Filters, as: string | undefined) =>
  server.ask({
    url: `/api/v1/audit/${path}?${new URLSearchParams(filters).toString()}`,
    headers: as === undefined ? {} : { as },
  });

/** Each part of the log: how it is listed and counted, and what it is counted by. */
const parts = {
  events: {
    names: ['type', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) =>
      bodyOf('listAuditEvents', await get('events', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getAuditEventFacets', await get('events/facets', filters, as)),
  },
  refusals: {
    names: ['code', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) => bodyOf('listRefusals', await get('refusals', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getRefusalFacets', await get('refusals/facets', filters, as)),
  },
  'rules-not-kept': {
    names: ['guard', 'type', 'command', 'actor', 'role'],
    list: async (filters: Filters, as?: string) =>
      bodyOf('listRulesNotKept', await get('rules-not-kept', filters, as)),
    facets: async (filters: Filters, as?: string) =>
      bodyOf('getRuleFacets', await get('rules-not-kept/facets', filters, as)),
  },
} as const;
type Part = keyof typeof parts;
type Counts = Readonly<Record<string, readonly { readonly value: string; readonly count: number }[]>>;

const readers = [undefined, 'co-07', 'sup-01', 'sup-52', 'aud-51'] as const;
const filters: readonly Filters[] = [
  {},
  { actor: 'sup-01' },
  { role: 'supervisor', command: 'PlaceInFacility' },
  { from: '2020-01-01T00:00:00Z', to: '2100-01-01T00:00:00Z', workflow: 'officer-case' },
  { to: '2020-01-01T00:00:00Z' },
];
const questions = (Object.keys(parts) as Part[]).flatMap((part) =>
  readers.flatMap((as) => filters.map((asked) => ({ part, as, asked }))),
);

describe('the facets of the log', () => {
  it.each(questions)('$part of $asked for $as are the totals of lists', async ({ part, as, asked }) => {
    const { list, facets, names } = parts[part];
    const found = await facets(asked, as);
    const { items, total, next } = await list({ ...asked, limit: '500' }, as);
    expect(next).toBeNull();
    expect(total).toEqual({ value: items.length, relation: 'eq' });
    expect(found.total).toBe(items.length);
    for (const name of names)
      for (const { value, count } of (found as unknown as Counts)[name] ?? [])
        expect({ name, value, count }).toEqual({
          ...{ name, value },
          count: (await list({ ...asked, [name]: value, limit: '1' }, as)).total.value,
        });
    const { from: _from, to: _to, ...whenever } = asked;
    const inBars = found.bars.items.reduce((sum, { count }) => sum + count, 0);
    expect(inBars).toBe((await list({ ...whenever, limit: '1' }, as)).total.value);
  });

  it('have no line of a case that is not seen', async () => {
    const all = await parts.events.facets({});
    const few = await parts.events.facets({}, 'co-07');
    expect(few.total).toBeGreaterThan(0);
    expect(few.total).toBeLessThan(all.total);
    expect((await parts.events.facets({ case: crossed }, 'co-07')).total).toBe(0);
  });

  it('count by days of a zone, and by those of a period alone where that is asked for', async () => {
    const { bars } = await parts.events.facets({ zone: 'Asia/Baghdad' });
    expect(bars).toMatchObject({ unit: 'day', zone: 'Asia/Baghdad' });
    expect(bars.items.at(-1)?.count).toBeGreaterThan(0);
    const day = bars.items[0]?.from ?? '';
    const period = { from: `${day}T00:00:00+03:00`, to: `${day}T23:59:59+03:00` };
    const near = await parts.events.facets({ ...period, bars: 'period', zone: 'Asia/Baghdad' });
    expect(near.bars.items).toEqual([{ from: day, to: day, count: bars.items[0]?.count }]);
    const never = await parts.events.facets({ to: '2020-01-01T00:00:00Z', bars: 'period' });
    expect(never).toMatchObject({ total: 0, bars: { items: [] } });
  });

  it.each([
    ['events/facets?zone=Mars', 'query.zone'],
    ['events/facets?bars=some', 'query.bars'],
    ['events/facets?type=NothingHappened', 'query.type'],
    ['events/facets?code=WRONG_STATE', 'query.code'],
    ['events?role=nobody', 'query.role'],
    ['refusals/facets?guard=G-RISK', 'query.guard'],
    ['rules-not-kept?guard=G-NOTHING', 'query.guard'],
    ['rules-not-kept/facets?limit=3', 'query.limit'],
    ['events/facets?from=2025-01-02T00:00:00Z&to=2025-01-01T00:00:00Z', 'query.to'],
    ['rules-not-kept?cursor=nonsense', 'query.cursor'],
  ])('refuse %s and name %s', async (path, field) => {
    const problem = problemIn(await server.ask({ url: `/api/v1/audit/${path}` }));
    expect(problem).toMatchObject({ status: 400, issues: [{ path: field }] });
  });

  it('refuse a workflow that there is not', async () => {
    expect(problemIn(await get('events/facets', { workflow: 'nothing' }, undefined)).code).toBe(
      'WORKFLOW_NOT_FOUND',
    );
  });
});

describe('the rules that were not kept', () => {
  it('name the rule, the event and who recorded it, page by page', async () => {
    const { items } = await parts['rules-not-kept'].list({}, 'aud-51');
    expect(items.map(({ guard, code }) => `${guard} ${code}`)).toEqual([
      'G-RISK RISK_NOT_ASSESSED',
      'G-CONSENT CONSENT_MISSING',
    ]);
    expect(items[0]).toMatchObject({
      ...{ caseId: crossed, type: 'IrregularCrossingRecorded', actor: 'pro-01', role: 'protection' },
      confirmedBy: 'sup-01',
    });
    const first = await parts['rules-not-kept'].list({ limit: '1' });
    const second = await parts['rules-not-kept'].list({ limit: '1', cursor: first.next ?? '' });
    expect([...first.items, ...second.items]).toEqual(items);
    expect(second.next).toBeNull();
  });

  it.each(['rules-not-kept', 'rules-not-kept/facets'])(
    'are not told to somebody who may not see the rules of a case: %s',
    async (path) => {
      expect(problemIn(await get(path, {}, 'mon-51'))).toMatchObject({
        ...{ status: 403, code: 'READ_NOT_PERMITTED' },
      });
    },
  );

  it('of one case are entered in the log of reads, with their numbers', async () => {
    await parts['rules-not-kept'].list({ case: crossed }, 'aud-51');
    await parts['rules-not-kept'].facets({ case: crossed }, 'aud-51');
    const entered = await server.ask({ url: `/api/v1/audit/reads?case=${crossed}&actor=aud-51&limit=2` });
    expect(bodyOf('listReads', entered).items).toEqual([
      expect.objectContaining({ operation: 'getRuleFacets', classes: ['rules'], rows: 1 }),
      expect.objectContaining({ operation: 'listRulesNotKept', classes: ['rules'], rows: 2 }),
    ]);
  });
});
