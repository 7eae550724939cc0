import { describe, expect, it } from '@jest/globals';
import { RevisionConflictError } from '../../errors.js';
import type { EventStore, RecordedEvent } from '../../ports/event-store.js';
import { logStart, type Position } from '../../ports/position.js';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { checkHistories, type Observation } from './list-append.js';
import { idsOf, newEvent, newEvents, newStream } from './new-events.js';
import { eventsAfter, wholeStream } from './verified-log.js';

const many = 200;
const times = <Result>(count: number, work: (index: number) => Result): Result[] =>
  Array.from({ length: count }, (_, index) => work(index));

/** Many clients at once: no append is lost, none is recorded twice, and readers miss nothing. */
export function concurrencyFacts(
  test: UnderTest,
  { capabilities }: Pick<EventStoreAdapter, 'capabilities'>,
): void {
  describe('appends at the same time', () => {
    it.each(['noStream', 0n] as const)('at one expectation (%s) have one winner', async (expected) => {
      const { store } = test();
      const stream = newStream();
      const before = expected === 'noStream' ? 0 : 1;
      if (before > 0) await store.append([{ stream, expected: 'noStream', events: newEvents(1) }]);
      const results = await Promise.allSettled(
        times(many, () => store.append([{ stream, expected, events: newEvents(1) }])),
      );
      const refused = results.filter((result) => result.status === 'rejected');
      expect(refused).toHaveLength(many - 1);
      for (const { reason } of refused) expect(reason).toBeInstanceOf(RevisionConflictError);
      expect(await wholeStream(store, stream)).toHaveLength(before + 1);
    });

    it('to many streams are all recorded', async () => {
      const { store } = test();
      const streams = times(many, newStream);
      await Promise.all(
        streams.map((stream) => store.append([{ stream, expected: 'noStream', events: newEvents(2) }])),
      );
      for (const stream of streams) expect(await wholeStream(store, stream)).toHaveLength(2);
    });

    it('without an expectation are all recorded, in order (RES: unlimited concurrency for :any)', async () => {
      const { store } = test();
      const stream = newStream();
      const writers = times(4, () => newEvents(100));
      await Promise.all(
        writers.map(async (events) => {
          for (const event of events) await store.append([{ stream, expected: 'any', events: [event] }]);
        }),
      );
      const ids = (await wholeStream(store, stream)).map(({ eventId }) => eventId);
      expect(ids).toHaveLength(400);
      for (const events of writers) {
        const own = new Set(events.map(({ eventId }) => eventId));
        expect(ids.filter((id) => own.has(id))).toEqual([...own]);
      }
    });

    if (capabilities.severalStreams) crosswiseFact(test);

    it('that conflict do not fail those beside them', async () => {
      const { store } = test();
      const [good, bad] = [newStream(), newStream()];
      const results = await Promise.allSettled(
        times(many, (index) => {
          const stream = index % 2 === 0 ? `${good}-${index}` : bad;
          return store.append([
            { stream, expected: index % 2 === 0 ? 'noStream' : 5n, events: newEvents(1) },
          ]);
        }),
      );
      expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(many / 2);
    });
  });

  it('a reader that polls while writers write sees every event once, in order', async () => {
    const { store } = test();
    const start = await store.head();
    const streams = times(8, newStream);
    let writing = true;
    const reading = pollingReader(store, start, () => writing);
    await Promise.all(streams.map((stream) => writeOneByOne(store, stream, 40)));
    writing = false;
    const seen = await reading;
    expect(idsOf(seen)).toEqual(idsOf(await eventsAfter(store, start)));
    expect(seen).toHaveLength(8 * 40);
  });

  it('histories are those of append-only lists (RES: limited concurrency, stream is ordered)', async () => {
    const { store } = test();
    const observations: Observation[] = [];
    const streams = times(3, newStream);
    await Promise.all(times(12, (process) => listAppendProcess(store, { process, streams, observations })));
    const final = new Map<string, readonly string[]>();
    for (const stream of streams) {
      final.set(
        stream,
        (await wholeStream(store, stream)).map(({ eventId }) => eventId),
      );
    }
    expect(checkHistories(observations, final)).toEqual([]);
  });
}

function crosswiseFact(test: UnderTest): void {
  it('to two streams each, crosswise, are all or none', async () => {
    const { store } = test();
    const [one, two] = [newStream(), newStream()];
    const results = await Promise.allSettled(
      times(many, (index) => {
        const streams = index % 2 === 0 ? [one, two] : [two, one];
        return store.append(
          streams.map((stream) => ({ stream, expected: 'noStream', events: newEvents(1) })),
        );
      }),
    );
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const [left, right] = [await wholeStream(store, one), await wholeStream(store, two)];
    expect([left.length, right.length]).toEqual([1, 1]);
    const [first, second] = [...left, ...right].sort((a, b) => (a.position < b.position ? -1 : 1));
    expect(idsOf((await eventsAfter(store, first?.position ?? logStart)).slice(0, 1))).toEqual([
      second?.eventId,
    ]);
  });
}

async function pollingReader(
  store: EventStore,
  start: Position,
  goOn: () => boolean,
): Promise<readonly RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  for (;;) {
    const last = !goOn();
    const some = await store.readAll({ after: seen.at(-1)?.position ?? start, limit: 50 });
    seen.push(...some);
    if (last && some.length === 0) return seen;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function writeOneByOne(store: EventStore, stream: string, count: number): Promise<void> {
  for (let revision = -1n; revision < BigInt(count) - 1n; revision += 1n) {
    await store.append([{ stream, expected: revision < 0n ? 'noStream' : revision, events: newEvents(1) }]);
  }
}

interface ListAppendProcess {
  readonly process: number;
  readonly streams: readonly string[];
  readonly observations: Observation[];
}

/** Reads a stream, appends where it saw the end, and notes what it saw and when. */
async function listAppendProcess(
  store: EventStore,
  { process, streams, observations }: ListAppendProcess,
): Promise<void> {
  for (let step = 0; step < 15; step += 1) {
    const stream = streams[(process + step) % streams.length] as string;
    const begun = performance.now();
    const seen = (await wholeStream(store, stream)).map(({ eventId }) => eventId);
    observations.push({ kind: 'read', stream, begun, ended: performance.now(), seen });
    const event = newEvent();
    const expected = seen.length === 0 ? 'noStream' : BigInt(seen.length - 1);
    const sent = performance.now();
    const accepted = await store.append([{ stream, expected, events: [event] }]).then(
      () => true,
      () => false,
    );
    const { eventId } = event;
    observations.push({
      kind: 'append',
      stream,
      begun: sent,
      ended: performance.now(),
      eventId,
      seen,
      accepted,
    });
  }
}
