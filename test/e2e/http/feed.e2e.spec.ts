import { logStart, positionOf } from '@safeconduct/engine';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { FeedEvent } from '@safeconduct/contracts';
import { problemIn, testServer, type TestServer } from './http-server.js';
import { officerCase } from './officer-cases.js';

let server: TestServer;
let address: string;
const open: FeedFollower[] = [];

beforeEach(async () => {
  server = await testServer({ limits: { feedHeartbeatMs: 100, feedStalledMs: 300, feedReaders: 5 } });
  address = await server.listen();
});
afterEach(async () => {
  for (const follower of open.splice(0)) follower.stop();
  await server.close();
});

interface Frame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: Record<string, string> | undefined;
}

/** A reader of the feed that uses only fetch. */
class FeedFollower {
  readonly frames: Frame[] = [];
  text = '';
  ended = false;
  private readonly abort = new AbortController();

  constructor(query: string, headers: Record<string, string> = {}) {
    open.push(this);
    void this.run(`${address}/api/v1/feed${query}`, { ...server.as(), ...headers });
  }

  async until(isEnough: (frames: readonly Frame[]) => boolean): Promise<readonly Frame[]> {
    for (let waited = 0; waited < 5000; waited += 10) {
      if (isEnough(this.frames)) return this.frames;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error(`the feed did not come so far: ${this.text}`);
  }

  get events(): readonly FeedEvent[] {
    return this.frames.flatMap(({ event, data }) => (event === 'recorded' ? [FeedEvent.parse(data)] : []));
  }

  stop(): void {
    this.abort.abort();
  }

  private async run(url: string, headers: Record<string, string>): Promise<void> {
    try {
      const response = await fetch(url, { headers, signal: this.abort.signal });
      const decoder = new TextDecoder();
      let buffer = '';
      for await (const chunk of response.body ?? []) {
        const text = decoder.decode(chunk as Uint8Array, { stream: true });
        this.text += text;
        const blocks = (buffer + text).split('\n\n');
        buffer = blocks.pop() ?? '';
        this.frames.push(...blocks.map(frameOf));
      }
    } catch {
      // Stopped by the test, or cut off by the server.
    }
    this.ended = true;
  }
}

function frameOf(block: string): Frame {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(block)?.[1];
  const data = field('data');
  return {
    id: field('id'),
    event: field('event'),
    data: data === undefined ? undefined : (JSON.parse(data) as Record<string, string>),
  };
}

const recorded = (count: number) => (frames: readonly Frame[]) =>
  frames.filter(({ event }) => event === 'recorded').length >= count;

describe('the feed', () => {
  it('begins where the reader says, gives everything in order, and goes on live without a gap', async () => {
    await officerCase(server, 'F-1');
    const follower = new FeedFollower('?after=0');
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
    const follower = new FeedFollower('');
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
    const first = new FeedFollower('?after=0');
    const seen = await first.until(recorded(3));
    const id = seen.filter(({ event }) => event === 'recorded')[2]?.id ?? '';
    first.stop();
    const [next] = await server.installation.events.readAll({ after: positionOf(id), limit: 1 });
    const second = new FeedFollower('?after=0', { 'last-event-id': id });
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
    const one = new FeedFollower(`?case=${caseId}&after=0`);
    const template = new FeedFollower('?workflow=template&after=0');
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

  it('sends its position when no event matches, and keeps the connection alive', async () => {
    const follower = new FeedFollower('?workflow=template');
    await follower.until((frames) => frames.length >= 1);
    const { position } = await officerCase(server, 'F-5');
    await follower.until((frames) =>
      frames.some(({ event, id }) => event === 'bookmark' && id === String(position)),
    );
    await new Promise((resolve) => setTimeout(resolve, 250));
    expect(follower.text).toContain(': still here\n\n');
  });

  it('holds no personal datum', async () => {
    const follower = new FeedFollower('?after=0');
    await officerCase(server, 'F-6-secret', { name: 'Ahmad Secret', nameArabic: 'سر' });
    await follower.until(recorded(6));
    expect(follower.text).not.toMatch(/secret|سر/i);
  });

  it('refuses a position that is not there yet, and more readers than allowed', async () => {
    const ahead = await server.ask({ url: '/api/v1/feed?after=99999' });
    expect(problemIn(ahead)).toMatchObject({
      code: 'REQUEST_INVALID',
      issues: [{ path: 'query.after', code: 'too_big' }],
    });
    const returned = await server.ask({ url: '/api/v1/feed', headers: { 'last-event-id': '99999' } });
    expect(problemIn(returned)).toMatchObject({
      status: 400,
      issues: [
        { path: 'headers.last-event-id', message: expect.stringContaining('the log ends at position') },
      ],
    });
    const followers = Array.from({ length: 5 }, () => new FeedFollower(''));
    for (const follower of followers) await follower.until((frames) => frames.length >= 1);
    const answer = await server.ask({ url: '/api/v1/feed' });
    expect(problemIn(answer)).toMatchObject({ code: 'TOO_MANY_READERS', status: 503 });
    expect(answer.headers['retry-after']).toBe('1');
  });

  it('says goodbye when the server stops, so that the reader comes back', async () => {
    const follower = new FeedFollower('');
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
