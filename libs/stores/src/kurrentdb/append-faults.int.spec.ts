import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevisionConflictError, type Appended, type StreamWrite } from '@safeconduct/engine';
import type { Call, Fault } from '../../../../test/doubles/kurrentdb/faults.js';
import type { DoubleOptions } from '../../../../test/doubles/kurrentdb/kurrentdb-double.js';
import type { KurrentEvents } from './kurrent-events.js';
import { callMs, FaultyServer, newEvents, newStream } from './testing/faulty-store.js';

const lateMs = 2 * callMs;

const faults: readonly (readonly [string, Fault])[] = [
  ['is taken and forgotten', { kind: 'noAnswer' }],
  ['is done and never answered', { kind: 'lostAnswer' }],
  ['is done, and answered too late', { kind: 'lateAnswer', ms: lateMs }],
  ['is on its way for too long, and done then', { kind: 'lateArrival', ms: lateMs }],
  ['fails before it is done', { kind: 'unavailable' }],
  ['fails when it is done', { kind: 'unavailable', isDone: true }],
  ['comes to a node that does not lead', { kind: 'notLeader' }],
];

const closed: readonly [string, Fault] = ['finds its stream closed', { kind: 'close', afterEvents: 0 }];

interface Path {
  readonly name: string;
  readonly options: DoubleOptions;
  readonly call: Call;
  readonly faults: typeof faults;
  readonly writes: (expected: 'noStream' | 'any') => readonly StreamWrite[];
}

const oneWrite = (expected: 'noStream' | 'any') => [{ stream: newStream(), expected, events: newEvents(2) }];
const twoWrites = (expected: 'noStream' | 'any') => [...oneWrite('noStream'), ...oneWrite(expected)];

const paths: readonly Path[] = [
  {
    name: 'in a batch',
    options: { version: '23.10.8' },
    call: 'append',
    faults: [...faults, closed],
    writes: oneWrite,
  },
  {
    name: 'by itself',
    options: { version: '23.10.8', isUnary: true },
    call: 'append',
    faults,
    writes: oneWrite,
  },
  {
    name: 'to two streams',
    options: { version: '25.1.0' },
    call: 'severalStreams',
    faults,
    writes: twoWrites,
  },
];

describe.each(paths)('an append $name', ({ options, call, faults: of, writes: writesOf }) => {
  let server: FaultyServer;
  let events: KurrentEvents;

  beforeAll(async () => {
    server = await FaultyServer.start(options);
    events = await server.open();
  });

  afterAll(() => server.stop());

  /** Every write is there once, and the answer names where. */
  async function expectOnce(writes: readonly StreamWrite[], appended: Appended): Promise<void> {
    for (const [index, { stream, events: written }] of writes.entries()) {
      const recorded = await events.readStream(stream, { from: 0n, limit: 100 });
      expect(recorded.map(({ eventId }) => eventId)).toEqual(written.map(({ eventId }) => eventId));
      expect(appended.revisions[index]).toBe(1n);
      if (index === writes.length - 1) expect(appended.position).toBe(recorded.at(-1)?.position);
    }
  }

  describe.each(of)('that %s', (_, fault) => {
    it.each(['noStream', 'any'] as const)('is recorded once and answered, at %s', async (expected) => {
      const writes = writesOf(expected);
      server.double.faults.order(call, fault);
      const appended = await events.append(writes);
      await late(fault);
      await expectOnce(writes, appended);
    });

    it('again and again is answered with STORE_UNAVAILABLE or the truth, and recorded once when repeated', async () => {
      const impatient = await server.open({ deadlineMs: 2 * callMs });
      const writes = writesOf('noStream');
      server.double.faults.order(call, fault, Infinity);
      const [outcome] = await Promise.allSettled([impatient.append(writes)]);
      server.double.faults.clear();
      if (outcome.status === 'rejected') expect(outcome.reason).toMatchObject({ code: 'STORE_UNAVAILABLE' });
      else await expectOnce(writes, outcome.value);
      const appended = await events.append(writes);
      await late(fault);
      await expectOnce(writes, appended);
    });

    it('is a conflict when somebody else was faster', async () => {
      const writes = writesOf('noStream');
      const [{ stream }] = writes as [StreamWrite];
      await events.append([{ stream, expected: 'noStream', events: newEvents(1) }]);
      server.double.faults.order(call, fault);
      await expect(events.append(writes)).rejects.toBeInstanceOf(RevisionConflictError);
      server.double.faults.clear();
      await late(fault);
      expect(await events.readStream(stream, { from: 0n, limit: 10 })).toHaveLength(1);
    });
  });

  it('beside many others, of which some are lost on the way, is recorded once like each of them', async () => {
    for (const [index, [, fault]] of of.entries()) server.double.faults.order(call, fault, 1 + (index % 2));
    const all = Array.from({ length: 80 }, () => writesOf('noStream'));
    const answers = await Promise.all(all.map((writes) => events.append(writes)));
    server.double.faults.clear();
    await late({ kind: 'lateArrival', ms: lateMs });
    for (const [index, writes] of all.entries()) await expectOnce(writes, answers[index] as Appended);
  });

  /** What is late arrives before it is looked. */
  const late = (fault: Fault): Promise<void> =>
    new Promise((resolve) => {
      setTimeout(resolve, fault.kind === 'lateArrival' ? fault.ms : 0);
    });
});

