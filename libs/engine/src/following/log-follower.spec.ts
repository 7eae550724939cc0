import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { eventCodec } from '../events/codec.js';
import { fixedKeyRing } from '../testing/fixed-key-ring.js';
import { eventStoreWith, type EventStore } from '../ports/event-store.js';
import { logStart, type Position } from '../ports/position.js';
import { countingIds, fixedClock } from '../testing/index.js';
import { LogFollower, readLog, type LogBatch, type LogConsumer } from './log-follower.js';

const codec = eventCodec(new Map(), fixedKeyRing());
let events: EventStore;
let ids: ReturnType<typeof countingIds>;

beforeEach(() => {
  events = openMemoryEvents({ clock: fixedClock(), positions: 'sparse' });
  ids = countingIds();
});

/** Appends so many events, each to a stream of its own. */
async function append(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const event = { eventId: ids.next(), type: 'T', schemaVersion: 1, metadata: {}, data: '{}' };
    await events.append([{ stream: `other-${event.eventId}`, expected: 'noStream', events: [event] }]);
  }
}

/** Notes what it is given. */
class Noting implements LogConsumer {
  position: Position = logStart;
  readonly batches: LogBatch[] = [];

  positions(head: Position): readonly Position[] {
    return this.position < head ? [this.position] : [];
  }

  take(batch: LogBatch): Promise<void> {
    this.batches.push(batch);
    this.position = batch.last.position;
    return Promise.resolve();
  }

  get taken(): readonly Position[] {
    return this.batches.flatMap((batch) => batch.events.map(({ recorded }) => recorded.position));
  }
}

const wholeLog = async () =>
  (await events.readAll({ after: logStart, limit: 1000 })).map(({ position }) => position);

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise((resolve) => setTimeout(resolve, 1));
}

describe('a follower of the log', () => {
  it('leads its consumer to the end, batch by batch, each event once and in order', async () => {
    await append(25);
    const consumer = new Noting();
    await new LogFollower({ events, codec }, consumer, { batchSize: 10 }).catchUp();
    expect(consumer.batches.map((batch) => batch.events.length)).toEqual([10, 10, 5]);
    expect(consumer.taken).toEqual(await wholeLog());
  });

  it('goes on when something is appended, without waiting for the next poll', async () => {
    const consumer = new Noting();
    const follower = new LogFollower({ events, codec }, consumer, { pollMs: 3_600_000 });
    follower.start((error) => {
      throw error;
    });
    await append(3);
    await until(() => consumer.taken.length === 3);
    await append(2);
    await until(() => consumer.taken.length === 5);
    await follower.stop();
    expect(consumer.taken).toEqual(await wholeLog());
    await append(1);
    await new Promise((resolve) => setTimeout(resolve, 10));
    expect(consumer.taken).toHaveLength(5);
  });

  it('gives a batch to each of several positions in a turn', async () => {
    await append(6);
    const [far, near] = [new Noting(), new Noting()];
    near.position = (await wholeLog())[2] as Position;
    const order: string[] = [];
    const both: LogConsumer = {
      positions: (head) => [...near.positions(head), ...far.positions(head)],
      take: (batch) => {
        const which = batch.after === near.position ? near : far;
        order.push(which === near ? 'near' : 'far');
        return which.take(batch);
      },
    };
    await new LogFollower({ events, codec }, both, { batchSize: 2 }).catchUp();
    expect(far.taken).toEqual(await wholeLog());
    expect(near.taken).toEqual((await wholeLog()).slice(3));
    expect(order.slice(0, 2)).toEqual(['near', 'far']);
  });

  it('tells a failure, has the consumer forget, and gives the same batch again', async () => {
    await append(4);
    const consumer = new Noting();
    let [failures, forgotten] = [0, 0];
    const failing: LogConsumer = {
      positions: (head) => consumer.positions(head),
      take: (batch) => {
        failures += 1;
        return failures <= 2 ? Promise.reject(new Error('no room')) : consumer.take(batch);
      },
      forget: () => {
        forgotten += 1;
      },
    };
    const told: unknown[] = [];
    const follower = new LogFollower({ events, codec }, failing, { retryMs: 1, pollMs: 1 });
    follower.start((error) => told.push(error));
    await until(() => consumer.taken.length === 4);
    await follower.stop();
    expect(told).toEqual([new Error('no room'), new Error('no room')]);
    expect(forgotten).toBe(2);
    expect(consumer.taken).toEqual(await wholeLog());
  });

  it('goes on when a store that did not answer answers again', async () => {
    await append(3);
    let broken = true;
    const flaky = eventStoreWith(events, {
      readAll: (range) => (broken ? Promise.reject(new Error('gone')) : events.readAll(range)),
    });
    const consumer = new Noting();
    const follower = new LogFollower({ events: flaky, codec }, consumer, { retryMs: 1, pollMs: 1 });
    let told = 0;
    follower.start(() => {
      told += 1;
      broken = told < 3;
    });
    await until(() => consumer.taken.length === 3);
    await follower.stop();
    expect(told).toBe(3);
  });
});

describe('reading the log once', () => {
  it('goes from a position to the end', async () => {
    await append(7);
    const log = await wholeLog();
    const read: Position[] = [];
    for await (const batch of readLog({ events, codec }, { after: log[1] as Position, batchSize: 2 })) {
      read.push(...batch.events.map(({ recorded }) => recorded.position));
    }
    expect(read).toEqual(log.slice(2));
  });
});
