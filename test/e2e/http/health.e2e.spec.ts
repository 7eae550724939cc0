import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventStoreWith, logStart, type EventStore } from '@safeconduct/engine';
import { bodyOf, problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';
import { registerPeople } from './registered-people.js';

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

  describe('and GET /system, which says more', () => {
    const systemFor = (as?: string) =>
      server.ask({ url: '/api/v1/system', headers: as === undefined ? {} : { as } });
    const system = async (as?: string) => bodyOf('getSystem', await systemFor(as));

    it('answers administrators, and nobody else', async () => {
      await registerPeople(server, { 'sup-01': { roles: ['supervisor'], unit: 'QAIM' } });
      expect(await system('adm-1')).toMatchObject({ status: 'ok', reason: null, demonstration: null });
      expect(problemIn(await systemFor('sup-01'))).toMatchObject({ code: 'NOT_PERMITTED' });
      expect((await systemFor('')).status).toBe(401);
    });

    it('has the log, each view with how much it lacks, and the workflows, and nothing of a person', async () => {
      await server.settled();
      const { store, views, workflows, ...found } = await system();
      const head = String(await server.installation.events.head());
      expect(store).toMatchObject({ head, isDurable: expect.any(Boolean) });
      for (const view of views) expect([0, null]).toContain(view.behind);
      expect(views.map(({ view }) => view)).toEqual(expect.arrayContaining(['cases', 'timeline']));
      expect(workflows).toMatchObject([
        { workflow: 'officer-case', stuck: 0 },
        { workflow: 'template', stuck: 0 },
      ]);
      expect(found).toMatchObject({ jobs: { running: 0, queued: 0 }, erasures: { unfinished: 0 } });
      expect(JSON.stringify(await system())).not.toMatch(/QAIM|sup-01|Ahmad/);
    });

    it('says which workflow has how many cases that cannot go on', async () => {
      const stuck = [{ caseId: 'c-1', workflow: 'template', what: 'an event has no place' }];
      server.lifecycle.cases = { status: 'stuck', reason: 'one case', stuck };
      const { status, workflows } = await system();
      expect([status, workflows.map((one) => one.stuck)]).toEqual(['stuck', [0, 1]]);
      server.lifecycle.cases = undefined;
    });

    it('answers while the store does not, with what is known', async () => {
      silence();
      const found = await system();
      expect(found).toMatchObject({ status: 'unavailable', store: { head: null, events: null }, views: [] });
      answerAgain();
    });
  });

  it('says that the server is stopping, also while the store does not answer', async () => {
    silence();
    server.lifecycle.stop();
    expect(await readiness()).toMatchObject({ code: 503, status: 'stopping' });
    answerAgain();
  });
});
