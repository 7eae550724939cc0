import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { logStart } from '@safeconduct/engine';
import type { KurrentEvents } from './kurrent-events.js';
import { FaultyServer, newEvents, newStream } from './testing/faulty-store.js';

// Longer than a test may take: what ends, ends because the process is about to.
const longMs = 600_000;
let server: FaultyServer;
let events: KurrentEvents;

beforeEach(async () => {
  server = await FaultyServer.start();
  events = await server.open({ callMs: longMs, deadlineMs: longMs });
});
afterEach(() => server.stop());

const append = () => events.append([{ stream: newStream(), expected: 'noStream', events: newEvents(1) }]);
const unavailable = { status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } };

describe('a store whose process is about to end', () => {
  it.each([
    ['takes every call and answers none', () => (server.double.isFrozen = true)],
    [
      'is not there any more',
      () => {
        server.double.stop();
      },
    ],
  ])('does not wait for a server that %s', async (_, gone) => {
    await append();
    gone();
    const underWay = [append(), append(), events.head(), events.readAll({ after: logStart, limit: 10 })];
    events.prepareToClose();
    for (const outcome of await Promise.allSettled(underWay)) expect(outcome).toMatchObject(unavailable);
    const [later] = await Promise.allSettled([append()]);
    expect(later).toMatchObject(unavailable);
    await events.close();
  });

  it('waits for a server that answers one call after the other, and acknowledges what it took', async () => {
    server.double.faults.order('append', { kind: 'lateAnswer', ms: 300 }, Infinity);
    const underWay = append();
    events.prepareToClose();
    await underWay;
    for (let n = 0; n < 8; n += 1) await append();
    server.double.faults.clear();
    expect(await events.readAll({ after: logStart, limit: 100 })).toHaveLength(9);
  });

  it('is waited for by close no longer than that, and what became of the append is unknown', async () => {
    await append();
    server.double.faults.order('append', { kind: 'lostAnswer' }, Infinity);
    server.double.faults.order('read', { kind: 'noAnswer' }, Infinity);
    const [outcome] = await Promise.allSettled([append(), events.close()]);
    expect(outcome).toMatchObject(unavailable);
  });
});
