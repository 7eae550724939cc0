import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { actorOf } from '../../../workflows/officer-case/testing/actors.js';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { testReader } from '@safeconduct/engine/testing';
import { entry, officerCase, stateIntention } from './officer-cases.js';
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
    'aut-01': { roles: ['authority'] },
  });
  await server.settled();
});
afterAll(() => server.close());

const get = (path: string, as: string, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ url: `/api/v1${path}`, headers: { as, ...headers } });
const post = (
  path: string,
  as: string,
  body: unknown,
  headers: Record<string, string> = {},
): Promise<Answer> =>
  server.ask({ method: 'POST', url: `/api/v1${path}`, headers: { as, ...headers }, body });
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
      total: { value: 1, relation: 'eq' },
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

  it('whose command is refused is told why only of a case that is theirs', async () => {
    const review = { data: { holdNo: 'H-1', reason: 'asked for' } };
    const attempts: readonly (readonly [string, unknown, Record<string, string>])[] = [
      ['ReviewHold', review, {}],
      ['ReviewHold', { data: { holdNo: 7 } }, {}],
      ['ReviewHold', '{"data":', { 'content-type': 'application/json' }],
      ['ReviewHold', review, { 'if-match': '"99"' }],
      ['ReviewHold', review, { 'if-match': 'seven' }],
      ['RegisterEntry', {}, {}],
      ['NoSuchCommand', {}, {}],
    ];
    for (const as of ['leg-01', 'sup-52', 'co-08', 'int-01'])
      for (const [command, body, headers] of attempts) {
        const hidden = await post(`/cases/${ids.qaim}/commands/${command}`, as, body, headers);
        const none = await post(`/cases/${nobody}/commands/${command}`, as, body, headers);
        expect([as, command, problemIn(hidden)]).toMatchObject([
          ...[as, command, { code: 'CASE_NOT_FOUND', status: 404 }],
        ]);
        expect(hidden.text).toBe(none.text);
        expect(Object.keys(hidden.headers).sort()).toEqual(Object.keys(none.headers).sort());
        expect(hidden.text).toBe((await get(`/cases/${nobody}`, as)).text);
      }
    const theirs = await post(`/cases/${ids.qaim}/commands/ReviewHold`, 'sup-51', review);
    expect(problemIn(theirs)).toMatchObject({ code: 'COMMAND_REFUSED', state: 'camped' });
    await server.settled();
    const { items } = bodyOf('listRefusals', await get(`/audit/refusals?case=${ids.qaim}`, 'aud-01'));
    // What is recorded is whole.
    expect(items.map(({ actor, code }) => `${actor} ${code}`)).toEqual(
      expect.arrayContaining(['sup-52 COMMAND_REFUSED', 'int-01 NOT_PERMITTED']),
    );
  });

  it('who sends a command again is told no more than before, and nobody whether its id is taken', async () => {
    const url = `/cases/${ids.rutba}/commands/ReviewHold`;
    const review = { data: { holdNo: 'H-2', reason: 'asked for' } };
    const key = { 'idempotency-key': 'review-2' };
    const [first, again] = [await post(url, 'sup-51', review, key), await post(url, 'sup-51', review, key)];
    expect(problemIn(first).code).toBe('CASE_NOT_FOUND');
    expect(again.text).toBe(first.text);
    const move = { data: { facility: 'RUTBA', orderNo: 'TO-9' } };
    const [opened] = await server.engine.queries.history(testReader, { caseId: ids.rutba });
    const taken = { 'idempotency-key': opened?.envelope.commandId ?? '' };
    const answer = await post(`/cases/${ids.rutba}/commands/TransferFacility`, 'sup-51', move, taken);
    expect(answer.text).toBe(first.text);
  });

  it('who does not see a case and says that its person withdraws hears that it is recorded, and no more', async () => {
    const url = (caseId: string) => `/cases/${caseId}/commands/WithdrawRelocation`;
    const said = { data: { statement: 'I stay here' } };
    const answer = await post(url(ids.qaim), 'leg-01', said);
    const { title, detail, type, ...told } = problemIn(answer);
    expect(told).toEqual({ code: 'HEARD_RECORDED', status: 409 });
    expect(`${type}${title}${detail}`).not.toMatch(/camped|settled|{/);
    expect(problemIn(await post(url(nobody), 'leg-01', said)).code).toBe('CASE_NOT_FOUND');
    expect(problemIn(await post(url(ids.qaim), 'sup-51', said))).toMatchObject({
      ...{ code: 'WRONG_STATE', state: 'camped' },
    });
  });

  it('hears that a case exists only where they may open cases or see it', async () => {
    const open = (as: string, registrationNo: string) =>
      post('/workflows/officer-case/cases', as, { data: entry(registrationNo) });
    const [taken, free] = [await open('co-08', 'QAIM-2024-00001'), await open('co-08', 'QAIM-2024-77777')];
    expect(problemIn(taken)).toMatchObject({ code: 'NOT_PERMITTED', requiredRoles: ['intake'] });
    expect(taken.text).toBe(free.text);
    expect(problemIn(await open('intake-02', 'QAIM-2024-00001'))).toMatchObject({
      ...{ code: 'CASE_EXISTS', caseId: ids.qaim },
    });
  });

  it('who does not see a proposal is answered as if it were not there, whatever they do to it', async () => {
    const stay = { data: { permitNo: 'ST-1', validUntil: '2030-01-01T00:00:00Z' } };
    const made = await post(`/cases/${ids.qaim}/commands/GrantStay`, 'aut-01', stay);
    expect(made.status).toBe(202);
    const { proposalId, contentHash } = made.json<{ proposalId: string; contentHash: string }>();
    const attempts = [
      ...['co-08', 'int-01'].flatMap((as) => [
        [as, 'confirm', { contentHash }] as const,
        [as, 'reject', { reason: 'no ground' }] as const,
        [as, 'withdraw', {}] as const,
      ]),
      // In the right role, and with the hash from somebody else.
      ['sup-52', 'confirm', { contentHash }] as const,
      ['sup-52', 'reject', { reason: 'no ground' }] as const,
      ['sup-52', 'withdraw', {}] as const,
    ];
    for (const [as, action, body] of attempts) {
      const hidden = await post(`/cases/${ids.qaim}/proposals/${proposalId}/${action}`, as, body);
      const none = await post(`/cases/${nobody}/proposals/${proposalId}/${action}`, as, body);
      expect([as, action, problemIn(hidden).code]).toEqual([as, action, 'PROPOSAL_NOT_FOUND']);
      expect(hidden.text).toBe(none.text);
    }
    const theirs = await post(`/cases/${ids.qaim}/proposals/${proposalId}/confirm`, 'aut-01', {
      contentHash,
    });
    expect(problemIn(theirs).code).toBe('SECOND_PERSON_INVALID');
    await post(`/cases/${ids.qaim}/proposals/${proposalId}/withdraw`, 'aut-01', {});
  });

  it('who imports rows is told why they were rejected only of cases that are theirs', async () => {
    const rows = ['QAIM-2024-00001', 'QAIM-2024-00002', 'QAIM-2024-99999'].map(
      (registrationNo) => `${registrationNo},sup-51,H-1,asked for`,
    );
    const job = bodyOf(
      'startImport',
      await server.ask({
        ...{ method: 'POST', url: '/api/v1/imports?workflow=officer-case&command=ReviewHold' },
        headers: { as: 'sup-51', 'content-type': 'text/csv' },
        body: Buffer.from(['registrationNo,by,holdNo,reason', ...rows].join('\n')),
      }),
    );
    const rejected = async (): Promise<unknown> => {
      const found = bodyOf('getJob', await get(`/jobs/${job.id}`, 'sup-51'));
      if (found.endedAt !== null) return found.rejectedByCode;
      await new Promise((resolve) => setTimeout(resolve, 20));
      return rejected();
    };
    expect(await rejected()).toEqual({ COMMAND_REFUSED: 1, CASE_NOT_FOUND: 2 });
  });

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
      facility: null,
      roundedTo: null,
    });
    const ofUnit = bodyOf('getPopulation', await get('/population', 'sup-51'));
    expect(ofUnit).toMatchObject({ total: 1, facility: 'QAIM', facilities: { QAIM: 1 }, roundedTo: null });
    expect(ofUnit.events).toEqual({});
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
