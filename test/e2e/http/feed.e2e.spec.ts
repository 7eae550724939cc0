import { logStart, positionOf } from '@safeconduct/engine';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedPulse, FeedReset } from '@safeconduct/contracts';
import { Agent, EventSource } from 'undici';
import { problemIn, testServer, type TestServer } from './http-server.js';
import { came, follow as followAt, recorded, stopFollowing } from './feed-follower.js';
import { until } from './imports.js';
import { assign, officerCase, voidRegistration } from './officer-cases.js';

let server: TestServer;
let address: string;

beforeEach(async () => {
  server = await testServer({ limits: { feedPulseMs: 100, feedStalledMs: 300, feedReaders: 5 } });
  address = await server.listen();
});
afterEach(async () => {
  stopFollowing();
  await server.close();
});

const follow = (query: string, headers: Readonly<Record<string, string>> = {}) =>
  followAt(`${address}/api/v1/feed${query}`, { ...server.as(), ...headers });

/** A position that no log of these tests reaches; where positions are bytes, they are large. */
const behindTheEnd = (head: bigint | string): string => String(BigInt(head) + 1_000_000_000n);

describe('the feed', () => {
  it('begins where the reader says, gives everything in order, and goes on live without a gap', async () => {
    await officerCase(server, 'F-1');
    const follower = follow('?after=0');
    await follower.until(recorded(6));
    await Promise.all(Array.from({ length: 20 }, (_, n) => officerCase(server, `F-live-${n}`)));
    await follower.until(recorded(126));
    const log = await server.installation.events.readAll({ after: logStart, limit: 1000 });
    expect(log).toHaveLength(126);
    expect(follower.events.map(({ position }) => position)).toEqual(
      log.map(({ position }) => String(position)),
    );
  });

  it('begins now when nothing is said', async () => {
    await officerCase(server, 'F-old', { camped: false });
    const follower = follow('');
    await follower.until((frames) => frames.length >= 1);
    await officerCase(server, 'F-new', { camped: false });
    await follower.until(recorded(1));
    expect(follower.events).toHaveLength(1);
    expect(follower.events[0]).toMatchObject({
      type: 'EntryRegistered',
      state: 'entered',
      actor: 'intake-01',
    });
  });

  it('resumes behind Last-Event-ID', async () => {
    await officerCase(server, 'F-2');
    const first = follow('?after=0');
    const seen = await first.until(recorded(3));
    const id = seen.filter(({ event }) => event === 'recorded')[2]?.id ?? '';
    first.stop();
    const [next] = await server.installation.events.readAll({ after: positionOf(id), limit: 1 });
    const second = follow('?after=0', { 'last-event-id': id });
    await second.until(recorded(1));
    expect(second.events[0]?.position).toBe(String(next?.position));
  });

  it('narrows to one case, also from long ago, and to one workflow', async () => {
    const { caseId } = await officerCase(server, 'F-3');
    await officerCase(server, 'F-4');
    const input = { requestNo: 'T-1', name: 'A', nameArabic: 'ا' };
    await server.engine.handle({
      target: { workflow: 'template' },
      command: 'OpenRequest',
      actor: { id: 'clerk-1', roles: ['clerk'] },
      input,
    });
    const one = follow(`?case=${caseId}&after=0`);
    const template = follow('?workflow=template&after=0');
    await one.until(recorded(6));
    await template.until(recorded(1));
    await server.engine.handle({
      target: { caseId },
      command: 'AssignOfficer',
      actor: { id: 'sup-01', roles: ['supervisor'] },
      input: { officer: 'co-1' },
    });
    await one.until(recorded(7));
    expect(new Set(one.events.map((event) => event.caseId))).toEqual(new Set([caseId]));
    expect(template.events.map(({ type }) => type)).toEqual(['RequestOpened']);
  });

  it('says every few seconds that it is alive, how far it has come, and the time of its data', async () => {
    const follower = follow('?workflow=template');
    await follower.until((frames) => frames.length >= 1);
    const { position } = await officerCase(server, 'F-5');
    const frames = await follower.until((all) => all.some(({ id }) => id === String(position)));
    const last = frames.at(-1);
    expect(last).toMatchObject({ event: 'pulse', id: String(position) });
    expect(FeedPulse.parse(last?.data).position).toBe(String(position));
    expect(Math.abs(Date.parse(last?.data?.['now'] ?? '') - Date.now())).toBeLessThan(60_000);
    await follower.until(came('pulse', 4));
  });

  it('says of each event which case it is, and where that is and who has it afterwards', async () => {
    const { caseId } = await officerCase(server, 'F-7');
    await assign(server, caseId, 'co-01');
    const follower = follow('?after=0');
    await follower.until(recorded(7));
    const [first] = follower.events;
    expect(first).toMatchObject({ reference: 'F-7', facility: null, assignee: null, outcome: null });
    expect(follower.events.at(-1)).toMatchObject({
      ...{ caseId, type: 'CaseAssigned', reference: 'F-7', facility: 'QAIM', assignee: 'co-01' },
    });
    await voidRegistration(server, (await officerCase(server, 'F-8', { camped: false })).caseId);
    await follower.until(recorded(9));
    expect(follower.events.at(-1)).toMatchObject({ reference: 'F-8', outcome: 'REGISTERED_IN_ERROR' });
  });

  it('holds no name', async () => {
    const follower = follow('?after=0');
    await officerCase(server, 'F-6', { name: 'Ahmad Secret', nameArabic: 'سر' });
    await follower.until(recorded(6));
    expect(follower.text).not.toMatch(/secret|سر/i);
  });

  it('says that a position is behind the end of the log, and goes on at the end', async () => {
    const { position } = await officerCase(server, 'F-9');
    const behind = behindTheEnd(position);
    for (const ahead of [follow(`?after=${behind}`), follow('', { 'last-event-id': behind })]) {
      const frames = await ahead.until(came('reset'));
      const reset = frames.find(({ event }) => event === 'reset');
      expect(reset?.id).toBe(String(position));
      expect(FeedReset.parse(reset?.data)).toEqual({ position: String(position) });
    }
    const other = follow(`?after=${behind}`);
    await other.until(came('reset'));
    await officerCase(server, 'F-10', { camped: false });
    await other.until(recorded(1));
    expect(other.events[0]).toMatchObject({ reference: 'F-10' });
  });

  it('is read by an EventSource, to which nothing that is in the way is hidden', async () => {
    await officerCase(server, 'F-11', { camped: false });
    const { authorization } = server.as();
    const dispatcher = new Agent().compose(
      (dispatch) => (asked, handler) =>
        dispatch(
          { ...asked, headers: { ...(asked.headers as Record<string, string>), authorization } },
          handler,
        ),
    );
    const kinds = ['log', 'pulse', 'recorded', 'reset', 'busy'] as const;
    const following = (query: string) => {
      const source = new EventSource(`${address}/api/v1/feed${query}`, { node: { dispatcher } });
      const heard: string[] = [];
      for (const kind of kinds)
        source.addEventListener(kind, (event) =>
          heard.push(`${kind} ${(event as MessageEvent).lastEventId}`),
        );
      return { source, heard };
    };
    const head = String(await server.installation.events.head());
    const ahead = following(`?after=${behindTheEnd(head)}`);
    const others = Array.from({ length: 4 }, () => following('?after=0'));
    await until(() => [ahead, ...others].every(({ heard }) => heard.some((one) => one.startsWith('pulse'))));
    expect(ahead.heard.slice(0, 3)).toEqual(['log ', `reset ${head}`, `pulse ${head}`]);
    expect(others[0]?.heard.slice(0, 3)).toEqual(['log ', `recorded ${head}`, `pulse ${head}`]);
    const tooMany = following('');
    await until(() => tooMany.heard.length > 0);
    // It comes again by itself, later.
    expect([tooMany.heard, tooMany.source.readyState]).toEqual([['busy '], EventSource.CONNECTING]);
    for (const { source } of [ahead, ...others, tooMany]) source.close();
    await dispatcher.close();
  });

  it('says to more readers than it takes that it is busy, and when to come again', async () => {
    const followers = Array.from({ length: 5 }, () => follow(''));
    for (const follower of followers) await follower.until((frames) => frames.length >= 1);
    const answer = await server.ask({ url: '/api/v1/feed' });
    expect([answer.status, answer.headers['content-type']]).toEqual([
      200,
      'text/event-stream; charset=utf-8',
    ]);
    expect(answer.text).toBe('retry: 10000\nevent: busy\ndata: {"retryAfter":10}\n\n');
    followers[0]?.stop();
    // The place of one who left is free as soon as the server has noticed.
    for (let tries = 0; tries < 100; tries += 1) {
      const follower = follow('');
      const [frame] = await follower.until((frames) => frames.length >= 1);
      if (frame?.event !== 'busy') break;
      expect(tries).toBeLessThan(99);
      await new Promise((done) => setTimeout(done, 20));
    }
  });

  it('says goodbye when the server stops, so that the reader comes back', async () => {
    const follower = follow('');
    await follower.until((frames) => frames.length >= 1);
    server.lifecycle.stop();
    await follower.until((frames) => frames.some(({ event }) => event === 'goodbye'));
    for (let waited = 0; waited < 2000 && !follower.ended; waited += 10)
      await new Promise((done) => setTimeout(done, 10));
    expect(follower.ended).toBe(true);
    expect(problemIn(await server.ask({ url: '/api/v1/cases' }))).toMatchObject({
      code: 'STOPPING',
      status: 503,
    });
    const ready = await server.ask({ url: '/health/ready' });
    expect([ready.status, ready.json()]).toEqual([503, expect.objectContaining({ status: 'stopping' })]);
  });
});
