import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { logStart, positionOf } from '@safeconduct/engine';
import { silentNode } from '../../../../test/doubles/kurrentdb/silent-node.js';
import type { Fault } from '../../../../test/doubles/kurrentdb/faults.js';
import { openKurrentEvents, type KurrentEvents } from './kurrent-events.js';
import { callMs, FaultyServer, newEvents, newStream } from './testing/faulty-store.js';

describe('a read', () => {
  const stream = newStream();
  const written = newEvents(30);
  let server: FaultyServer;
  let events: KurrentEvents;

  beforeAll(async () => {
    // It searches few events for those that pass a filter, and is content with what it has found by then.
    server = await FaultyServer.start({ version: '23.10.8', searchWindow: 5 });
    events = await server.open();
    await events.append([{ stream, expected: 'noStream', events: written }]);
  });

  afterEach(() => {
    server.double.faults.clear();
  });

  afterAll(() => server.stop());

  const ids = written.map(({ eventId }) => eventId);
  const reads = {
    'of a stream': (store: KurrentEvents) => store.readStream(stream, { from: 0n, limit: 100 }),
    'of all': (store: KurrentEvents) => store.readAll({ after: logStart, limit: 100 }),
  };
  const faults: readonly (readonly [string, Fault])[] = [
    ['is not answered', { kind: 'noAnswer' }],
    ['is answered too late', { kind: 'lateAnswer', ms: 20_000 }],
    ['fails', { kind: 'unavailable' }],
    ['comes to a node that does not lead', { kind: 'notLeader' }],
    ['stops in the middle', { kind: 'stall', afterEvents: 3 }],
  ];

  describe.each(Object.entries(reads))('%s', (_, read) => {
    it.each(faults)('that %s is repeated', async (__, fault) => {
      server.double.faults.order('read', fault);
      expect((await read(events)).map(({ eventId }) => eventId)).toEqual(ids);
    });

    it.each(faults)('that %s again and again is answered with STORE_UNAVAILABLE', async (__, fault) => {
      const impatient = await server.open({ deadlineMs: 2 * callMs });
      server.double.faults.order('read', fault, Infinity);
      await expect(read(impatient)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
    });

    it('that is slow, and goes on, comes to its end', async () => {
      server.double.faults.order('read', { kind: 'slow', msPerEvent: 30 });
      expect((await read(events)).map(({ eventId }) => eventId)).toEqual(ids);
    });

    it('that the user may not do says so, at once', async () => {
      server.double.faults.order('read', { kind: 'denied' }, Infinity);
      await expect(read(events)).rejects.toMatchObject({
        code: 'STORE_UNAVAILABLE',
        message: expect.stringMatching(/it needs the right to read/),
      });
    });
  });

  it('at a position that fails is repeated, and never answered with "nothing there"', async () => {
    const position = await events.head();
    for (const [, fault] of faults) {
      server.double.faults.order('read', fault);
      expect(await events.readAt(position)).toMatchObject({ position });
    }
    const impatient = await server.open({ deadlineMs: 2 * callMs });
    server.double.faults.order('read', { kind: 'unavailable' }, Infinity);
    await expect(impatient.readAt(position)).rejects.toMatchObject({ code: 'STORE_UNAVAILABLE' });
  });

  it('goes on from a position at which no event begins, whatever was read before', async () => {
    const all = await events.readAll({ after: logStart, limit: 100 });
    for (const index of [0, 13, 29]) {
      const { position } = all[index] as { position: bigint };
      const fresh = await server.open();
      const after = positionOf(position - 1n);
      expect(await fresh.readAll({ after, limit: 100 })).toEqual(all.slice(index));
      expect(await fresh.readAt(after)).toBeUndefined();
    }
  });

  it('leaves out the streams of others and of the system', async () => {
    const others = server.double.log.all.filter(({ stream: name }) => name !== stream);
    expect(others.length).toBeGreaterThan(1);
    const read = await events.readAll({ after: logStart, limit: 100 });
    expect(new Set(read.map((event) => event.stream))).toEqual(new Set([stream]));
    expect(await events.readAt(positionOf(others[0]?.position ?? 0n))).toBeUndefined();
  });
});

describe('opening', () => {
  it('a server that accepts and says nothing ends with STORE_UNAVAILABLE', async () => {
    const { url, stop } = await silentNode();
    await expect(openKurrentEvents({ url, callMs })).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/^kurrentdb:\/\/127\.0\.0\.1:\d+: it cannot be reached; look whether/),
    });
    await stop();
  });

  it('a server that is not there ends with STORE_UNAVAILABLE, which says why', async () => {
    const { url, stop } = await silentNode();
    await stop();
    await expect(openKurrentEvents({ url, callMs: 5000 })).rejects.toThrow(/ECONNREFUSED/);
  });

  it('a server with a password that it does not know ends with STORE_MISCONFIGURED, which does not show it', async () => {
    const server = await FaultyServer.start();
    server.double.faults.order('subscribe', { kind: 'unknownUser' }, Infinity);
    const url = server.double.url.replace('//', '//admin:mistyped@');
    const opened = server.open({ url, callMs: 5000 });
    await expect(opened).rejects.toMatchObject({
      code: 'STORE_MISCONFIGURED',
      message: expect.stringMatching(
        /^((?!mistyped).)*the server does not know this user with this password/,
      ),
    });
    await server.stop();
  });

  it('a server on which the user may not subscribe is possible all the same', async () => {
    const server = await FaultyServer.start();
    server.double.faults.order('subscribe', { kind: 'denied' }, Infinity);
    const events = await server.open({ url: server.double.url.replace('//', '//reader:of-some@') });
    expect(await events.head()).toBe(logStart);
    await server.stop();
  });

  it('a cluster finds the node that leads', async () => {
    const server = await FaultyServer.start();
    const { port } = server.double;
    const url = `esdb://127.0.0.1:${port},127.0.0.1:${port}?tls=false&nodePreference=follower`;
    const events = await server.open({ url, callMs: 5000 });
    expect(
      await events.append([{ stream: newStream(), expected: 'noStream', events: newEvents(1) }]),
    ).toMatchObject({
      revisions: [0n],
    });
    expect(await events.readAll({ after: logStart, limit: 10 })).toHaveLength(1);
    await server.stop();
  });

  it('an append to a stream that is none of this installation is a mistake of the program', async () => {
    const server = await FaultyServer.start();
    const events = await server.open();
    const append = events.append([{ stream: 'order-1', expected: 'any', events: newEvents(1) }]);
    await expect(append).rejects.toMatchObject({ code: 'ERR_ASSERTION' });
    await server.stop();
  });
});
