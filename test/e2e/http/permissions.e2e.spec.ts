import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { officerCase, stateIntention } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
const ids = { qaim: '', rutba: '' };
const nobody = '00000000-0000-8000-8000-000000000000';
const name = 'Ahmad Iyad al-Misri';

beforeAll(async () => {
  server = await testServer();
  ids.qaim = (await officerCase(server, 'QAIM-2024-00001')).caseId;
  ids.rutba = (await officerCase(server, 'QAIM-2024-00002')).caseId;
  await stateIntention(server, ids.qaim, 'refuse');
  const command = (caseId: string, what: string, input: object) =>
    server.engine.handle({ target: { caseId }, command: what, input, actor: actorOf('sup-01') });
  await command(ids.rutba, 'TransferFacility', { facility: 'RUTBA', orderNo: 'TO-1' });
  await command(ids.qaim, 'AssignOfficer', { officer: 'co-07' });
  await registerPeople(server, {
    'co-09': { roles: ['caseOfficer'] },
    'co-10': { roles: ['caseOfficer'] },
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ url: `/api/v1${path}`, headers: { as, ...headers } });
const listed = async (as: string, query = '') =>
  bodyOf('listCases', await get(`/cases${query}`, as)).items.map(({ caseId }) => caseId);
const found = async (as: string, text: string) => {
  const asked = { method: 'POST', url: '/api/v1/case-search', headers: { as }, body: { text } } as const;
  return bodyOf('searchCases', await server.ask(asked)).items.map(({ caseId }) => caseId);
};

describe('a reader', () => {
  it('lists and counts the cases that are theirs: of their unit, assigned to them, registered by them', async () => {
    expect(await listed('sup-51')).toEqual([ids.qaim]);
    expect(await listed('sup-52')).toEqual([ids.rutba]);
    expect(await listed('co-07')).toEqual([ids.qaim]);
    expect(await listed('co-08')).toEqual([]);
    expect(await listed('intake-01')).toEqual([ids.qaim, ids.rutba]);
    expect(await listed('int-01')).toEqual([]);
    expect(bodyOf('listCases', await get('/cases?limit=1', 'sup-51'))).toMatchObject({
      total: 1,
      next: null,
    });
  });

  it.each(['', '/history', '/commands', '/replay', '?revision=0', '?asOf=2024-12-08T00:00:00Z'])(
    'is answered of a case that is not theirs as of one that there is not: /cases/{caseId}%s',
    async (rest) => {
      for (const as of ['sup-52', 'co-08', 'leg-01', 'key-01']) {
        const hidden = await get(`/cases/${ids.qaim}${rest}`, as);
        const missing = await get(`/cases/${nobody}${rest}`, as);
        const problem = problemIn(hidden);
        expect(problem).toMatchObject({ code: 'CASE_NOT_FOUND', status: 404 });
        expect(problem).toEqual({ ...problemIn(missing), traceId: problem['traceId'] });
        expect(hidden.headers['etag']).toBeUndefined();
        expect(Object.keys(hidden.headers).sort()).toEqual(Object.keys(missing.headers).sort());
      }
    },
  );

  it('finds nobody by name, reference or intention whom they may not know', async () => {
    expect(await found('sup-51', 'ahmad')).toEqual([ids.qaim]);
    for (const person of ['sup-52', 'aud-01']) expect(await found(person, 'ahmad')).not.toContain(ids.qaim);
    for (const query of [
      '?q=qaim',
      '?reference=QAIM-2024-00001',
      '?tag=intention:refuse',
      `?reference=${ids.qaim}`,
    ])
      expect([query, await listed('sup-52', query)]).not.toContainEqual(ids.qaim);
    for (const query of ['?q=qaim', '?reference=QAIM-2024-00001', '?tag=intention:refuse'])
      expect([query, await listed('aud-01', query)]).toEqual([query, []]);
    expect(await listed('aud-01', `?reference=${ids.qaim}`)).toEqual([ids.qaim]);
  });

  it('of pseudonyms sees the same one everywhere, and no name', async () => {
    const found = bodyOf('getCase', await get(`/cases/${ids.qaim}`, 'aud-01'));
    expect(found.reference).toMatch(/^P-[0-9A-F]{12}$/);
    expect(found.subject).toEqual({ latin: found.reference, arabic: found.reference });
    expect(found.data).toMatchObject({ registrationNo: found.reference, facility: 'QAIM' });
    expect(found.data).not.toHaveProperty('nameLatin');
    expect(found.withheld).toContainEqual({ path: 'nameLatin', dataClass: 'identity' });
    const [row] = bodyOf('listCases', await get(`/cases?reference=${ids.qaim}`, 'aud-01')).items;
    expect(row?.reference).toBe(found.reference);
    for (const path of [
      '/cases',
      `/cases/${ids.qaim}/history`,
      `/cases/${ids.qaim}/replay`,
      '/audit/events',
      '/inbox',
    ]) {
      const { text } = await get(path, 'aud-01');
      for (const told of [name, 'QAIM-2024-0000', '1967', 'M-1', 'in uniform'])
        expect(text).not.toContain(told);
    }
  });

  it('turns the pages of a list of pseudonyms, whose cursor tells no reference', async () => {
    const first = bodyOf('listCases', await get('/cases?limit=1', 'aud-01'));
    const cursor = first.next ?? '';
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('QAIM');
    const second = bodyOf('listCases', await get(`/cases?limit=1&cursor=${cursor}`, 'aud-01'));
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual([ids.qaim, ids.rutba]);
    expect(second.next).toBeNull();
  });

  it('gets no answer that was tagged for another reader, or for other rights', async () => {
    const { etag = '' } = (await get('/cases', 'sup-51')).headers;
    expect((await get('/cases', 'sup-51', { 'if-none-match': etag })).status).toBe(304);
    for (const as of ['sup-52', 'aud-01'])
      expect((await get('/cases', as, { 'if-none-match': etag })).status).toBe(200);
    const ofCase = (await get(`/cases/${ids.qaim}`, 'sup-51')).headers['etag'] ?? '';
    expect((await get(`/cases/${ids.qaim}`, 'aud-01', { 'if-none-match': ofCase })).status).toBe(200);
    expect((await get(`/cases/${ids.qaim}`, 'sup-52', { 'if-none-match': ofCase })).status).toBe(404);
  });

  it('gets exact figures of persons whom they see, rounded ones of others, and else none', async () => {
    expect(bodyOf('getPopulation', await get('/population', 'aud-01'))).toMatchObject({
      total: 2,
      roundedTo: null,
    });
    const ofUnit = bodyOf('getPopulation', await get('/population', 'sup-51'));
    expect(ofUnit).toMatchObject({ total: 1, facilities: { QAIM: 1 }, roundedTo: null, events: {} });
    const rounded = bodyOf('getPopulation', await get('/population', 'aut-01'));
    expect(rounded.roundedTo).toBe(5);
    expect([0, 5]).toContain(rounded.total);
    expect(problemIn(await get('/population', 'lia-01'))).toMatchObject({
      code: 'READ_NOT_PERMITTED',
      status: 403,
    });
    expect(
      problemIn(await get('/population/flows?from=2024-12-01T00:00:00Z&to=2099-01-01T00:00:00Z', 'leg-01'))
        .code,
    ).toBe('READ_NOT_PERMITTED');
  });

  it('sees for a purpose what it gives, and cannot name one that no role has', async () => {
    expect(await listed('dpo-01')).toEqual([]);
    const forSubject = { 'x-purpose': 'subjectRequest' };
    const { items } = bodyOf('listCases', await get('/cases', 'dpo-01', forSubject));
    expect(items.map(({ reference }) => reference)).toEqual(['QAIM-2024-00001', 'QAIM-2024-00002']);
    // That of emergency access gives nothing but what somebody took.
    expect(bodyOf('listCases', await get('/cases', 'sup-51', { 'x-purpose': 'breakGlass' })).items).toEqual(
      [],
    );
    for (const purpose of ['systemWork', 'everything'])
      expect(problemIn(await get('/cases', 'dpo-01', { 'x-purpose': purpose }))).toMatchObject({
        code: 'REQUEST_INVALID',
        issues: [{ path: 'headers.x-purpose' }],
      });
    expect(bodyOf('listCases', await get('/cases', 'sup-51', { 'x-purpose': 'audit' })).items).toEqual([]);
  });

  it('sees what they read no longer once it is somebody else’s', async () => {
    expect((await get(`/cases/${ids.rutba}`, 'co-09')).status).toBe(404);
    const assign = (officer: string) =>
      server.engine.handle({
        target: { caseId: ids.rutba },
        command: 'AssignOfficer',
        input: { officer },
        actor: actorOf('sup-01'),
      });
    await assign('co-09');
    expect((await get(`/cases/${ids.rutba}`, 'co-09')).status).toBe(200);
    await assign('co-10');
    expect((await get(`/cases/${ids.rutba}`, 'co-09')).status).toBe(404);
  });
});

describe('the permission matrix of a workflow', () => {
  it('tells what each role reads', async () => {
    const { permissions, roles } = bodyOf('getWorkflow', await get('/workflows/officer-case', 'int-01'));
    expect(permissions.reads.map(({ role }) => role)).toEqual(roles.map(({ role }) => role));
    const auditor = permissions.reads.find(({ role }) => role === 'auditor');
    expect(auditor).toMatchObject({
      purposes: ['audit'],
      cases: [{ of: 'all', states: null }],
      figures: 'all',
    });
    expect(auditor?.sees['identity']).toBe('withheld');
    expect(permissions.reads.find(({ role }) => role === 'liaison')?.sees['identity']).toBe('disclosed');
  });
});
