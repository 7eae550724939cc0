import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type Job, type JobItemPage } from '@safeconduct/contracts';
import { testReader } from '@safeconduct/engine/testing';
import type { Accepted } from '@safeconduct/engine';
import { bodyOf, problemIn, testServer, type Answer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport } from './imports.js';
import { officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

let server: TestServer;
let ids: readonly string[];
let ofTemplate: string;
const unknown = 'a4f1e3b2-1f5c-8c3e-9d2a-6b7c8d9e0f10';
const path = '/api/v1/workflows/officer-case/commands/AssignOfficer/bulk';
const many = 120;

beforeAll(async () => {
  server = await testServer();
  const numbers = Array.from({ length: many }, (_, n) => `QAIM-2024-${String(n + 1).padStart(5, '0')}`);
  ids = (await Promise.all(numbers.map((number) => officerCase(server, number)))).map(({ caseId }) => caseId);
  const opened = await server.engine.handle({
    target: { workflow: 'template' },
    command: 'OpenRequest',
    actor: { id: 'clerk-1', roles: ['clerk'] },
    input: { requestNo: 'R-1', name: 'A', nameArabic: 'ا' },
  });
  ({ caseId: ofTemplate } = opened as Accepted);
  await registerPeople(server, {
    'sup-51': { roles: ['supervisor'], unit: 'QAIM' },
    'sup-52': { roles: ['supervisor'], unit: 'RUTBA' },
    'sup-53': { roles: ['supervisor', 'clerk'], unit: 'QAIM' },
    'co-51': { roles: ['caseOfficer'], unit: 'QAIM' },
    'co-52': { roles: ['caseOfficer'], unit: 'QAIM' },
    'imp-51': { roles: ['importer'] },
  });
  await server.settled();
});
afterAll(() => server.close());

const post = (url: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> =>
  server.ask({ method: 'POST', url, headers: { as: 'sup-51', ...headers }, body });
const start = (body: object, headers: Record<string, string> = {}) =>
  post(path, { data: { officer: 'co-51' }, ...body }, headers);
const dry = async (body: object, headers: Record<string, string> = {}) => {
  const answer = await post(`${path}?dryRun=true`, { data: { officer: 'co-51' }, ...body }, headers);
  expect(answer.status).toBe(200);
  return operations.startBulk.foreseen.parse(answer.json());
};
const named = (caseIds: readonly string[]) => ({ cases: caseIds.map((caseId) => ({ caseId })) });
const get = (url: string, as = 'sup-51', headers: Record<string, string> = {}) =>
  server.ask({ url, headers: { as, ...headers } });
const ended = async (answer: Answer): Promise<Job> => endedJob(server, bodyOf('startBulk', answer));
const itemsOf = async (job: Pick<Job, 'id'>, query = '', as = 'sup-51'): Promise<JobItemPage> =>
  bodyOf('listJobItems', await get(`/api/v1/jobs/${job.id}/items${query}`, as));
const assigned = async (caseId: string) => {
  const events = await server.engine.queries.history(testReader, { caseId });
  return events
    .filter(({ recorded }) => /^Case(A|Rea)ssigned$/.test(recorded.type))
    .map(({ envelope }) => [envelope.actor.id, envelope.correlationId]);
};

describe('POST …/commands/{command}/bulk?dryRun=true', () => {
  it('says how many can take the command, and why the others cannot, and records nothing', async () => {
    const head = await server.engine.queries.head(testReader);
    const [first = '', second = ''] = ids;
    const cases = [{ caseId: first }, { caseId: second, expectedRevision: '0' }, { caseId: unknown }];
    const found = await dry({ cases }, { 'accept-language': 'ar' });
    expect(found).toMatchObject({ total: 3, can: 1, cases: [first] });
    expect(found.cannot.map(({ code, count, cases: of }) => [code, count, of])).toEqual([
      ['CASE_NOT_FOUND', 1, [{ caseId: unknown, reference: null }]],
      ['REVISION_CONFLICT', 1, [{ caseId: second, reference: 'QAIM-2024-00002' }]],
    ]);
    for (const { title, reason } of found.cannot) expect(`${title} ${reason}`).toMatch(/\p{Script=Arabic}/u);
    expect(await server.engine.queries.head(testReader)).toBe(head);
  });

  it('takes the filter of the list, which finds what the sender sees', async () => {
    expect(await dry({ filter: { assignee: 'none', state: 'camped' } })).toMatchObject({
      total: many,
      can: many,
    });
    const other = await dry({ filter: { assignee: 'none' } }, { as: 'sup-52' });
    expect(other).toEqual({ total: 0, can: 0, cases: [], cannot: [] });
  });

  it('answers a case that the sender does not see as one that does not exist', async () => {
    const { cannot } = await dry(named([ids[0] ?? '', unknown]), { as: 'sup-52' });
    const told = cannot.map(({ code, count, cases }) => [code, count, cases.map((one) => one.reference)]);
    expect(told).toEqual([['CASE_NOT_FOUND', 2, [null, null]]]);
  });
});

describe('POST …/commands/{command}/bulk', () => {
  it('sends the command to each case as the sender, and tells what became of each', async () => {
    const caseIds = [...ids.slice(0, 3), unknown];
    const answer = await start(named(caseIds));
    expect([answer.status, answer.headers['location']]).toEqual([
      202,
      `/api/v1/jobs/${bodyOf('startBulk', answer).id}`,
    ]);
    const job = await ended(answer);
    expect(job).toMatchObject({
      ...{ kind: 'bulk', state: 'done', actor: 'sup-51', total: 4, done: 4, accepted: 3, rejected: 1 },
      ...{ rejectedByCode: { CASE_NOT_FOUND: 1 }, rejectedRows: null, again: null, problem: null },
    });
    const { items } = await itemsOf(job);
    expect(items.map(({ caseId, status, code }) => [caseId, status, code])).toEqual([
      ...ids.slice(0, 3).map((caseId) => [caseId, 'done', null]),
      [unknown, 'refused', 'CASE_NOT_FOUND'],
    ]);
    expect(items[0]?.reference).toBe('QAIM-2024-00001');
    expect(await assigned(ids[0] ?? '')).toEqual([['sup-51', job.id]]);
    expect(problemIn(await get(`/api/v1/jobs/${job.id}/rejected.csv`)).code).toBe('JOB_NOT_FOUND');
  });

  it('is one job under one key, and refuses the key to another request', async () => {
    const headers = { 'idempotency-key': 'reassign-1' };
    const body = { filter: { reference: 'QAIM-2024-00004' } };
    const first = bodyOf('startBulk', await start(body, headers));
    await endedJob(server, first);
    const again = await start(body, headers);
    expect([bodyOf('startBulk', again).id, again.headers['idempotency-replayed']]).toEqual([
      first.id,
      'true',
    ]);
    expect(await assigned(ids[3] ?? '')).toHaveLength(1);
    expect(problemIn(await start({ ...body, data: { officer: 'co-52' } }, headers)).code).toBe(
      'COMMAND_ID_REUSED',
    );
    const ofAnother = await start(named([ids[3] ?? '']), { ...headers, as: 'sup-52' });
    expect(await ended(ofAnother)).toMatchObject({ actor: 'sup-52', rejectedByCode: { CASE_NOT_FOUND: 1 } });
  });

  it('decides each case by itself: a revision that is behind is a conflict of that case alone', async () => {
    const [, , , , one = '', other = ''] = ids;
    const revision = String((await server.engine.queries.case(testReader, { caseId: one }))?.revision);
    const cases = [
      { caseId: one, expectedRevision: revision },
      { caseId: other, expectedRevision: '1' },
    ];
    const job = await ended(await start({ cases }));
    expect(job).toMatchObject({ accepted: 1, rejectedByCode: { REVISION_CONFLICT: 1 } });
    const { items } = await itemsOf(job, '?status=refused');
    expect(items).toMatchObject([{ caseId: other, code: 'REVISION_CONFLICT', reason: expect.any(String) }]);
  });

  it('refuses what would be refused in every case, at once', async () => {
    const all = named(ids.slice(0, 2));
    const codeOf = async (answer: Promise<Answer>) => problemIn(await answer).code;
    expect(await codeOf(start(all, { as: 'co-51' }))).toBe('NOT_PERMITTED');
    expect(await codeOf(start({ ...all, data: {} }))).toBe('COMMAND_INVALID');
    const bulk = (command: string) => post(path.replace('AssignOfficer', command), { data: {}, ...all });
    expect(await codeOf(bulk('ClearReturn'))).toBe('COMMAND_NOT_IN_BULK');
    expect(await codeOf(bulk('Fly'))).toBe('UNKNOWN_COMMAND');
    expect(await codeOf(post(path.replace('officer-case', 'nothing'), all))).toBe('WORKFLOW_NOT_FOUND');
    expect(await codeOf(start({ filter: { reference: 'QAIM-1999-00001' } }))).toBe('BULK_NO_CASES');
  });

  it.each([
    ['no case', { cases: [] }, 'cases', 'too_small'],
    ['a case twice', { cases: [{ caseId: unknown }, { caseId: unknown }] }, 'cases.1.caseId', 'custom'],
    ['no cases and no filter', {}, 'cases', 'custom'],
    ['both', { cases: [{ caseId: unknown }], filter: {} }, 'cases', 'custom'],
    ['an unknown state', { filter: { state: 'nowhere' } }, 'filter.state', 'unknown_name'],
    ['an unknown field', { filter: { colour: 'red' } }, 'filter.colour', 'unrecognized_keys'],
  ])('refuses %s, and says where', async (_what, body, at, code) => {
    const { issues } = problemIn(await start(body)) as unknown as { issues: readonly object[] };
    expect(issues).toEqual([expect.objectContaining({ path: at, code })]);
  });

  it('takes 1,000 cases and no more', async () => {
    const idOf = (n: number) => `${unknown.slice(0, -4)}${String(n).padStart(4, '0')}`;
    const cases = Array.from({ length: 1001 }, (_, n) => idOf(n));
    expect(problemIn(await start(named(cases)))).toMatchObject({
      code: 'REQUEST_INVALID',
      issues: [{ path: 'cases', code: 'too_many', message: expect.stringContaining('1000') }],
    });
    expect(await dry(named(cases.slice(1)))).toMatchObject({
      total: 1000,
      can: 0,
      cannot: [{ count: 1000 }],
    });
  });
});

describe('a job of many cases', () => {
  it('is seen by who started it, and by administrators and importers, who see no more of the cases than before', async () => {
    const job = await ended(await start(named([ids[6] ?? ''])));
    const listed = async (as: string) =>
      bodyOf('listJobs', await get('/api/v1/jobs?kind=bulk', as)).items.some(({ id }) => id === job.id);
    expect([await listed('sup-51'), await listed('adm-1'), await listed('imp-51')]).toEqual([
      true,
      true,
      true,
    ]);
    expect([await listed('sup-52'), await listed('co-51')]).toEqual([false, false]);
    for (const url of [`/api/v1/jobs/${job.id}`, `/api/v1/jobs/${job.id}/items`])
      expect(problemIn(await get(url, 'sup-52')).code).toBe('JOB_NOT_FOUND');
    const { items } = await itemsOf(job, '', 'adm-1');
    expect(items).toMatchObject([{ caseId: null, reference: null, status: 'done' }]);
  });

  it('is sent again for the cases that were refused', async () => {
    const caseId = ids[7] ?? '';
    const job = await ended(await start({ cases: [{ caseId, expectedRevision: '0' }, { caseId: ids[8] }] }));
    const again = await post(`/api/v1/jobs/${job.id}/again`, undefined, { 'idempotency-key': 'again-1' });
    const second = await endedJob(server, bodyOf('repeatJob', again));
    expect(second).toMatchObject({ again: job.id, total: 1, accepted: 1, rejected: 0 });
    expect(await assigned(caseId)).toEqual([['sup-51', second.id]]);
    expect(problemIn(await post(`/api/v1/jobs/${second.id}/again`, undefined)).code).toBe('JOB_NOTHING_LEFT');
    expect(problemIn(await post(`/api/v1/jobs/${job.id}/again`, undefined, { as: 'sup-52' })).code).toBe(
      'JOB_NOT_FOUND',
    );
  });

  it('tells its cases page by page', async () => {
    const job = await ended(await start(named(ids.slice(10, 15))));
    const first = await itemsOf(job, '?limit=3&status=done');
    const second = await itemsOf(job, `?limit=3&status=done&cursor=${first.next ?? ''}`);
    expect([...first.items, ...second.items].map(({ caseId }) => caseId)).toEqual(ids.slice(10, 15));
    expect([first.items.length, second.next]).toEqual([3, null]);
    expect((await itemsOf(job, '?status=waiting')).items).toEqual([]);
  });

  it('is not sent to a case of another workflow, although the sender sees it', async () => {
    const as = 'sup-53';
    const caseIds = named([ofTemplate]);
    expect(bodyOf('getCase', await get(`/api/v1/cases/${ofTemplate}`, as)).workflow).toBe('template');
    expect(await dry(caseIds, { as })).toMatchObject({ can: 0, cannot: [{ code: 'CASE_NOT_FOUND' }] });
    const job = await ended(await start(caseIds, { as }));
    expect(job).toMatchObject({ accepted: 0, rejectedByCode: { CASE_NOT_FOUND: 1 } });
  });

  it('has cases; an import has none, and is not sent again so', async () => {
    const { id } = bodyOf('startImport', await startImport(server, { body: csv(rows(1)) }));
    await endedJob(server, { id });
    const items = await server.ask({ url: `/api/v1/jobs/${id}/items` });
    expect(problemIn(items)).toMatchObject({ code: 'JOB_ITEMS_GONE', status: 410 });
    const again = await server.ask({ method: 'POST', url: `/api/v1/jobs/${id}/again` });
    expect(problemIn(again).code).toBe('JOB_ITEMS_GONE');
  });

  it('says in the file of the workflow which commands are sent so', async () => {
    const { commands } = bodyOf('getWorkflow', await get('/api/v1/workflows/officer-case'));
    expect(commands.filter(({ inBulk }) => inBulk).map(({ command }) => command)).toEqual(['AssignOfficer']);
  });

  it('goes on after a stop in the middle, and does no case twice', async () => {
    const job = bodyOf('startBulk', await start({ ...named(ids), data: { officer: 'co-52' } }));
    for (let done = 0; done === 0;) {
      done = bodyOf('getJob', await get(`/api/v1/jobs/${job.id}`)).done;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
    await server.close();
    server = await testServer({ folder: server.folder });
    const after = await endedJob(server, job);
    expect(after).toMatchObject({ state: 'done', done: many, accepted: many, rejected: 0 });
    for (const caseId of ids)
      expect((await assigned(caseId)).filter(([, of]) => of === job.id)).toHaveLength(1);
  });

  it('is cancelled; what it has recorded stays, and the rest can be sent again', async () => {
    const job = bodyOf('startBulk', await start(named(ids)));
    const url = `/api/v1/jobs/${job.id}`;
    const cancelled = await server.ask({ method: 'DELETE', url, headers: { as: 'sup-51' } });
    expect(bodyOf('cancelJob', cancelled).state).toBe('cancelled');
    const { done } = await endedJob(server, job);
    expect(done).toBeLessThan(many);
    let waiting: JobItemPage = await itemsOf(job, '?status=waiting&limit=200');
    // The run that was cancelled still keeps what it had sent.
    for (let looked = 0; looked < 200 && waiting.items.length + done > many; looked += 1)
      waiting = await itemsOf(job, '?status=waiting&limit=200');
    const again = bodyOf('repeatJob', await post(`${url}/again`, undefined));
    const second = await endedJob(server, again);
    expect(second).toMatchObject({ state: 'done', rejected: 0 });
    for (const caseId of ids) {
      const senders = (await assigned(caseId)).filter(([, of]) => of === job.id || of === second.id);
      expect(senders.length).toBeGreaterThanOrEqual(1);
    }
  });
});
