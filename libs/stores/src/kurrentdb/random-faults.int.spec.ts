import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { RevisionConflictError } from '@safeconduct/engine';
import { checkHistories, verifiedStreams, type Observation } from '@safeconduct/engine/testing';
import type { Call, Fault } from '../../../../test/doubles/kurrentdb/faults.js';
import type { KurrentEvents } from './kurrent-events.js';
import { callMs, FaultyServer, newEvents, newStream } from './testing/faulty-store.js';

const faults: readonly Fault[] = [
  { kind: 'noAnswer' },
  { kind: 'lostAnswer' },
  { kind: 'lateAnswer', ms: 2 * callMs },
  { kind: 'lateArrival', ms: 2 * callMs },
  { kind: 'unavailable' },
  { kind: 'unavailable', isDone: true },
  { kind: 'notLeader' },
  { kind: 'close', afterEvents: 0 },
];
const processes = 8;
const steps = 12;

/** Random numbers from a seed (a linear congruential generator), so that a failure can be seen again. */
function randomFrom(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

describe('appends and reads while calls go wrong at random', () => {
  const seed = Number(process.env['SEED'] ?? Date.now() % 1_000_000);
  let server: FaultyServer;

  beforeAll(async () => {
    server = await FaultyServer.start();
  });

  afterAll(() => server.stop());

  it(`have the histories of append-only lists (SEED=${seed})`, async () => {
    const random = randomFrom(seed);
    const streams = Array.from({ length: 3 }, newStream);
    const stores = await Promise.all([server.open(), server.open({ deadlineMs: 3 * callMs })]);
    const observations: Observation[] = [];
    const disturb = () => {
      if (random(4) > 0) return;
      const call: Call = random(5) === 0 ? 'read' : 'append';
      const fault = faults[random(call === 'read' ? faults.length - 1 : faults.length)] as Fault;
      server.double.faults.order(call, fault);
    };
    await Promise.all(
      Array.from({ length: processes }, async (_, process) => {
        const store = stores[process % stores.length] as KurrentEvents;
        for (let step = 0; step < steps; step += 1) {
          disturb();
          await append(store, streams[random(streams.length)] as string, observations);
        }
      }),
    );
    server.double.faults.clear();
    // What is late arrives before it is looked.
    await new Promise((resolve) => setTimeout(resolve, 3 * callMs));
    const final = new Map<string, readonly string[]>();
    for (const stream of streams) {
      const recorded = await stores[0].readStream(stream, { from: 0n, limit: 10_000 });
      final.set(
        stream,
        recorded.map(({ eventId }) => eventId),
      );
    }
    expect(checkHistories(observations, final)).toEqual([]);
    expect(observations.filter(({ kind }) => kind === 'append').length).toBeGreaterThan(processes);
    expect(await verifiedStreams(stores[0])).not.toEqual([]);
  });

  /** Reads a stream, appends at its end, and notes what came of it. */
  async function append(store: KurrentEvents, stream: string, observations: Observation[]): Promise<void> {
    const begun = performance.now();
    const read = await store.readStream(stream, { from: 0n, limit: 10_000 }).catch(() => undefined);
    if (read === undefined) return;
    const seen = read.map(({ eventId }) => eventId);
    observations.push({ kind: 'read', stream, begun, ended: performance.now(), seen });
    const events = newEvents(1);
    const expected = seen.length === 0 ? ('noStream' as const) : BigInt(seen.length - 1);
    const sent = performance.now();
    const accepted = await store.append([{ stream, expected, events }]).then(
      () => true,
      (error: unknown) => (error instanceof RevisionConflictError ? false : ('unknown' as const)),
    );
    const ended = accepted === 'unknown' ? Infinity : performance.now();
    const eventId = events[0]?.eventId ?? '';
    observations.push({ kind: 'append', stream, begun: sent, ended, eventId, seen, accepted });
  }
});
