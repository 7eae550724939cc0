import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OfficerLoad } from '@safeconduct/contracts';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { assign, officerCase, stateIntention, voidRegistration } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const start = Date.parse('2024-12-08T09:00:00Z');
/** How long the server has run, by its clock. */
let ranMs = 0;
const dayMs = 86_400_000;

/** Whom the cases of the test are given to, one after the other; the second one of co-07 is closed. */
const given = ['co-07', 'co-07', 'co-08', 'co-09', undefined];

beforeAll(async () => {
  server = await testServer({ clock: { now: () => new Date(start + ranMs).toISOString() } });
  await registerPeople(server, {
    'co-01': { roles: ['caseOfficer'] },
    'co-07': { roles: ['caseOfficer'] },
    'co-08': { roles: ['caseOfficer'], unit: 'QAIM' },
    'co-09': { roles: ['caseOfficer'] },
    'co-10': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'sup-01': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'aud-51': { roles: ['auditor'] },
    'int-01': { roles: ['interpreter'] },
  });
  const ids: string[] = [];
  const cases = async (numbers: readonly number[]) => {
    for (const number of numbers) ids.push((await officerCase(server, `QAIM-2024-0000${number}`)).caseId);
  };
  await cases([1, 2, 3]);
  ranMs = 20 * dayMs;
  await cases([4, 5]);
  const entered = await officerCase(server, 'QAIM-2024-00006', { camped: false });
  const mistaken = await officerCase(server, 'QAIM-2024-00007', { camped: false });
  for (const [index, officer] of given.entries())
    if (officer !== undefined) await assign(server, ids[index] ?? '', officer);
  await assign(server, entered.caseId, 'co-07');
  await assign(server, mistaken.caseId, 'co-07');
  await voidRegistration(server, mistaken.caseId);
  await stateIntention(server, ids[0] ?? '', 'refuse');
  await changed('co-09', 'RecordLeaving', {});
  await changed('co-08', 'RecordAbsence', { from: '2024-12-27', until: '2025-01-03' });
  await server.settled();
});
afterAll(() => server.close());

async function changed(person: string, change: string, data: object): Promise<void> {
  const url = `/api/v1/people/${person}/commands/${change}`;
  bodyOf('changePerson', await server.ask({ method: 'POST', url, headers: { as: 'adm-1' }, body: { data } }));
}

type Filters = Readonly<Record<string, string>>;

const get = (path: string, filters: Filters, as: string | undefined) =>
  server.ask({
    url: `/api/v1${path}?${new URLSearchParams(filters).toString()}`,
    headers: as === undefined ? {} : { as },
  });
const workloadOf = async (filters: Filters, as?: string) =>
  bodyOf('getWorkload', await get('/workload', filters, as));

/** The references of the cases behind a number, and how many the list says there are. */
async function behind(filters: Filters, as: string | undefined): Promise<number> {
  const { items, total } = bodyOf('listCases', await get('/cases', filters, as));
  expect(total).toEqual({ value: items.length, relation: 'eq' });
  return items.length;
}

const readers = [undefined, 'co-07', 'sup-01', 'sup-52', 'aud-51', 'int-01'] as const;
const filters: readonly Filters[] = [
  {},
  { facility: 'QAIM', workflow: 'officer-case' },
  { facility: 'RUTBA' },
  { state: 'camped' },
  { state: 'resolved' },
  { tag: 'intention:refuse' },
];
const questions = readers.flatMap((as) => filters.map((asked) => ({ as, asked })));

describe('the workload', () => {
  it.each(questions)('of $asked for $as has the totals of the lists behind it', async ({ as, asked }) => {
    const { items } = await workloadOf(asked, as);
    for (const { officer, roles, open, overdue, dueSoon, waitingOnThem } of items) {
      const theirs = { ...asked, assignee: officer ?? 'none', open: 'true' };
      expect({ officer, open, overdue, dueSoon }).toEqual({
        officer,
        open: await behind(theirs, as),
        overdue: await behind({ ...theirs, due: 'overdue' }, as),
        dueSoon: await behind({ ...theirs, due: 'soon' }, as),
      });
      if (officer === null) expect(waitingOnThem).toBeNull();
      else
        expect({ officer, waitingOnThem }).toEqual({
          officer,
          waitingOnThem: await behind({ ...theirs, waitingOn: roles.join(',') }, as),
        });
    }
    const all = await behind({ ...asked, open: 'true' }, as);
    expect(items.reduce((sum, { open }) => sum + open, 0)).toBe(all);
  });

  it('is of everybody who has open cases, and of those without whom cases can be given to', async () => {
    const { items } = await workloadOf({});
    const short = ({ officer, open, canReceive, hasLeft }: OfficerLoad) => [
      officer,
      open,
      canReceive,
      hasLeft,
    ];
    expect(items.map(short)).toEqual([
      [null, 1, false, false],
      ['co-01', 0, true, false],
      ['co-07', 3, true, false],
      ['co-08', 1, true, false],
      ['co-09', 1, false, true],
      ['co-10', 0, true, false],
    ]);
    expect(items.some(({ overdue }) => overdue > 0)).toBe(true);
    expect(items.some(({ waitingOnThem }) => (waitingOnThem ?? 0) > 0)).toBe(true);
    expect(items.map(({ absentUntil }) => absentUntil)).toEqual([null, null, null, '2025-01-03', null, null]);
  });

  it('tells a reader nothing of officers whose cases they do not see', async () => {
    const officers = async (as: string, asked: Filters = {}) =>
      (await workloadOf(asked, as)).items.map(({ officer }) => officer);
    expect(await officers('sup-01')).toEqual([null, 'co-01', 'co-07', 'co-08', 'co-09']);
    // What is on its way belongs to every unit, and co-10 to that of this reader.
    expect(await officers('sup-52')).toEqual([null, 'co-01', 'co-07', 'co-10']);
    expect(await officers('aud-51', { facility: 'RUTBA' })).toEqual([null, 'co-01', 'co-07', 'co-10']);
    expect(await officers('co-07')).toEqual([null, 'co-07']);
    expect(await officers('int-01')).toEqual([null]);
  });

  it('refuses what no list is narrowed by, and names that no definition has', async () => {
    for (const asked of [{ state: 'cmped' }, { due: 'soon' }, { asOf: '2025-01-01T00:00:00Z' }] as Filters[])
      expect(problemIn(await get('/workload', asked, undefined)).status).toBe(400);
    expect(problemIn(await get('/workload', { workflow: 'nothing' }, undefined))).toMatchObject({
      code: 'WORKFLOW_NOT_FOUND',
    });
  });

  it('shows what was sent once the views have it', async () => {
    const { position } = await workloadOf({});
    expect((await workloadOf({ atLeast: position })).position).toBe(position);
    expect(problemIn(await get('/workload', { atLeast: '99999999' }, undefined))).toMatchObject({
      code: 'VIEW_BEHIND',
    });
  });
});
