import type { Verification } from '@safeconduct/contracts';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { csv, endedJob, rows, startImport } from './imports.js';

let server: TestServer;
beforeEach(async () => {
  server = await testServer();
  const body = csv(rows(5));
  await endedJob(server, bodyOf('startImport', await startImport(server, { body, query: '', headers: {} })));
});
afterEach(() => server.close());

const start = (as: string) => server.ask({ method: 'POST', url: '/api/v1/verifications', headers: { as } });
const get = (url: string, as = 'aud-1') =>
  server.ask({ url: `/api/v1/verifications${url}`, headers: { as } });

async function ended({ id }: Pick<Verification, 'id'>): Promise<Verification> {
  for (;;) {
    const found = bodyOf('getVerification', await get(`/${id}`));
    if (found.endedAt !== null) return found;
    await sleep(10);
  }
}

describe('POST /verifications', () => {
  it('checks the log for a reviewer, and says what was looked at', async () => {
    const answer = await start('aud-1');
    const begun = bodyOf('startVerification', answer);
    expect(answer.headers['location']).toBe(`/api/v1/verifications/${begun.id}`);
    const found = await ended(begun);
    expect(found).toMatchObject({ state: 'done', actor: 'aud-1', problem: null, step: 'views' });
    expect(found).toMatchObject({ findings: { cases: 5, isDamaged: false, problems: 0 } });
    expect(found.done).toBe(found.total);
    const { items } = bodyOf('listVerifications', await get(''));
    expect(items.map(({ id }) => id)).toEqual([begun.id]);
    const problems = bodyOf('listVerificationProblems', await get(`/${begun.id}/problems`));
    expect(problems).toEqual({ items: [], total: 0 });
  });

  it('is refused to whoever does not see the whole log, and is no job of theirs', async () => {
    expect(problemIn(await start('clerk-1'))).toMatchObject({ code: 'NOT_PERMITTED', status: 403 });
    const begun = bodyOf('startVerification', await start('aud-1'));
    for (const url of ['', `/${begun.id}`, `/${begun.id}/problems`])
      expect(problemIn(await get(url, 'clerk-1')).code).toBe('NOT_PERMITTED');
    expect(problemIn(await server.ask({ url: `/api/v1/jobs/${begun.id}` })).code).toBe('JOB_NOT_FOUND');
    const cancel = (as: string) =>
      server.ask({ method: 'DELETE', url: `/api/v1/verifications/${begun.id}`, headers: { as } });
    expect(problemIn(await cancel('clerk-1')).code).toBe('NOT_PERMITTED');
    await ended(begun);
    expect(problemIn(await cancel('aud-1')).code).toBe('JOB_FINISHED');
  });
});
