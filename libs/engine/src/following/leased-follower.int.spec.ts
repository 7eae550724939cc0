import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { eventCodec } from '../events/codec.js';
import { fixedKeyRing } from '../testing/fixed-key-ring.js';
import { LeaseLostError, LeaseTakenError } from '../errors.js';
import type { EventStore } from '../ports/event-store.js';
import type { Lease } from '../ports/leases.js';
import { logStart, type Position } from '../ports/position.js';
import { defineTable, type Generation, type ViewStore } from '../ports/view-store.js';
import { countingIds, fixedClock, type FixedClock } from '../testing/index.js';
import { LogFollower, type LogBatch, type LogConsumer } from './log-follower.js';

const counts = defineTable({
  name: 'count',
  columns: { stream: 'text', events: 'integer' },
  key: ['stream'],
  indexes: [],
});
const view = { name: 'counts', version: 1, tables: [counts] };
const codec = eventCodec(new Map(), fixedKeyRing());
const forMs = 50;

let clock: FixedClock;
let events: EventStore;
let views: ViewStore;
let ids: ReturnType<typeof countingIds>;
let started: LogFollower[];

beforeEach(async () => {
  clock = fixedClock();
  events = openMemoryEvents({ clock, positions: 'sparse' });
  views = openMemoryViews({ clock });
  await views.promote(await views.begin(view), view);
  ids = countingIds();
  started = [];
});

afterEach(async () => {
  await Promise.all(started.map((follower) => follower.stop()));
  await views.close();
});

async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const event = { eventId: ids.next(), type: 'T', schemaVersion: 1, metadata: {}, data: '{}' };
    await events.append([{ stream: `other-${event.eventId}`, expected: 'noStream', events: [event] }]);
  }
}

/** Counts the events of each stream in a view, where one that is projected twice would count twice. */
class Counting implements LogConsumer {
  taken = 0;
  /** Awaited between a batch and its commit. */
  beforeCommit = (): Promise<void> => Promise.resolve();
  private generation: Generation | undefined;
  private lease: Lease | undefined;

  async prepare(lease?: Lease): Promise<void> {
    this.lease = lease;
    this.generation ??= (await views.generations())[0];
  }

  positions(head: Position): readonly Position[] {
    const { checkpoint = head } = this.generation ?? {};
    return checkpoint < head ? [checkpoint] : [];
  }

  async take({ after, events: read, last }: LogBatch): Promise<void> {
    await this.beforeCommit();
    const add = read.map(({ recorded }) => ({ stream: recorded.stream, events: 1 }));
    this.generation = await views.commit(this.generation as Generation, view, {
      ...{ from: after, to: last.position, recordedAt: last.recordedAt, lease: this.lease },
      ...{ taken: this.taken + read.length, latestAt: last.recordedAt },
      changes: [{ table: counts.name, put: [], remove: [], add }],
    });
    this.taken += read.length;
  }

  forget(): void {
    this.generation = undefined;
  }
}

function followerOf(holder: string, consumer: LogConsumer, told: unknown[] = []): LogFollower {
  const lease = { leases: views.leases, name: 'counts', holder, forMs };
  const follower = new LogFollower({ events, codec }, consumer, {
    ...{ batchSize: 2, pollMs: 1, retryMs: 1, lease },
  });
  follower.start((error) => told.push(error));
  started.push(follower);
  return follower;
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 1));
}

const reached = async () => (await views.generations())[0]?.checkpoint ?? logStart;
async function caughtUp(): Promise<void> {
  await until(async () => (await reached()) === (await events.head()));
  // Whoever committed goes on from there.
  await new Promise((resolve) => setImmediate(resolve));
}

const projected = async () =>
  (await views.scan(counts, { limit: 1000 })).map((row) => row['events'] as number);

describe('two followers of one log under one lease', () => {
  it('take turns: one works, and when it is stopped the other goes on', async () => {
    const [first, second] = [new Counting(), new Counting()];
    const holder = followerOf('a', first);
    await append(5);
    await caughtUp();
    followerOf('b', second);
    await append(5);
    await caughtUp();
    expect([first.taken, second.taken]).toEqual([10, 0]);
    await holder.stop();
    await append(5);
    await caughtUp();
    expect([first.taken, second.taken]).toEqual([10, 5]);
    expect(await projected()).toEqual(Array.from({ length: 15 }, () => 1));
  });

  it('project each event once when one is paused beyond its time, whose commit is then refused', async () => {
    const [paused, other] = [new Counting(), new Counting()];
    const [atCommit, goOn] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    // The lease of a process that stands still is not renewed either.
    const renewed = views.leases.acquire.bind(views.leases);
    let standsStill = false;
    views.leases.acquire = async (...given) => {
      if (given[1] === 'a' && standsStill) await goOn.promise;
      return renewed(...given);
    };
    paused.beforeCommit = () => {
      standsStill = true;
      atCommit.resolve(undefined);
      return goOn.promise;
    };
    const told: unknown[] = [];
    followerOf('a', paused, told);
    await append(3);
    await atCommit.promise;
    clock.advance(forMs);
    followerOf('b', other);
    await caughtUp();
    goOn.resolve(undefined);
    await until(() => told.length > 0);
    expect(told).toEqual([expect.any(LeaseLostError)]);
    await append(4);
    await caughtUp();
    expect([paused.taken, other.taken]).toEqual([0, 7]);
    expect(await projected()).toEqual(Array.from({ length: 7 }, () => 1));
  });

  it('learn anew where to go on when the lease comes back to them', async () => {
    const first = new Counting();
    const told: unknown[] = [];
    let refused = false;
    const acquire = views.leases.acquire.bind(views.leases);
    views.leases.acquire = async (...given) => {
      const lease = await acquire(...given);
      refused ||= lease === undefined;
      return lease;
    };
    followerOf('a', first, told);
    await append(2);
    await caughtUp();
    await views.leases.release((await acquire('counts', 'a', forMs)) as Lease);
    const between = await acquire('counts', 'b', forMs);
    await until(() => refused);
    await append(2);
    await new LogFollower({ events, codec }, new Counting()).catchUp();
    await views.leases.release(between as Lease);
    await append(2);
    await caughtUp();
    expect([first.taken, told]).toEqual([4, []]);
    expect(await projected()).toEqual(Array.from({ length: 6 }, () => 1));
  });
});

describe('catching up once under a lease', () => {
  const catchUp = (holder: string, consumer: LogConsumer) =>
    new LogFollower({ events, codec }, consumer, {
      lease: { leases: views.leases, name: 'counts', holder, forMs },
    }).catchUp();

  it('goes to the end, and gives the lease back', async () => {
    await append(3);
    const [first, second] = [new Counting(), new Counting()];
    await catchUp('a', first);
    await append(2);
    await catchUp('b', second);
    expect([first.taken, second.taken]).toEqual([3, 2]);
  });

  it('is refused with LEASE_TAKEN while another one has it, and does nothing', async () => {
    await append(3);
    await views.leases.acquire('counts', 'a', forMs);
    await expect(catchUp('b', new Counting())).rejects.toBeInstanceOf(LeaseTakenError);
    expect(await projected()).toEqual([]);
  });
});
