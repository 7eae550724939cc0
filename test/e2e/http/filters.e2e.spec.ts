import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type Operation } from '@safeconduct/contracts';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';

let server: TestServer;

beforeAll(async () => {
  server = await testServer();
  for (const reference of ['QAIM-2024-00001', 'QAIM-2024-00002']) await officerCase(server, reference);
  await server.settled();
});
afterAll(() => server.close());

const named: ReadonlySet<string> = new Set([
  ...['workflow', 'state', 'facility', 'outcome', 'tag', 'role', 'waitingOn', 'deadline', 'type', 'code'],
]);
/** The filters of lists whose values are names of a definition. */
const filters = (Object.values(operations) as readonly Operation[])
  .filter(({ path, method }) => method === 'GET' && !path.includes('{'))
  .flatMap(({ path, query }) =>
    Object.keys(query.shape)
      .filter((name) => named.has(name) && path !== '/api/v1/jobs')
      .map((name) => [`${path}?${name}=`, path, name] as const),
  );

const known: Readonly<Record<string, string>> = {
  workflow: 'officer-case',
  state: 'camped',
  waitingOn: 'custody',
  deadline: 'riskAssessment',
  facility: 'RUTBA',
  outcome: 'RELOCATED',
  tag: 'intention:refuse',
  role: 'custody',
  type: 'CaseAssigned',
  code: 'WRONG_STATE',
};
/** What stands beside a filter because the operation needs it. */
const beside: Readonly<Record<string, string>> = {
  '/api/v1/population/series': '&from=2024-12-07&to=2024-12-08',
  '/api/v1/population/flows': '&from=2024-12-07T00:00:00Z&to=2024-12-08T00:00:00Z',
  '/api/v1/population/moves': '&from=2024-12-07T00:00:00Z&to=2024-12-08T00:00:00Z',
};
const ask = (path: string, name: string, value: string) =>
  server.ask({ url: `${path}?${name}=${encodeURIComponent(value)}${beside[path] ?? ''}` });

describe('the filters', () => {
  it.each(filters)('of lists refuse a name that no definition has, in %s', async (_title, path, name) => {
    // The answer of the feed has no end.
    if (!path.endsWith('/feed')) expect((await ask(path, name, known[name] as string)).status).toBe(200);
    const mistyped = `${known[name] as string}x`;
    const problem = problemIn(await ask(path, name, mistyped));
    if (name === 'workflow') {
      expect(problem).toMatchObject({ status: 404, code: 'WORKFLOW_NOT_FOUND' });
      return;
    }
    // Of a tag, the code is the name that is mistyped.
    const meant = known[name]?.split(':').at(-1) ?? '';
    const message = expect.stringContaining(`did you mean ${meant}?`);
    const allowed: unknown = expect.arrayContaining([meant]);
    const issue = { path: `query.${name}`, code: 'unknown_name', message, params: { allowed } };
    expect(problem).toMatchObject({ status: 400, code: 'REQUEST_INVALID', issues: [issue] });
    expect(JSON.stringify(problem)).not.toContain(mistyped);
  });

  it('are as many as the operations have', () => {
    expect(filters.length).toBeGreaterThan(12);
  });

  it('of tags refuse a tag that no workflow declares, and what is no tag', async () => {
    const message = expect.stringContaining('did you mean intention?');
    expect(problemIn(await ask('/api/v1/population', 'tag', 'intenton:refuse'))).toMatchObject({
      ...{ status: 400, issues: [{ path: 'query.tag', code: 'unknown_name', message }] },
    });
    expect(problemIn(await ask('/api/v1/cases', 'tag', 'intention'))).toMatchObject({
      ...{ status: 400, issues: [{ path: 'query.tag', code: 'invalid_format' }] },
    });
  });

  it('is one of the workflow that is named beside it', async () => {
    const answer = await server.ask({ url: '/api/v1/cases?workflow=template&state=camped' });
    expect(problemIn(answer)).toMatchObject({ status: 400, issues: [{ path: 'query.state' }] });
  });
});

describe('the link', () => {
  // A query may contain ? and / as they are (RFC 3986, section 3.4).
  it.each(['?', '/', '%26', '%2B', '%25', '%23', '%3D', '%22', '%3F'])(
    'of the next page keeps the filter %s',
    async (sign) => {
      const url = `/api/v1/cases?workflow=officer-case&q=qaim${sign}&limit=1`;
      const first = await server.ask({ url });
      expect(bodyOf('listCases', first).items).toHaveLength(1);
      const link = /^<(.+)>; rel="next"$/.exec(first.headers['link'] ?? '')?.[1] ?? '';
      const asked = (text: string) => new URL(text, 'http://localhost').searchParams;
      expect(asked(link).get('q')).toBe(asked(url).get('q'));
      expect(asked(link).get('limit')).toBe('1');
      const second = bodyOf('listCases', await server.ask({ url: link }));
      expect(second.items.map(({ reference }) => reference)).toEqual(['QAIM-2024-00002']);
    },
  );
});
