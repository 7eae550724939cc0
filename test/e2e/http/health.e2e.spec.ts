import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreWith, logStart, type EventStore } from '@safeconduct/engine';
import { testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';

let server: TestServer;
let waiting: Promise<void> = Promise.resolve();
let answerAgain = () => {};
let isOlder = false;

/** Until `answerAgain` is called, the log does not say where it ends. */
function silence(): void {
  waiting = new Promise((resolve) => (answerAgain = resolve));
}

const silenced = (events: EventStore): EventStore =>
  eventStoreWith(events, { head: () => waiting.then(() => (isOlder ? logStart : events.head())) });

beforeAll(async () => {
  server = await testServer({ watched: silenced });
});

afterAll(() => server.close());

const readiness = async () => {
  const answer = await server.ask({ url: '/health/ready' });
  return { code: answer.status, ...answer.json<{ status: string; reason: string | null }>() };
};

describe('GET /health/ready', () => {
  it('answers while the store does not: not ready, and why', async () => {
    expect(await readiness()).toMatchObject({ code: 200, status: 'ok', reason: null });
    silence();
    const reason = 'the store does not answer';
    expect(await readiness()).toMatchObject({ code: 503, status: 'unavailable', reason });
    answerAgain();
    expect(await readiness()).toMatchObject({ code: 200, status: 'ok' });
  });

  it('says that the log was replaced by an older copy, once the views know more than it has', async () => {
    await officerCase(server, 'QAIM-2024-00001');
    await server.settled();
    isOlder = true;
    const reason = expect.stringMatching(/the log was replaced by an older copy/);
    expect(await readiness()).toMatchObject({ code: 503, status: 'unavailable', reason });
    isOlder = false;
    expect(await readiness()).toMatchObject({ code: 200, status: 'ok' });
  });

  it('is not ready while open cases cannot go on, and says why', async () => {
    const reason = 'template: 2 of 3 open cases cannot go on';
    server.lifecycle.cases = { status: 'stuck', reason };
    expect(await readiness()).toMatchObject({ code: 503, status: 'stuck', reason });
    server.lifecycle.cases = undefined;
    expect(await readiness()).toMatchObject({ code: 200, status: 'ok' });
  });

  it('is not logged among the requests, because a balancer asks several times a second', async () => {
    await server.ask({ url: '/api/v1/workflows' });
    const logged = server.logged.filter((line) => line.includes('"request"'));
    expect(logged.some((line) => line.includes('/workflows'))).toBe(true);
    expect(logged.filter((line) => line.includes('/health/'))).toEqual([]);
  });

  it('says that the server is stopping, also while the store does not answer', async () => {
    silence();
    server.lifecycle.stop();
    expect(await readiness()).toMatchObject({ code: 503, status: 'stopping' });
    answerAgain();
  });
});
