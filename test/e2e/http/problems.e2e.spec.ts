import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { problemCodes, problemSchema } from '@safeconduct/contracts';
import { HistoryDivergedError, StoreUnavailableError } from '@safeconduct/engine';
import { languages } from '@safeconduct/workflow';
import { testReader } from '@safeconduct/engine/testing';
import { connect } from 'node:net';
import { gzipSync } from 'node:zlib';
import { problemTitle } from '../../../apps/server/src/texts/problem-text.js';
import { UnderConstructionError } from '../../../apps/server/src/start/construction.js';
import { problemIn, testServer, type ParsedRequest, type TestServer } from './http-server.js';
import { assign, officerCase } from './officer-cases.js';

// So long that a busy machine reads any other body in time.
const bodyMs = 1500;
let server: TestServer;
let address: string;
let caseId: string;
let note: ParsedRequest;

beforeAll(async () => {
  server = await testServer({ limits: { bodyMs } });
  address = await server.listen();
  ({ caseId } = await officerCase(server, 'QAIM-2024-00001'));
  await assign(server, caseId, 'co-01');
  const url = `/api/v1/cases/${caseId}/commands/StateIntention`;
  note = { method: 'POST', url, headers: { as: 'co-01', 'content-type': 'application/json' } };
});
afterAll(() => server.close());

const head = () => server.installation.events.head();
const raw = (body: string | Buffer, headers: Record<string, string> = {}) =>
  server.ask({ ...note, headers: { ...note.headers, ...headers }, body });

/** Writes bytes to a socket and reads until the server ends it. */
function onSocket(parts: readonly (string | Buffer)[], pauseMs = 0): Promise<string> {
  const { hostname, port } = new URL(address);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname);
    let text = '';
    socket.on('data', (chunk: Buffer) => (text += chunk.toString()));
    socket.on('close', () => {
      resolve(text);
    });
    socket.on('error', (error) => {
      if (text === '') reject(error);
    });
    void (async () => {
      for (const part of parts) {
        socket.write(part);
        await new Promise((done) => setTimeout(done, pauseMs));
      }
    })();
  });
}

function problemOnSocket(text: string) {
  const [top = '', body = ''] = text.split('\r\n\r\n', 2);
  const problem = JSON.parse(body) as { code: (typeof problemCodes)[number]; status: number };
  expect(top).toMatch(/content-type: application\/problem\+json/i);
  expect(problemSchema(problem.code).safeParse(problem).success).toBe(true);
  return problem;
}

describe('a problem', () => {
  it('has a title in every language', () => {
    for (const language of languages) {
      expect(problemCodes.map((code) => problemTitle(code, language))).not.toContain(undefined);
    }
  });

  it.each(problemCodes)('has a page where its type leads: %s', async (code) => {
    const page = await server.ask({ url: `/docs/problems/${code}` });
    expect(page.headers['content-type']).toMatch(/^text\/html/);
    expect(page.text).toContain(code);
  });
});

