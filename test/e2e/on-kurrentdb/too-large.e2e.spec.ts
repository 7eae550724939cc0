/** What is told of a command and of a row whose events are larger than the store takes at once. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { KurrentdbDouble } from '../../doubles/kurrentdb/kurrentdb-double.js';
import { bodyOf, problemIn, testServer, type TestServer } from '../http/http-server.js';
import { endedJob } from '../http/imports.js';
import { useKurrentdb } from '../http/test-stores.js';

const appendBytesMax = 4000;
const long = 'ا'.repeat(3500);
const clerk = { as: 'clerk-1' };
let double: KurrentdbDouble;
let server: TestServer;
let caseId: string;

beforeAll(async () => {
  double = await KurrentdbDouble.start({ version: '23.10.8', appendBytesMax });
  useKurrentdb(double.url);
  server = await testServer();
  const opened = await server.ask({
    method: 'POST',
    url: '/api/v1/workflows/template/cases',
    headers: clerk,
    body: { data: { requestNo: 'R-1', name: 'A', nameArabic: 'ا' } },
  });
  ({ caseId } = bodyOf('openCase', opened));
});
afterAll(async () => {
  await server.close();
  double.stop();
});

const note = (text: string, headers: Readonly<Record<string, string>> = {}) =>
  server.ask({
    method: 'POST',
    url: `/api/v1/cases/${caseId}/commands/AddNote`,
    headers: { ...clerk, ...headers },
    body: { data: { note: text } },
  });

describe('what is larger than the store takes at once', () => {
  it.each([
    ['en', /^nothing was recorded; send less in one command/],
    ['ar', /^لم يُسجَّل شيء/],
  ])('is answered to a command with 413 APPEND_TOO_LARGE and what to do, in %s', async (language, detail) => {
    const head = await server.installation.events.head();
    const answer = await note(long, { 'accept-language': language });
    expect(problemIn(answer)).toMatchObject({ code: 'APPEND_TOO_LARGE', status: 413 });
    expect(answer.json()['detail']).toMatch(detail);
    expect(await server.installation.events.head()).toBe(head);
  });

  it('stands in the way of nothing else of the case', async () => {
    await note(long);
    expect((await note('short')).status).toBe(200);
  });

  it('rejects a row of an import with APPEND_TOO_LARGE, and no other row', async () => {
    const rows = ['one', long, 'three'].map((text) =>
      JSON.stringify({ requestNo: 'R-1', by: 'clerk-1', data: { note: text } }),
    );
    const started = await server.ask({
      method: 'POST',
      url: '/api/v1/imports?workflow=template&command=AddNote',
      headers: { ...clerk, 'content-type': 'application/jsonl' },
      body: rows.join('\n'),
    });
    const job = await endedJob(server, bodyOf('startImport', started));
    expect(job).toMatchObject({ state: 'done', accepted: 2, rejected: 1 });
    expect(job.rejectedByCode).toEqual({ APPEND_TOO_LARGE: 1 });
  });
});
