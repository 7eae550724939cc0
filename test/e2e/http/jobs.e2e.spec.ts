import { logStart } from '@safeconduct/engine';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Job } from '@safeconduct/contracts';
import { gzipSync } from 'node:zlib';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport } from './imports.js';

let server: TestServer;
beforeEach(async () => {
  server = await testServer({ limits: { importBytes: 2_000_000 } });
});
afterEach(() => server.close());

const start = (body: string, query = '', headers: Record<string, string> = {}) =>
  startImport(server, { body, query, headers });
const ended = (job: Pick<Job, 'id'>) => endedJob(server, job);

describe('POST /imports', () => {
  it('answers 202 at once, and the job says what became of the rows', async () => {
    const answer = await start(csv([...rows(20), 'R-20,nobody,X,س', 'R-21,,X,س']));
    const job = bodyOf('startImport', answer);
    expect(answer.headers['location']).toBe(`/api/v1/jobs/${job.id}`);
    expect(job.total).toBe(22);
    const done = await ended(job);
    expect(done).toMatchObject({ state: 'done', done: 22, accepted: 20, rejected: 2 });
    expect(done.rejectedByCode).toEqual({ NOT_PERMITTED: 1, COMMAND_INVALID: 1 });
    const rejected = await server.ask({ url: done.rejectedRows ?? '' });
    expect(rejected.headers['content-type']).toMatch(/^text\/csv/);
    expect(rejected.headers['content-disposition']).toBe('attachment; filename="rejected.csv"');
    expect(rejected.text).toContain('R-20,nobody,X,س,22,NOT_PERMITTED');
  });

  it('takes decisions of others from who may import them alone, and history tells who sent them', async () => {
    const body = csv(['R-1,clerk-1,A,ا', 'R-2,clerk-2,B,ب']);
    const own = await ended(bodyOf('startImport', await start(body, '', { as: 'clerk-2' })));
    expect(own).toMatchObject({ actor: 'clerk-2', accepted: 1, rejectedByCode: { NOT_PERMITTED: 1 } });
    const rejected = await server.ask({ url: own.rejectedRows ?? '' });
    expect(rejected.text).toContain('R-1,clerk-1,A,ا,2,NOT_PERMITTED');
    const all = await ended(bodyOf('startImport', await start(body, '', { as: 'sys-import' })));
    expect(all).toMatchObject({ actor: 'sys-import', accepted: 1, alreadyThere: 1, rejected: 0 });
    const position = String(await server.installation.events.head());
    const listed = await server.ask({ url: `/api/v1/cases?workflow=template&atLeast=${position}` });
    const senders = [];
    for (const { caseId, reference } of bodyOf('listCases', listed).items) {
      const history = bodyOf('getHistory', await server.ask({ url: `/api/v1/cases/${caseId}/history` }));
      for (const { actor, importedBy } of history.items) senders.push([reference, actor.id, importedBy]);
    }
    expect(senders).toEqual([
      ['R-1', 'clerk-1', 'sys-import'],
      ['R-2', 'clerk-2', 'clerk-2'],
    ]);
  });

  it('records nothing twice', async () => {
    await ended(bodyOf('startImport', await start(csv(rows(5)))));
    const head = await server.installation.events.head();
    expect(await ended(bodyOf('startImport', await start(csv(rows(5)))))).toMatchObject({
      accepted: 0,
      alreadyThere: 5,
    });
    expect(await server.installation.events.head()).toBe(head);
  });

  it('takes JSON Lines, and a dry run records nothing', async () => {
    const line = JSON.stringify({ requestNo: 'J-1', by: 'clerk-1', data: { name: 'A', nameArabic: 'ا' } });
    const answer = await start(`${line}\n`, '&dryRun=true', { 'content-type': 'application/jsonl' });
    expect(await ended(bodyOf('startImport', answer))).toMatchObject({ accepted: 1, dryRun: true });
    expect(await server.installation.events.head()).toBe(0n);
  });

  it.each([
    ['&colour=red', {}, 'REQUEST_INVALID'],
    ['', { 'content-type': 'application/json' }, 'MEDIA_TYPE_UNSUPPORTED'],
  ])('refuses %s %j with %s and leaves no folder behind', async (query, headers, code) => {
    const body = 'content-type' in headers ? '{}' : csv(rows(1));
    expect(problemIn(await start(body, query, headers)).code).toBe(code);
  });

  it('needs an actor, a workflow and a command that there are', async () => {
    const at = (query: string, headers: Record<string, string> = { as: 'clerk-1' }) =>
      server.ask({
        method: 'POST',
        url: `/api/v1/imports?${query}`,
        headers: { 'content-type': 'text/csv', ...headers },
        body: 'x',
      });
    expect(problemIn(await at('workflow=template&command=OpenRequest', { as: '' })).code).toBe(
      'SIGN_IN_REQUIRED',
    );
    expect(problemIn(await at('workflow=nothing&command=OpenRequest')).code).toBe('WORKFLOW_NOT_FOUND');
    expect(problemIn(await at('workflow=template&command=Fly')).code).toBe('UNKNOWN_COMMAND');
  });

  it('refuses a file that is too large, with 413, and keeps nothing of it', async () => {
    const problem = problemIn(await start('x'.repeat(2_000_001)));
    expect(problem).toMatchObject({ code: 'BODY_TOO_LARGE', limit: 2_000_000 });
  });

  it('refuses a file that is small and unpacks to one that is too large', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/v1/imports?workflow=template&command=OpenRequest',
      headers: { as: 'clerk-1', 'content-type': 'text/csv', 'content-encoding': 'gzip' },
      body: gzipSync('x'.repeat(2_000_001)),
    });
    expect(problemIn(answer)).toMatchObject({ code: 'BODY_TOO_LARGE', limit: 2_000_000 });
  });
});

