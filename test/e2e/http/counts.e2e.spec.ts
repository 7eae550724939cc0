import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const start = Date.parse('2024-12-08T09:00:00Z');
/** How long the server has run, by its clock. */
let ranMs = 0;
const hourMs = 3_600_000;

beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(start + ranMs).toISOString() } });
  const cases = [];
  for (const number of [1, 2, 3]) cases.push(await officerCase(server, `QAIM-2024-0000${number}`));
  ranMs = 20 * 24 * hourMs;
  for (const number of [4, 5]) cases.push(await officerCase(server, `QAIM-2024-0000${number}`));
  await officerCase(server, 'QAIM-2024-00006', { camped: false });
  await registerPeople(server, {
    'co-01': { roles: ['caseOfficer'] },
    'co-07': { roles: ['caseOfficer'] },
    'int-01': { roles: ['interpreter'] },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'pro-51': { roles: ['protection', 'importer'], unit: 'QAIM' },
    'aud-51': { roles: ['auditor'] },
  });
  for (const { caseId } of cases.slice(0, 2)) await assign(server, caseId, 'co-07');
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as: string | undefined) =>
  server.ask({ url: `/api/v1${path}`, headers: as === undefined ? {} : { as } });
const countsOf = async (as?: string, query = '') => bodyOf('getCounts', await get(`/counts${query}`, as));

const people: readonly (readonly [string | undefined, string | null, readonly string[]])[] = [
  [undefined, null, ['system']],
  ['co-07', null, ['caseOfficer']],
  ['sup-01', 'QAIM', ['supervisor']],
  ['sup-52', 'RUTBA', ['supervisor']],
  ['pro-51', 'QAIM', ['protection']],
  ['aud-51', null, ['auditor']],
];

describe('the counts', () => {
  it.each(people)(
    'of %s are the totals of the lists that they see, at one position',
    async (as, unit, roles) => {
      const { position, proposalsForMe, unit: ofUnit, exceptions, ...counts } = await countsOf(as);
      const totalOf = async (query: string) => {
        const page = bodyOf('listCases', await get(`/cases?limit=1${query}`, as));
        expect(page.position).toBe(position);
        return page.total;
      };
      expect(counts).toEqual({
        mine: await totalOf('&assignee=me&open=true'),
        unassigned: await totalOf('&assignee=none&open=true'),
        overdue: await totalOf('&due=overdue'),
        dueSoon: await totalOf('&due=soon'),
        waitingOnMyRoles: await totalOf(`&waitingOn=${roles.join(',')}`),
        total: await totalOf(''),
      });
      expect(ofUnit).toEqual(unit === null ? null : await totalOf(`&facility=${unit}&open=true`));
      expect(exceptions).toEqual(bodyOf('listExceptions', await get('/exceptions', as)).total);
      const { items } = bodyOf('listProposals', await get('/proposals?waitingFor=me', as));
      expect(proposalsForMe).toEqual({ value: items.length, relation: 'eq' });
    },
  );

  it('are of some cases and not of others, so that the comparison says something', async () => {
    const all = await countsOf();
    expect(all.total.value).toBe(6);
    for (const { value } of [all.unassigned, all.overdue, all.dueSoon]) {
      expect(value).toBeGreaterThan(0);
      expect(value).toBeLessThan(6);
    }
    expect((await countsOf('co-07')).mine.value).toBe(2);
    expect((await countsOf('sup-01')).unit?.value).toBe(5);
    expect((await countsOf('sup-52')).total.value).toBe(1);
  });

  it('have what waits for the second person', async () => {
    const waiting = async () => (await countsOf('sup-01')).proposalsForMe.value;
    expect(await waiting()).toBe(0);
    const screening = { category: 'COMBATANT_INTERNED', reasons: 'in uniform', interpreterId: 'int-01' };
    const before = await officerCase(server, 'QAIM-2024-00007', { upTo: 'RecordIdentity' });
    const url = `/api/v1/cases/${before.caseId}/commands/CompleteScreening`;
    const sent = await server.ask({
      method: 'POST',
      url,
      headers: { as: 'co-01' },
      body: { data: screening },
    });
    expect(sent.status).toBe(202);
    await server.settled();
    expect(await waiting()).toBe(1);
  });

  it('are of one workflow where that is asked for', async () => {
    expect((await countsOf(undefined, '?workflow=officer-case')).total.value).toBeGreaterThan(5);
    expect(problemIn(await get('/counts?workflow=nothing', undefined))).toMatchObject({
      code: 'WORKFLOW_NOT_FOUND',
    });
  });

  it('end what is soon with the seventh day of the zone, today being the first', async () => {
    // 27 December, 12:00 in Baghdad: until 3 January, 00:00 there.
    const until = '2025-01-02T21:00:00.000Z';
    const now = new Date(start + ranMs).toISOString();
    const { total } = bodyOf('listCases', await get(`/cases?dueFrom=${now}&due=${until}`, undefined));
    expect((await countsOf()).dueSoon).toEqual(total);
    expect(problemIn(await get(`/cases?due=soon&dueFrom=${now}`, undefined))).toMatchObject({
      issues: [{ path: 'query.dueFrom', code: 'not_both' }],
    });
  });
});