describe('a server', () => {
  let server: FaultyServer;
  let events: KurrentEvents;

  beforeAll(async () => {
    server = await FaultyServer.start({ version: '26.1.0' });
    events = await server.open();
  });

  afterAll(() => server.stop());

  const append = (stream: string) => events.append([{ stream, expected: 'noStream', events: newEvents(1) }]);

  it('that takes every call and answers none is waited for, also when it asks for its features', async () => {
    const stream = newStream();
    await append(newStream());
    server.double.isFrozen = true;
    const appended = append(stream);
    await new Promise((resolve) => setTimeout(resolve, 4 * callMs));
    server.double.isFrozen = false;
    expect(await appended).toMatchObject({ revisions: [0n] });
    expect(await events.readStream(stream, { from: 0n, limit: 10 })).toHaveLength(1);
  });

  it('that is frozen is answered for with STORE_UNAVAILABLE at the deadline, for all that wait in line too', async () => {
    const impatient = await server.open({ deadlineMs: 3 * callMs, appendsMax: 2 });
    const streams = Array.from({ length: 10 }, newStream);
    server.double.isFrozen = true;
    const outcomes = await Promise.allSettled(
      streams.map((stream) => impatient.append([{ stream, expected: 'noStream', events: newEvents(1) }])),
    );
    server.double.isFrozen = false;
    for (const outcome of outcomes)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'STORE_UNAVAILABLE' } });
    expect(await append(newStream())).toMatchObject({ revisions: [0n] });
  });

  it('that goes down and comes back takes up again what was waiting', async () => {
    const stream = newStream();
    await append(newStream());
    server.double.stop();
    const appended = append(stream);
    await new Promise((resolve) => setTimeout(resolve, callMs));
    await server.double.start();
    expect(await appended).toMatchObject({ revisions: [0n] });
    expect(await events.readStream(stream, { from: 0n, limit: 10 })).toHaveLength(1);
  });

  it('that does not let the user write says so, at once', async () => {
    server.double.faults.order('append', { kind: 'denied' }, Infinity);
    await expect(append(newStream())).rejects.toMatchObject({
      code: 'STORE_UNAVAILABLE',
      message: expect.stringMatching(/may not write there; give it the right/),
    });
    server.double.faults.clear();
  });

  it('gets no more appends at once than are allowed', async () => {
    const bounded = await server.open({ appendsMax: 3, callMs: 5000 });
    let [underWay, most] = [0, 0];
    const { log } = server.double;
    const end = log.listen(() => {
      most = Math.max(most, ++underWay);
    });
    server.double.faults.order('append', { kind: 'lateAnswer', ms: 20 }, Infinity);
    const writes = Array.from({ length: 12 }, () => oneWrite('noStream'));
    await Promise.all(
      writes.map(async (write) => {
        await bounded.append(write);
        underWay -= 1;
      }),
    );
    end();
    server.double.faults.clear();
    expect(most).toBeLessThanOrEqual(3);
  });
});