describe('a job', () => {
  it('is cancelled; what it has recorded stays', async () => {
    const job = bodyOf('startImport', await start(csv(rows(20_000))));
    const cancel = () =>
      server.ask({ method: 'DELETE', url: `/api/v1/jobs/${job.id}`, headers: { as: 'clerk-1' } });
    expect(bodyOf('cancelJob', await cancel()).state).toBe('cancelled');
    const after = await ended(job);
    expect(after.state).toBe('cancelled');
    expect(after.done).toBeLessThan(20_000);
    expect(problemIn(await cancel())).toMatchObject({ code: 'JOB_FINISHED', status: 409 });
  });

  it('goes on after a restart, and each row is counted as what it was', async () => {
    const job = bodyOf('startImport', await start(csv(rows(5000))));
    for (let done = 0; done < 500;) {
      done = bodyOf('getJob', await server.ask({ url: `/api/v1/jobs/${job.id}` })).done;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await server.close();
    server = await testServer({ folder: server.folder });
    const after = await ended(job);
    expect(after).toMatchObject({ state: 'done', done: 5000, rejected: 0, accepted: 5000, alreadyThere: 0 });
    expect(await server.installation.events.countAfter(logStart)).toBe(5000);
  });

  it('is listed, the newest first, page by page', async () => {
    for (let n = 0; n < 3; n += 1) await ended(bodyOf('startImport', await start(csv(rows(1)))));
    const all = bodyOf('listJobs', await server.ask({ url: '/api/v1/jobs' })).items.map(({ id }) => id);
    const first = bodyOf('listJobs', await server.ask({ url: '/api/v1/jobs?limit=2' }));
    const second = bodyOf('listJobs', await server.ask({ url: `/api/v1/jobs?cursor=${first.next ?? ''}` }));
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(all);
    expect(all).toEqual([...all].sort().reverse());
    expect(bodyOf('listJobs', await server.ask({ url: '/api/v1/jobs?state=failed' })).items).toEqual([]);
  });

  it('is not there under another id', async () => {
    const id = '01a20bba-c677-7178-9f37-1c1af1eebdf7';
    for (const url of [`/api/v1/jobs/${id}`, `/api/v1/jobs/${id}/rejected.csv`, '/api/v1/jobs/..%2F..']) {
      expect(problemIn(await server.ask({ url })).code).toBe('JOB_NOT_FOUND');
    }
  });
});