describe('a body that does not fit', () => {
  it.each([
    ['is no JSON', '{"data":', 'invalid_json'],
    ['is no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'invalid_utf8'],
    ['nests too deep', '['.repeat(500_000), 'invalid_json'],
    ['nests too deep and is closed', `${'['.repeat(9999)}${']'.repeat(9999)}`, 'too_deep'],
    ['holds NUL', '{"data":{"intention":"a\\u0000b"}}', 'forbidden_character'],
    ['holds a direction override', '{"data":{"intention":"a\\u202eb"}}', 'forbidden_character'],
    ['holds half a character', '{"data":{"intention":"a\\ud800"}}', 'forbidden_character'],
    ['reaches for the prototype', '{"data":{"__proto__":{"x":1}}}', 'forbidden_character'],
  ])('%s: 400', async (_what, body, code) => {
    const before = await head();
    expect(problemIn(await raw(body))).toMatchObject({
      code: 'REQUEST_INVALID',
      issues: [expect.objectContaining({ code })],
    });
    expect(await head()).toBe(before);
  });

  it('is 10 MB: 413 with the limit', async () => {
    const problem = problemIn(await raw('x'.repeat(10_000_000)));
    expect(problem).toMatchObject({ code: 'BODY_TOO_LARGE', status: 413, limit: 1_048_576 });
  });

  it('is small and unpacks to 10 MB: 413 with the limit', async () => {
    const problem = problemIn(await raw(gzipSync('x'.repeat(10_000_000)), { 'content-encoding': 'gzip' }));
    expect(problem).toMatchObject({ code: 'BODY_TOO_LARGE', status: 413 });
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'text/csv', 'nonsense', ''])(
    'has the media type %p: 415',
    async (type) => {
      const problem = problemIn(await raw('{}', { 'content-type': type }));
      expect(problem).toMatchObject({ code: 'MEDIA_TYPE_UNSUPPORTED', allowed: ['application/json'] });
    },
  );

  it('arrives too slowly: 408', async () => {
    const opening = `POST ${note.url} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${server.as('co-01').authorization}\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n`;
    const text = await onSocket([opening, '{', '"', 'd', 'a'], bodyMs / 2);
    expect(problemOnSocket(text)).toMatchObject({ code: 'REQUEST_TIMEOUT', status: 408 });
  });

  it('ends in the middle: nothing is recorded', async () => {
    const before = await head();
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ data: { intention: 'return' } });
    const opening = `POST ${note.url} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${server.as('co-01').authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    await new Promise<void>((resolve) =>
      socket.write(opening + body.slice(0, -3), () => {
        resolve();
      }),
    );
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await head()).toBe(before);
  });

  it('is whole, but the client does not wait for the answer: the command is there whole', async () => {
    const before = await head();
    const { hostname, port } = new URL(address);
    const socket = connect(Number(port), hostname);
    const body = JSON.stringify({ data: { intention: 'return' } });
    const opening = `POST ${note.url} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${server.as('co-01').authorization}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n`;
    await new Promise<void>((resolve) =>
      socket.write(opening + body, () => {
        resolve();
      }),
    );
    socket.destroy();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect([0, 1]).toContain(await server.installation.events.countAfter(before));
    const replay = await server.engine.queries.replay(testReader, { caseId });
    expect(replay?.diverged).toBeNull();
  });
});

describe('an address or a header that does not fit', () => {
  it('leads nowhere: 404', async () => {
    expect(problemIn(await server.ask({ url: '/api/v2/cases' })).code).toBe('ROUTE_NOT_FOUND');
  });

  it('has another method: 405 and Allow', async () => {
    const answer = await server.ask({ method: 'PUT', url: '/api/v1/cases' });
    expect(problemIn(answer)).toMatchObject({ code: 'METHOD_NOT_ALLOWED', allowed: ['GET', 'HEAD'] });
    expect(answer.headers['allow']).toBe('GET, HEAD');
  });

  it.each([
    '/api/v1/cases/%zz',
    '/api/v1/cases/%00',
    `/api/v1/cases/${'a'.repeat(500)}`,
    '/api/v1/workflows/..%2f..%2fetc',
  ])('is malformed, %s: 4xx', async (url) => {
    const problem = problemIn(await server.ask({ url }));
    expect(problem.status).toBeGreaterThanOrEqual(400);
    expect(problem.status).toBeLessThan(500);
  });

  it('is too long: 414', async () => {
    expect(problemIn(await server.ask({ url: `/api/v1/cases?q=${'a'.repeat(9000)}` })).code).toBe(
      'URI_TOO_LONG',
    );
  });

  it('has too many headers: 431', async () => {
    const text = await onSocket([
      `GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: ${'a'.repeat(20_000)}\r\n\r\n`,
    ]);
    expect(problemOnSocket(text)).toMatchObject({ code: 'HEADERS_TOO_LARGE', status: 431 });
  });

  it('is no HTTP: 400', async () => {
    const text = await onSocket(['nonsense\r\n\r\n']);
    expect(problemOnSocket(text)).toMatchObject({ code: 'REQUEST_INVALID' });
    expect(text).toMatch(/^x-content-type-options: nosniff\r$/im);
    expect(text).toMatch(/^content-security-policy: default-src 'none'/im);
  });

  it.each([
    ['two lengths', 'Content-Length: 2\r\nContent-Length: 31'],
    ['a length beside chunks', 'Content-Length: 31\r\nTransfer-Encoding: chunked'],
    ['chunks in words that another server reads otherwise', 'Transfer-Encoding: xchunked'],
  ])('could hide a second request behind %s: 400', async (_what, lengths) => {
    const before = await head();
    const body = '{"data":{"intention":"return"}}';
    const opening = `POST ${note.url} HTTP/1.1\r\nHost: localhost\r\nAuthorization: ${server.as('co-01').authorization}\r\nContent-Type: application/json`;
    const text = await onSocket([`${opening}\r\n${lengths}\r\n\r\n${body}`]);
    expect(problemOnSocket(text)).toMatchObject({ code: 'REQUEST_INVALID', status: 400 });
    expect(await head()).toBe(before);
  });

  it('has the method TRACE, which would show what a proxy added: it is answered with nothing of it', async () => {
    const secret = 'Authorization: Bearer added-on-the-way';
    const text = await onSocket([
      `TRACE / HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n${secret}\r\n\r\n`,
    ]);
    expect(text).toMatch(/^HTTP\/1.1 4/);
    expect(text).not.toContain('added-on-the-way');
  });

  it.each(['evil.example', 'localhost.evil.example', '10.0.0.1:3000'])(
    'names the host %s: 421',
    async (host) => {
      expect(problemIn(await server.ask({ url: '/health/live', headers: { host } })).code).toBe(
        'HOST_REFUSED',
      );
    },
  );

  it('names no host: 421', async () => {
    const text = await onSocket(['GET /health/live HTTP/1.1\r\nConnection: close\r\n\r\n']);
    expect(problemOnSocket(text)).toMatchObject({ code: 'HOST_REFUSED' });
  });

  it.each([
    [{ 'if-match': '7' }, 'header.if-match'],
    [{ 'if-match': '"seven"' }, 'header.if-match'],
    [{ 'idempotency-key': 'a b' }, 'header.idempotency-key'],
    [{ 'idempotency-key': 'a'.repeat(200) }, 'header.idempotency-key'],
  ])('is the header %j: 400', async (headers, path) => {
    const problem = problemIn(await raw('{"data":{"intention":"return"}}', headers));
    expect(problem).toMatchObject({ code: 'REQUEST_INVALID', issues: [expect.objectContaining({ path })] });
  });

  it('comes twice: read as one that does not fit', async () => {
    const body = '{"data":{"intention":"return"}}';
    const text = await onSocket([
      `POST ${note.url} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: ${server.as('co-01').authorization}\r\nIf-Match: "0"\r\nIf-Match: "1"\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n\r\n${body}`,
    ]);
    expect(problemOnSocket(text)).toMatchObject({ code: 'REQUEST_INVALID' });
  });
});

describe('a fault of the server', () => {
  it('gives the client an id and nothing else; the details are in the log', async () => {
    const { queries } = server.installation.engine;
    const history = queries.history.bind(queries);
    Object.assign(queries, { history: () => Promise.reject(new Error('secret of the disk')) });
    const answer = await server.ask({ url: `/api/v1/cases/${caseId}/history` });
    Object.assign(queries, { history });
    const problem = problemIn(answer);
    expect(problem).toMatchObject({
      code: 'UNEXPECTED',
      status: 500,
      traceId: answer.headers['x-request-id'],
    });
    expect(answer.text).not.toContain('secret');
    expect(server.logged.join('\n')).toContain('secret of the disk');
  });
});

describe('a store that does not answer', () => {
  it('is 503 with Retry-After, asks to repeat under the same key, and logs the details', async () => {
    const refused = () => Promise.reject(new StoreUnavailableError('sqlite', 'the disk is gone'));
    const spies = server.engines.map((engine) => jest.spyOn(engine, 'handle').mockImplementation(refused));
    const answer = await raw('{"data":{"intention":"return"}}');
    for (const spy of spies) spy.mockRestore();
    expect(problemIn(answer)).toMatchObject({ code: 'STORE_UNAVAILABLE', status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
    expect(answer.text).not.toContain('the disk is gone');
    expect(server.logged.at(-2)).toContain('the disk is gone');
  });

  it('is 409 where a case is opened of a workflow under construction', async () => {
    const refused = () => Promise.reject(new UnderConstructionError('officer-case', 'a text is missing'));
    const spies = server.engines.map((engine) => jest.spyOn(engine, 'handle').mockImplementation(refused));
    const answer = await raw('{"data":{}}', { 'accept-language': 'ar' });
    for (const spy of spies) spy.mockRestore();
    expect(problemIn(answer)).toMatchObject({
      code: 'WORKFLOW_UNDER_CONSTRUCTION',
      status: 409,
      title: 'مسار العمل قيد الإنشاء',
    });
  });

  it('does not tell a reader to repeat what they never sent', async () => {
    const { queries } = server.installation.engine;
    const read = queries.case.bind(queries);
    Object.assign(queries, { case: () => Promise.reject(new StoreUnavailableError('sqlite', 'gone')) });
    const answer = await server.ask({ url: `/api/v1/cases/${caseId}` });
    Object.assign(queries, { case: read });
    expect(problemIn(answer)).toMatchObject({
      code: 'STORE_UNAVAILABLE',
      detail: 'nothing was to be recorded, so nothing is lost; ask again in a moment',
    });
  });

  it('is 500 where the history of a case does not follow its workflow', async () => {
    const { queries } = server.installation.engine;
    const read = queries.case.bind(queries);
    Object.assign(queries, {
      case: () => Promise.reject(new HistoryDivergedError('case-x', 3n, 'cannot follow')),
    });
    const answer = await server.ask({ url: `/api/v1/cases/${caseId}` });
    Object.assign(queries, { case: read });
    expect(problemIn(answer)).toMatchObject({
      code: 'HISTORY_DIVERGED',
      status: 500,
      traceId: expect.any(String),
    });
    expect(answer.text).not.toContain('case-x');
  });
});

describe('the log of requests', () => {
  it('has the pattern of the route, never the address', async () => {
    await server.ask({ url: '/api/v1/cases?q=Ahmad', headers: { 'x-request-id': 'find-me' } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    const line = server.logged.find((one) => one.includes('find-me')) ?? '';
    expect(JSON.parse(line)).toMatchObject({ route: '/api/v1/cases', method: 'GET', status: 200 });
    expect(server.logged.join('')).not.toContain('Ahmad');
  });

  it.each([
    ['NOT_PERMITTED', 403, { as: 'nobody-1' }],
    ['ORIGIN_REFUSED', 403, { origin: 'https://evil.example' }],
    ['SIGN_IN_REQUIRED', 401, { as: '' }],
  ])('says what was refused, where it came from and why: %s', async (code, status, headers) => {
    const url = '/api/v1/people/co-1/invitation';
    await server.ask({ method: 'POST', url, headers: { ...headers, 'x-request-id': code }, body: {} });
    const route = '/api/v1/people/:person/invitation';
    expect(await server.loggedLine(code)).toMatchObject({ route, status, code, from: '127.0.0.1' });
  });

  it('says of other requests neither where they came from nor a code, unless they failed', async () => {
    await server.ask({ url: '/api/v1/cases', headers: { 'x-request-id': 'answered' } });
    await server.ask({ url: '/api/v1/cases?limit=x', headers: { 'x-request-id': 'failed' } });
    expect(Object.keys(await server.loggedLine('answered'))).not.toContain('from');
    const failed = await server.loggedLine('failed');
    expect(failed['code']).toBe('REQUEST_INVALID');
    expect(Object.keys(failed)).not.toContain('from');
  });
});
