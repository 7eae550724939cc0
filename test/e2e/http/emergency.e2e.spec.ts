import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EmergencyAccess } from '@safeconduct/contracts';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { caseOfLongAgo, erase, officerCase, stateIntention, type Post } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let caseId = '';
let other = '';
const text = 'The person collapsed at the gate; allergies are needed.';
const breakGlass = { 'x-purpose': 'breakGlass' };

beforeAll(async () => {
  server = await testServer();
  caseId = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  other = (await officerCase(server, 'QAIM-2024-00002')).caseId;
  await stateIntention(server, caseId, 'refuse');
  const command = (what: string, input: object) =>
    server.engine.handle({ target: { caseId }, command: what, input, actor: actorOf('sup-01') });
  await command('AssignOfficer', { officer: 'co-07' });
  await registerPeople(server, {
    'co-60': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'co-61': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'co-62': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'co-63': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'co-64': { roles: ['caseOfficer'], unit: 'RUTBA' },
    'dpo-01': { roles: ['dataProtection'] },
    'key-01': { roles: ['keyCustodian'] },
    'lia-60': { roles: ['liaison'] },
    'lia-61': { roles: ['liaison', 'protection'] },
    'sup-60': { roles: ['supervisor'], unit: 'RUTBA' },
    'sup-61': { roles: ['supervisor'], unit: 'BAGHDAD' },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ url: `/api/v1${path}`, headers: { as, ...headers } });
const post = (path: string, as: string, body?: unknown): Promise<Answer> =>
  server.ask({ method: 'POST', url: `/api/v1${path}`, headers: { as }, ...(body !== undefined && { body }) });
const take = (as: string, more: object = {}, of = caseId): Promise<Answer> =>
  post(`/cases/${of}/emergency-access`, as, { trigger: 'medicalEmergency', text, ...more });
const taken = async (as: string, more: object = {}, of = caseId): Promise<EmergencyAccess> =>
  bodyOf('takeEmergencyAccess', await take(as, more, of));
const end = (grant: EmergencyAccess, as: string) => post(`/emergency-access/${grant.id}/end`, as);
const review = (grant: EmergencyAccess, as: string, verdict = 'justified') =>
  post(`/emergency-access/${grant.id}/review`, as, { verdict, text: 'The doctor confirms it.' });
const waiting = async (as: string) =>
  bodyOf('listEmergencyAccess', await get('/emergency-access?waiting=true', as)).items.map(({ id }) => id);

describe('emergency access', () => {
  it('shows one case to who took it, in the classes that were given, under its purpose, until it is ended', async () => {
    expect((await get(`/cases/${caseId}`, 'co-60')).status).toBe(404);
    const grant = await taken('co-60', { classes: ['identity', 'military'], minutes: 30 });
    expect(grant).toMatchObject({
      ...{ person: 'co-60', role: 'caseOfficer', unit: 'RUTBA', status: 'active', text },
      ...{ classes: ['identity', 'military'], ended: null, review: null },
    });
    expect(Date.parse(grant.until) - Date.parse(grant.begunAt)).toBe(30 * 60_000);
    const found = bodyOf('getCase', await get(`/cases/${caseId}`, 'co-60', breakGlass));
    expect(found).toMatchObject({
      reference: 'QAIM-2024-00001',
      data: { serviceCategory: expect.anything() },
    });
    expect(found.data).not.toHaveProperty('intention');
    expect(found.withheld).toContainEqual({ path: 'intention', dataClass: 'risk' });
    // Only this case, only under the purpose, only this person, and no list.
    expect((await get(`/cases/${other}`, 'co-60', breakGlass)).status).toBe(404);
    expect((await get(`/cases/${caseId}`, 'co-60')).status).toBe(404);
    expect((await get(`/cases/${caseId}`, 'co-61', breakGlass)).status).toBe(404);
    expect(bodyOf('listCases', await get('/cases', 'co-60', breakGlass)).items).toEqual([]);
    expect(bodyOf('endEmergencyAccess', await end(grant, 'co-60'))).toMatchObject({ status: 'toReview' });
    expect((await get(`/cases/${caseId}`, 'co-60', breakGlass)).status).toBe(404);
    expect((await review(grant, 'sup-60')).status).toBe(200);
  });

  it('marks every read under it in the log of reads', async () => {
    const grant = await taken('co-61');
    for (const path of ['', '/history', '/replay', '/commands'])
      expect((await get(`/cases/${caseId}${path}`, 'co-61', breakGlass)).status).toBe(200);
    const { items } = bodyOf('listReads', await get('/audit/reads?breakGlass=true&actor=co-61', 'dpo-01'));
    expect(new Set(items.map(({ operation }) => operation))).toEqual(
      new Set(['getCase', 'getHistory', 'getReplay', 'getCommands']),
    );
    for (const entry of items)
      expect(entry).toMatchObject({ breakGlass: grant.id, purposes: ['breakGlass'], cases: [caseId] });
    await end(grant, 'co-61');
    await review(grant, 'dpo-01');
  });

  it('is told at once to the supervisor of the unit and to data protection, and waits until it was reviewed', async () => {
    const grant = await taken('co-62');
    const inInbox = async (as: string) =>
      bodyOf('getInbox', await get('/inbox', as)).emergency.map(({ id }) => id);
    for (const as of ['sup-60', 'dpo-01']) {
      expect([as, await waiting(as)]).toEqual([as, [grant.id]]);
      expect([as, await inInbox(as)]).toEqual([as, [grant.id]]);
    }
    for (const as of ['sup-61', 'co-60', 'co-62', 'aud-01', 'pro-01'])
      expect([as, await waiting(as), await inInbox(as)]).toEqual([as, [], []]);
    expect(problemIn(await review(grant, 'sup-60'))).toMatchObject({ reason: 'ACCESS_STILL_RUNS' });
    // Whoever reviews it can end it.
    expect((await end(grant, 'dpo-01')).status).toBe(200);
    expect(problemIn(await end(grant, 'co-62'))).toMatchObject({ reason: 'ACCESS_IS_OVER' });
    expect(problemIn(await review(grant, 'co-62'))).toMatchObject({ reason: 'OWN_ACCESS' });
    for (const as of ['sup-61', 'co-60', 'aud-01'])
      expect(problemIn(await review(grant, as))).toMatchObject({ code: 'EMERGENCY_NOT_FOUND', status: 404 });
    expect(await waiting('sup-60')).toEqual([grant.id]);
    expect(bodyOf('reviewEmergencyAccess', await review(grant, 'sup-60', 'unjustified'))).toMatchObject({
      status: 'reviewed',
      review: { by: 'sup-60', verdict: 'unjustified', text: 'The doctor confirms it.' },
    });
    expect(await waiting('sup-60')).toEqual([]);
    expect(problemIn(await review(grant, 'dpo-01'))).toMatchObject({ reason: 'REVIEWED_ALREADY' });
  });

  it('never gives the reasons of a person to a liaison or crossing officer, whatever other role they hold', async () => {
    for (const as of ['lia-60', 'lia-61', 'brd-60'])
      for (const classes of [['risk'], ['narrative'], ['identity', 'risk']])
        expect([as, problemIn(await take(as, { classes }))]).toMatchObject([
          as,
          { code: 'EMERGENCY_REFUSED', reason: 'CLASS_NEVER_GIVEN' },
        ]);
    const grant = await taken('lia-61');
    expect(grant.classes).not.toContain('risk');
    expect(grant.classes).not.toContain('narrative');
    const found = bodyOf('getCase', await get(`/cases/${caseId}`, 'lia-61', breakGlass));
    expect(found.data).not.toHaveProperty('intention');
    await end(grant, 'lia-61');
    await review(grant, 'dpo-01');
  });

  it.each([
    ['aud-01', {}, 409, 'EMERGENCY_REFUSED'],
    ['aut-01', {}, 409, 'EMERGENCY_REFUSED'],
    ['co-60', { minutes: 241 }, 400, 'REQUEST_INVALID'],
    ['co-60', { minutes: 0 }, 400, 'REQUEST_INVALID'],
    ['co-60', { text: 'short' }, 400, 'REQUEST_INVALID'],
    ['co-60', { trigger: 'curiosity' }, 400, 'REQUEST_INVALID'],
    ['co-60', { classes: [] }, 400, 'REQUEST_INVALID'],
    ['co-60', { classes: ['witness'] }, 409, 'EMERGENCY_REFUSED'],
    ['co-60', { classes: ['medicl'] }, 400, 'REQUEST_INVALID'],
  ])('is not given to %s who asks for %j', async (as, more, status, code) => {
    expect(problemIn(await take(as, more))).toMatchObject({ status, code });
  });

  it('is not given to a case that there is not, and not twice at a time', async () => {
    const nobody = '00000000-0000-8000-8000-000000000000';
    expect(problemIn(await take('co-60', {}, nobody)).code).toBe('CASE_NOT_FOUND');
    const [one, two] = await Promise.all([take('co-60'), take('co-60')]);
    const statuses = [one.status, two.status].sort((first, second) => first - second);
    expect(statuses).toEqual([201, 409]);
    const grant = bodyOf('takeEmergencyAccess', one.status === 201 ? one : two);
    await end(grant, 'co-60');
    await review(grant, 'sup-60');
  });

  it('is not given to somebody of whom three wait for their review', async () => {
    const grants: EmergencyAccess[] = [];
    for (let count = 0; count < 3; count += 1) {
      const grant = await taken('co-60');
      await end(grant, 'co-60');
      grants.push(grant);
    }
    expect(problemIn(await take('co-60'))).toMatchObject({ reason: 'REVIEW_WAITS' });
    for (const grant of grants) await review(grant, 'dpo-01');
    const again = await taken('co-60');
    await end(again, 'co-60');
  });

  it('is recorded with what was written sealed, and with who took, ended and reviewed it', async () => {
    const events = await server.installation.events.readStream('emergency-access', { from: 0n, limit: 500 });
    expect(new Set(events.map(({ type }) => type))).toEqual(
      new Set(['EmergencyAccessTaken', 'EmergencyAccessEnded', 'EmergencyAccessReviewed']),
    );
    const recorded = JSON.stringify(events.map(({ data, metadata }) => [data, metadata]));
    for (const told of ['collapsed', 'The doctor', 'QAIM-2024']) expect(recorded).not.toContain(told);
  });
});

describe('emergency access by the reference of a case', () => {
  const reference = 'QAIM-2024-00001';
  const missing = 'QAIM-2024-09999';
  const named = (as: string, of: string, more: object = {}): Promise<Answer> =>
    post('/emergency-access', as, { reference: of, trigger: 'medicalEmergency', text, ...more });
  const attemptsOf = async (as: string) => {
    const { items } = bodyOf('listReads', await get(`/audit/reads?actor=${as}&limit=500`, 'dpo-01'));
    return items.filter(({ operation }) => operation === 'takeEmergencyAccessByReference');
  };
  const over = async (grant: EmergencyAccess, as: string) => {
    await end(grant, as);
    await review(grant, 'dpo-01');
  };

  it.each(['QAIM-2024-00001', 'qaim–2024–00001', 'QAIM-٢٠٢٤-٠٠٠٠١'])(
    'is taken to the case that has it, as %s',
    async (typed) => {
      const grant = bodyOf('takeEmergencyAccessByReference', await named('co-63', typed, { minutes: 15 }));
      expect(grant).toMatchObject({ caseId, person: 'co-63', status: 'active' });
      expect((await get(`/cases/${caseId}`, 'co-63', breakGlass)).status).toBe(200);
      expect(problemIn(await named('co-63', typed))).toMatchObject({ reason: 'ACCESS_RUNS_ALREADY' });
      await over(grant, 'co-63');
    },
  );

  it('tells nobody who would get none whether there is such a case', async () => {
    const refusals = async (as: string, more: object = {}) => {
      const answers = [await named(as, reference, more), await named(as, missing, more)];
      return answers.map((answer) => problemIn(answer)['reason']);
    };
    expect(await refusals('aud-01')).toEqual(['NO_EMERGENCY_ACCESS', 'NO_EMERGENCY_ACCESS']);
    expect(await refusals('lia-60', { classes: ['risk'] })).toEqual([
      'CLASS_NEVER_GIVEN',
      'CLASS_NEVER_GIVEN',
    ]);
    expect(await attemptsOf('aud-01')).toEqual([]);
    const grants = [await taken('co-63'), await taken('co-63', {}, other)];
    for (const grant of grants) await end(grant, 'co-63');
    const third = await taken('co-63');
    await end(third, 'co-63');
    expect(await refusals('co-63')).toEqual(['REVIEW_WAITS', 'REVIEW_WAITS']);
    for (const grant of [...grants, third]) await review(grant, 'dpo-01');
  });

  it('is entered in the log of reads, whether there is such a case or not', async () => {
    const before = (await attemptsOf('co-62')).length;
    expect(problemIn(await named('co-62', missing)).code).toBe('CASE_NOT_FOUND');
    const grant = bodyOf('takeEmergencyAccessByReference', await named('co-62', reference));
    expect((await attemptsOf('co-62')).length).toBeGreaterThanOrEqual(before + 2);
    await over(grant, 'co-62');
  });

  it('has to wait after five references of which there is none, also for one that there is', async () => {
    for (let count = 0; count < 5; count += 1)
      expect(problemIn(await named('co-64', `QAIM-2024-0990${count}`)).code).toBe('CASE_NOT_FOUND');
    for (const one of [missing, reference]) {
      const answer = await named('co-64', one);
      expect(problemIn(answer)).toMatchObject({ status: 429, code: 'TOO_MANY_REQUESTS' });
      expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
    }
  });

  it('is answered as of no case where the person was erased', async () => {
    const person = { latin: 'Qastun al-Wardi', arabic: 'قسطون الوردي' };
    const erasedCase = await caseOfLongAgo(server, { registrationNo: 'QAIM-2018-00009', ...person });
    await server.settled();
    const sent: Post = async <Body>(path: string, by: string, body: object, headers = {}) => {
      const url = `/api/v1/${path}`;
      return (await server.ask({ method: 'POST', url, headers: { as: by, ...headers }, body })).json<Body>();
    };
    await erase(sent, erasedCase);
    await server.settled();
    expect(problemIn(await take('co-61', {}, erasedCase)).code).toBe('SUBJECT_ERASED');
    expect(problemIn(await named('co-61', 'QAIM-2018-00009')).code).toBe('CASE_NOT_FOUND');
  });

  it.each([
    [{ workflow: 'nothing' }, 404, 'WORKFLOW_NOT_FOUND'],
    [{ reference: '' }, 400, 'REQUEST_INVALID'],
    [{ reference: 'x'.repeat(300) }, 400, 'REQUEST_INVALID'],
    [{ classes: ['medicl'] }, 400, 'REQUEST_INVALID'],
    [{ text: 'short' }, 400, 'REQUEST_INVALID'],
  ])('is not given where %j is asked for', async (more, status, code) => {
    expect(problemIn(await named('co-63', reference, more))).toMatchObject({ status, code });
  });
});
