import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { operations, type Operation } from '@safeconduct/contracts';
import { memoryKeyRing } from '@safeconduct/stores';
import { operatorToken } from '../../../apps/server/src/sign-in/operator-token.js';
import { problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';

let server: TestServer;
let caseId: string;

beforeAll(async () => {
  server = await testServer();
  ({ caseId } = await officerCase(server, 'QAIM-2024-00001'));
});
afterAll(() => server.close());

const all: readonly Operation[] = Object.values(operations);
const named: Readonly<Record<string, string>> = { workflow: 'officer-case', command: 'PlaceHold', view: 'x' };
const urlOf = ({ path }: Operation) =>
  path.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'caseId' ? caseId : (named[name] ?? 'x')));
const send = (operation: Operation, headers: Record<string, string>) =>
  server.ask({ method: operation.method, url: urlOf(operation), headers });
const isPublic = (operation: Operation) => operation.isPublic === true;

describe('a request of somebody who has not signed in', () => {
  it.each(all.filter((one) => !isPublic(one)).map((one) => [one.id, one] as const))(
    'is answered with SIGN_IN_REQUIRED by %s',
    async (_id, operation) => {
      const answer = await send(operation, { as: '' });
      expect(problemIn(answer)).toMatchObject({ code: 'SIGN_IN_REQUIRED', status: 401 });
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="safeconduct"');
    },
  );

  it.each(all.filter(isPublic).map((one) => [one.id, one] as const))(
    'is answered by %s, which tells nothing of cases and people',
    async (id, operation) => {
      const answer = await send(operation, { as: '' });
      // Whoever signs in has to say more than nothing; a question for a passkey names nobody.
      expect(answer.status).toBe(operation.method === 'GET' || id === 'askForPasskey' ? 200 : 400);
      expect(answer.text).not.toContain(caseId);
    },
  );

  it('is told the same of a case that is there and of one that is not', async () => {
    const there = problemIn(await server.ask({ url: `/api/v1/cases/${caseId}`, headers: { as: '' } }));
    const url = `/api/v1/cases/${caseId.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))}`;
    const missing = problemIn(await server.ask({ url, headers: { as: '' } }));
    expect(missing).toEqual({ ...there, traceId: missing['traceId'] });
  });
});

describe('credentials that are not valid', () => {
  const other = memoryKeyRing().master;
  it.each([
    ['a token of another installation', `Bearer ${operatorToken(other, 'sup-01')}`],
    ['a token that has ended', undefined],
    ['a token without a signature', `Bearer ${operatorToken(other, 'sup-01').split('.')[0] ?? ''}.`],
    [
      'a JSON Web Token that says that nothing signed it',
      'Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJzdXAtMDEifQ.',
    ],
    ['an unknown token', 'Bearer abc'],
    ['a name and a password', `Basic ${Buffer.from('sup-01:secret').toString('base64')}`],
    ['no scheme', 'sup-01'],
    ['nothing', ''],
  ])('are refused: %s', async (_what, given) => {
    const ended = operatorToken(server.installation.keys, 'sup-01', { nowMs: Date.now() - 61_000 });
    const authorization = given ?? `Bearer ${ended}`;
    const answer = await server.ask({ url: `/api/v1/cases/${caseId}`, headers: { authorization } });
    expect(problemIn(answer)).toMatchObject({ code: 'CREDENTIALS_REFUSED', status: 401 });
    expect(server.logged.join('')).not.toContain(ended);
  });

  it.each(['forwarded', 'x-forwarded-for', 'x-real-ip', 'via'])(
    'are refused: an operator token that came through a proxy, as %s says',
    async (name) => {
      const headers = { as: 'sup-01', [name]: '203.0.113.7' };
      const answer = await server.ask({ url: `/api/v1/cases/${caseId}`, headers });
      expect(problemIn(answer).code).toBe('CREDENTIALS_REFUSED');
    },
  );

  it('are not made by a header that names an actor', async () => {
    const answer = await server.ask({
      url: `/api/v1/cases/${caseId}`,
      headers: { as: '', 'x-actor': 'sup-01' },
    });
    expect(problemIn(answer).code).toBe('SIGN_IN_REQUIRED');
  });
});
