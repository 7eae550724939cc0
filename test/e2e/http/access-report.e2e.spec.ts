import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let caseId = '';
const forPerson = { 'x-purpose': 'subjectRequest' };
const nobody = '00000000-0000-8000-8000-000000000000';
const staff = ['sup-01', 'sup-51', 'pro-01', 'co-07', 'intake-01', 'dpo-01', 'brd-01', 'leg-07'];

beforeAll(async () => {
  server = await testServer();
  caseId = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  await stateIntention(server, caseId, 'refuse');
  const input = { officer: 'co-07' };
  const command = 'AssignOfficer';
  await server.engine.handle({ target: { caseId }, command, input, actor: actorOf('sup-01') });
  await registerPeople(server, { 'sup-51': { roles: ['supervisor'], unit: 'QAIM' } });
  await server.settled();
  await get(`/cases/${caseId}`, 'sup-51');
  await get('/cases', 'co-07');
  await get(`/cases/${caseId}`, 'co-08');
  const body = { trigger: 'threatToLife', text: 'A threat was made at the gate.', classes: ['identity'] };
  await server.ask({
    ...{ method: 'POST', url: `/api/v1/cases/${caseId}/emergency-access`, headers: { as: 'brd-01' }, body },
  });
  await get(`/cases/${caseId}`, 'brd-01', { 'x-purpose': 'breakGlass' });
});
afterAll(() => server.close());

const get = (path: string, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ url: `/api/v1${path}`, headers: { as, ...headers } });
const reportFor = async (as: string, headers: Record<string, string> = forPerson) =>
  bodyOf('getAccessReport', await get(`/cases/${caseId}/access-report`, as, headers));

describe('the report for the person of a case', () => {
  it('says who read it, for what and which data, who decided under which rules, and every emergency access', async () => {
    const report = await reportFor('dpo-01');
    const by = (role: string) => report.reads.filter(({ by: { roles } }) => roles.includes(role));
    expect(by('supervisor')).toMatchObject([
      { operation: 'getCase', purposes: ['custody'], classes: expect.arrayContaining(['identity', 'risk']) },
    ]);
    expect(by('caseOfficer')).toMatchObject([{ operation: 'listCases', isEmergency: false }]);
    const underEmergency = by('crossing').filter(({ operation }) => operation === 'getCase');
    expect(underEmergency).toMatchObject([{ classes: ['identity'], isEmergency: true }]);
    expect(report.emergencies).toMatchObject([{ trigger: 'threatToLife', verdict: null }]);
    const events = await server.engine.queries.history(
      { actor: { id: 'operator', roles: [] }, purpose: 'systemWork', operation: 'test' },
      { caseId },
    );
    expect(report.decisions.map(({ type }) => type)).toEqual(events.map(({ recorded }) => recorded.type));
    expect(report.decisions.map(({ rules }) => rules)).toEqual(
      events.map(({ envelope }) => envelope.guards.map(({ guard, version }) => ({ guard, version }))),
    );
    expect(report.decisions.some(({ rules }) => rules.length > 0)).toBe(true);
  });

  it('leaves out reads that showed nothing', async () => {
    const report = await reportFor('dpo-01');
    expect(report.reads.filter(({ by: { roles } }) => roles.includes('caseOfficer'))).toHaveLength(1);
  });

  it('names nobody who works with cases, and gives the same person the same sign', async () => {
    const one = await get(`/cases/${caseId}/access-report`, 'dpo-01', forPerson);
    const page = await get(`/cases/${caseId}/access-report.html`, 'dpo-01', forPerson);
    for (const id of staff)
      for (const { text } of [one, page]) expect([id, text.includes(id)]).toEqual([id, false]);
    const { reads, decisions } = await reportFor('dpo-01');
    const signs = new Set(
      [...reads.map(({ by }) => by), ...decisions.map(({ by }) => by)]
        .filter(({ roles }) => roles.includes('crossing'))
        .map(({ pseudonym }) => pseudonym),
    );
    expect(signs.size).toBe(1);
  });

  it('is a page in either language and direction, which loads nothing', async () => {
    const english = await get(`/cases/${caseId}/access-report.html`, 'dpo-01', forPerson);
    expect(english.headers['content-type']).toBe('text/html; charset=utf-8');
    expect(english.text).toContain('<html lang="en" dir="ltr">');
    expect(english.text).toContain('Who dealt with your case');
    const arabic = await get(`/cases/${caseId}/access-report.html`, 'dpo-01', {
      ...forPerson,
      'accept-language': 'ar',
    });
    expect(arabic.text).toContain('<html lang="ar" dir="rtl">');
    expect(arabic.text).toContain('من تعامل مع ملفك');
    expect(arabic.text).toContain('خطر على الحياة');
    for (const { text } of [english, arabic]) expect(text).not.toMatch(/<script|src=|href=/);
  });

  it('is for a request of the person or for their counsel, and for nobody else', async () => {
    for (const as of ['dpo-01', 'sup-51', 'pro-01', 'aud-01', 'lia-01'])
      expect([as, problemIn(await get(`/cases/${caseId}/access-report`, as)).code]).toEqual([
        as,
        'READ_NOT_PERMITTED',
      ]);
    // Counsel of somebody else, and of a case that there is not.
    expect(problemIn(await get(`/cases/${caseId}/access-report`, 'leg-07')).code).toBe('CASE_NOT_FOUND');
    expect(problemIn(await get(`/cases/${nobody}/access-report`, 'dpo-01', forPerson)).code).toBe(
      'CASE_NOT_FOUND',
    );
  });

  it('is entered in the log of reads', async () => {
    const answer = await get(`/cases/${caseId}/access-report`, 'dpo-01', forPerson);
    const { items } = bodyOf('listReads', await get('/audit/reads?actor=dpo-01', 'aud-01'));
    expect(items.find(({ requestId }) => requestId === answer.headers['x-request-id'])).toMatchObject({
      ...{ operation: 'getAccessReport', cases: [caseId], purposes: ['subjectRequest'] },
    });
  });
});
