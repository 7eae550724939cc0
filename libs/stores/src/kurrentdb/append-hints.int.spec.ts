import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '@safeconduct/engine';
import type { Fault } from '../../../../test/doubles/kurrentdb/faults.js';
import type { KurrentEvents } from './kurrent-events.js';
import { FaultyServer, newEvents, newStream } from './testing/faulty-store.js';

describe('a listener hears of the appends of others', () => {
  let server: FaultyServer;
  let others: KurrentEvents;

  beforeEach(async () => {
    server = await FaultyServer.start();
    others = await server.open();
  });

  afterEach(() => server.stop());

  const append = async (): Promise<Position> => {
    const writes = [{ stream: newStream(), expected: 'noStream' as const, events: newEvents(1) }];
    return (await others.append(writes)).position;
  };

  /** Listens, and waits for a position. */
  function listening(events: KurrentEvents) {
    const heads: Position[] = [];
    const waiting = new Set<() => void>();
    const end = events.onAppended((head) => {
      heads.push(head);
      for (const wake of waiting) wake();
    });
    const heard = async (position: Position): Promise<void> => {
      while (!heads.some((head) => head >= position)) {
        await new Promise<void>((resolve) => {
          waiting.clear();
          waiting.add(resolve);
        });
      }
    };
    return { heads, heard, end };
  }

  it('by its subscription', async () => {
    const { heard, end } = listening(await server.open());
    await heard(await append());
    await heard(await append());
    end();
  });

  it.each<[string, Fault]>([
    ['is refused', { kind: 'unavailable' }],
    ['is not answered', { kind: 'noAnswer' }],
    ['comes to a node that does not lead', { kind: 'notLeader' }],
    ['is closed without an error at once', { kind: 'close', afterEvents: 0 }],
    ['is closed without an error after some events', { kind: 'close', afterEvents: 2 }],
    ['stalls at once', { kind: 'stall', afterEvents: 0 }],
    ['stalls after some events', { kind: 'stall', afterEvents: 2 }],
  ])('when its subscription %s, by another one', async (_, fault) => {
    server.double.faults.order('subscribe', fault, 2);
    const { heard, heads, end } = listening(await server.open());
    for (let count = 0; count < 8; count += 1) await heard(await append());
    // Two were faulty; so there has been a third one.
    while ((server.double.faults.calls.get('subscribe') ?? 0) < 3) {
      await heard(await append());
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    await heard(await append());
    expect([...heads].sort((left, right) => Number(left - right))).toEqual(heads);
    end();
  });

  it('when the server was restarted, and of what happened meanwhile', async () => {
    const { heard, end } = listening(await server.open());
    await heard(await append());
    server.double.stop();
    await server.double.start();
    await heard(await append());
    end();
  });

  it('when an append of its own hung and the client was replaced', async () => {
    // The watch would find out as well, but not within this test.
    const events = await server.open({ watchMs: 600_000 });
    const { heard, end } = listening(events);
    await heard(await append());
    server.double.faults.order('append', { kind: 'noAnswer' });
    await events.append([{ stream: newStream(), expected: 'noStream', events: newEvents(1) }]);
    await heard(await append());
    await heard(await append());
    end();
  });

  it('by asking for the end of the log where the user may not subscribe, and that is told once', async () => {
    server.double.faults.order('subscribe', { kind: 'denied' }, Infinity);
    const told: string[] = [];
    const { heard, end } = listening(await server.open({ tell: (what) => told.push(what) }));
    for (let count = 0; count < 5; count += 1) await heard(await append());
    end();
    const again = listening(await server.open({ tell: (what) => told.push(what) }));
    await again.heard(await append());
    again.end();
    expect(told).toHaveLength(2);
    expect(told[0]).toMatch(/may not subscribe to \$all .*every 100 ms; give the user the right/);
  });

  it('until it ends; nothing is subscribed to when nobody listens', async () => {
    const events = await server.open();
    const first = listening(events);
    const second = listening(events);
    await Promise.all([append().then(first.heard), append().then(second.heard)]);
    first.end();
    const count = first.heads.length;
    await second.heard(await append());
    expect(first.heads).toHaveLength(count);
    second.end();
    const subscribed = server.double.faults.calls.get('subscribe');
    await append();
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect(server.double.faults.calls.get('subscribe')).toBe(subscribed);
  });
});
