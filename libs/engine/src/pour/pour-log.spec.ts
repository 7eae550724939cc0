import { describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import fc from 'fast-check';
import { CapabilityMissingError, StoreUnavailableError } from '../errors.js';
import { eventStoreWith, type EventStore, type NewEvent, type RecordedEvent } from '../ports/event-store.js';
import { logStart } from '../ports/position.js';
import { countingIds, fixedClock } from '../testing/index.js';
import { eventText, LogDigest } from './log-digest.js';
import { pourLog } from './pour-log.js';

const ids = countingIds();
const clock = fixedClock('2030-06-01T00:00:00.000Z');

const store = (positions: 'dense' | 'sparse' = 'sparse') => openMemoryEvents({ clock, positions });

const newEvent = (more: Partial<NewEvent> = {}): NewEvent => ({
  eventId: ids.next(),
  type: 'NoteAdded',
  schemaVersion: 1,
  metadata: { workflow: 'test', actor: 'co-1' },
  data: ' {"text": "ملاحظة"}',
  ...more,
});

/** Appends one event to each of these streams, one after the other. */
async function write(events: EventStore, ...streams: readonly string[]): Promise<void> {
  for (const stream of streams) {
    clock.advance(7);
    await events.append([{ stream, expected: 'any', events: [newEvent()] }]);
  }
}

const wholeLog = (events: EventStore) => events.readAll({ after: logStart, limit: 10_000 });

/** What must be the same in both logs: everything but positions. */
const contentOf = async (events: EventStore): Promise<readonly Omit<RecordedEvent, 'position'>[]> =>
  (await wholeLog(events)).map(({ position: _, ...content }) => content);

const digestOf = async (events: EventStore): Promise<string> => {
  const digest = new LogDigest();
  for (const event of await wholeLog(events)) digest.add(eventText(event));
  return digest.value;
};

const streams = ['a', 'b', 'a', 'a', 'c', 'b', 'a', 'c', 'd'];

async function written(): Promise<EventStore> {
  const from = store();
  await write(from, ...streams);
  return from;
}

/** A store that writes one stream only, as some servers of KurrentDB do. */
const ofOneStream = (events: EventStore): EventStore =>
  eventStoreWith(events, {
    capabilities: { ...events.capabilities, severalStreams: false },
    append: async (writes) => {
      if (writes.length > 1) throw new CapabilityMissingError('memory', 'severalStreams');
      return events.append(writes);
    },
  });

describe.each([
  ['dense positions', () => store('dense')],
  ['positions with gaps', () => store('sparse')],
  ['appends to one stream only', () => ofOneStream(store())],
])('a log poured into a store with %s', (_, open) => {
  it('has the same events there, in the same order, with the times at which they were recorded', async () => {
    const [from, to] = [await written(), open()];
    clock.advance(86_400_000);
    const poured = await pourLog({ from, to });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    const digest = await digestOf(from);
    expect(poured).toEqual({
      events: 9,
      copied: 9,
      alreadyThere: 0,
      digests: { source: digest, target: digest },
      completeUpTo: await from.head(),
    });
  });

  it('goes on with what the source has recorded since', async () => {
    const [from, to] = [await written(), open()];
    await pourLog({ from, to });
    await write(from, 'a', 'e', 'b');
    expect(await pourLog({ from, to })).toMatchObject({ events: 12, copied: 3, alreadyThere: 9 });
    expect(await pourLog({ from, to })).toMatchObject({ events: 12, copied: 0, alreadyThere: 12 });
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('ends as one that ran through, whatever the log is and wherever it was interrupted', async () => {
    const log = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { maxLength: 40 });
    const stops = fc.array(
      fc.record({ appends: fc.nat(6), isRecorded: fc.boolean(), more: fc.array(fc.constantFrom('a', 'e')) }),
      { maxLength: 4 },
    );
    await fc.assert(
      fc.asyncProperty(log, stops, async (names, interruptions) => {
        const [from, to] = [store(), open()];
        await write(from, ...names);
        for (const { appends, isRecorded, more } of interruptions) {
          await pourLog({ from, to: failing(to, { appends, isRecorded }) }).catch(ignoreUnavailable);
          await write(from, ...more);
        }
        const { digests, completeUpTo } = await pourLog({ from, to });
        expect(await contentOf(to)).toEqual(await contentOf(from));
        expect([digests.source, digests.target]).toEqual([digests.target, await digestOf(from)]);
        expect(completeUpTo).toBe(await from.head());
      }),
      { numRuns: 60 },
    );
  });
});

/** Fails after so many appends: the last one is recorded or not, and its answer is lost. */
function failing(events: EventStore, { appends, isRecorded }: { appends: number; isRecorded: boolean }) {
  let left = appends;
  return eventStoreWith(events, {
    append: async (writes) => {
      left -= 1;
      if (left >= 0) return events.append(writes);
      if (isRecorded) await events.append(writes);
      throw new StoreUnavailableError('memory', 'interrupted');
    },
  });
}

function ignoreUnavailable(error: unknown): void {
  if (!(error instanceof StoreUnavailableError)) throw error;
}

describe('a log that is poured', () => {
  it('may be empty', async () => {
    const [from, to] = [store(), store()];
    expect(await pourLog({ from, to })).toEqual({
      ...{ events: 0, copied: 0, alreadyThere: 0, completeUpTo: logStart },
      digests: { source: '0'.repeat(64), target: '0'.repeat(64) },
    });
  });

  it('may be longer than a batch', async () => {
    const [from, to] = [store(), store()];
    for (let batch = 0; batch < 13; batch += 1) {
      const events = Array.from({ length: 100 }, () => newEvent());
      await from.append([{ stream: `s-${batch % 3}`, expected: 'any', events }]);
    }
    const seen: [string, number][] = [];
    await pourLog({ from, to }, { onProgress: (step, done) => seen.push([step, done]) });
    expect(await contentOf(to)).toEqual(await contentOf(from));
    expect(seen.filter(([step]) => step === 'pour').at(-1)).toEqual(['pour', 1300]);
    expect(seen.filter(([step]) => step === 'prove')).toEqual([
      ['prove', 500],
      ['prove', 1000],
      ['prove', 1300],
    ]);
  });

  it('may be written meanwhile: what comes before its end is met twice goes along', async () => {
    const [from, to] = [await written(), store()];
    let late = 3;
    const growing = eventStoreWith(from, {
      readAll: async (range) => {
        const events = await from.readAll(range);
        if (events.length === 0 && late > 0) await write(from, `late-${(late -= 1)}`);
        return events;
      },
    });
    expect(await pourLog({ from: growing, to })).toMatchObject({
      events: 12,
      completeUpTo: await from.head(),
    });
    expect(await contentOf(to)).toEqual(await contentOf(from));
  });

  it('is followed in the target by events with a time that does not go back', async () => {
    const [from, to] = [await written(), store()];
    await pourLog({ from, to });
    clock.advance(-86_400_000);
    await write(to, 'a');
    clock.advance(86_400_000);
    const times = (await to.readStream('a', { from: 0n, limit: 10 })).map(({ recordedAt }) => recordedAt);
    expect(times).toEqual([...times].sort((one, other) => (one < other ? -1 : 1)));
  });

  it('takes the texts beside it along that are named, and no other', async () => {
    const [from, to] = [await written(), store()];
    await from.setMetaOnce('keyCheck', 'abc');
    await from.setMetaOnce('logId', 'one');
    await pourLog({ from, to }, { texts: ['keyCheck', 'absent'] });
    expect([await to.meta('keyCheck'), await to.meta('logId')]).toEqual(['abc', undefined]);
    expect(await to.meta('absent')).toBeUndefined();
  });
});

describe('a target', () => {
  const changes: Readonly<Record<string, (event: NewEvent) => NewEvent>> = {
    eventId: (event) => ({ ...event, eventId: ids.next() }),
    type: (event) => ({ ...event, type: 'OtherNote' }),
    schemaVersion: (event) => ({ ...event, schemaVersion: 2 }),
    recordedAt: (event) => ({ ...event, recordedAt: '2020-01-01T00:00:00.000Z' }),
    occurredAt: (event) => ({ ...event, occurredAt: '2020-01-01T00:00:00.000Z' }),
    metadata: (event) => ({ ...event, metadata: { ...event.metadata, actor: 'secret-actor' } }),
    data: (event) => ({ ...event, data: '{"text":"secret"}' }),
  };

  it.each(Object.entries(changes))(
    'whose event has another %s is refused with LOGS_DIFFER, and nothing is written',
    async (part, change) => {
      const [from, to] = [await written(), store('dense')];
      const [first, second] = await wholeLog(from);
      await pourEvent(to, first);
      await pourEvent(to, second, change);
      const error = await pourLog({ from, to }).catch((thrown: unknown) => thrown);
      expect(error).toMatchObject({
        code: 'LOGS_DIFFER',
        message:
          `the event at position 2 of the target is not the one at position ${second?.position} of the ` +
          `source: they differ in ${part}; nothing more was written, pour into a new place`,
      });
      expect(await wholeLog(to)).toHaveLength(2);
    },
  );

  it('that has more than the source is refused', async () => {
    const [from, to] = [await written(), store('dense')];
    await pourLog({ from, to });
    await write(to, 'z');
    await expect(pourLog({ from, to })).rejects.toThrow(
      'the target has an event at position 10 where the source has ended',
    );
  });

  it('that keeps another text beside its log is refused before anything is written', async () => {
    const [from, to] = [await written(), store()];
    await from.setMetaOnce('keyCheck', 'abc');
    await to.setMetaOnce('keyCheck', 'xyz');
    await expect(pourLog({ from, to }, { texts: ['keyCheck'] })).rejects.toMatchObject({
      code: 'LOGS_DIFFER',
    });
    expect(await to.head()).toBe(logStart);
  });

  it('that something else writes to is refused at the first stream that both write', async () => {
    const [from, to] = [await written(), store()];
    const disturbed = eventStoreWith(to, {
      append: async (writes) => {
        await write(to, 'd');
        return to.append(writes);
      },
    });
    await expect(pourLog({ from, to: disturbed })).rejects.toMatchObject({
      code: 'LOGS_DIFFER',
      cause: { code: 'REVISION_CONFLICT' },
    });
  });

  it('that something else writes another stream to is found by the proof, which names the place', async () => {
    const [from, to] = [await written(), store('dense')];
    let isFirst = true;
    const disturbed = eventStoreWith(to, {
      append: async (writes) => {
        const appended = await to.append(writes);
        if (isFirst) await write(to, 'z');
        isFirst = false;
        return appended;
      },
    });
    const [source, target] = [await digestOf(from), /that of the target [0-9a-f]{64} over 10;/];
    const error = await pourLog({ from, to: disturbed }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'LOGS_DIFFER', message: expect.stringMatching(target) });
    expect(error).toMatchObject({ message: expect.stringContaining(`${source} over 9 events`) });
    expect(error).toMatchObject({
      message: expect.stringContaining('position 3 of the target is not the one'),
    });
  });

  it('that gives events times of its own is found by the proof', async () => {
    const [from, to] = [await written(), store()];
    clock.advance(1000);
    const forgetful = eventStoreWith(to, {
      append: (writes) =>
        to.append(
          writes.map((one) => ({
            ...one,
            events: one.events.map(({ recordedAt: _, ...event }) => event),
          })),
        ),
    });
    await expect(pourLog({ from, to: forgetful })).rejects.toThrow('they differ in recordedAt;');
  });

  async function pourEvent(
    to: EventStore,
    event: RecordedEvent | undefined,
    change: (event: NewEvent) => NewEvent = (same) => same,
  ): Promise<void> {
    if (event === undefined) throw new Error('there is no such event');
    const { stream, revision, position: _, ...content } = event;
    const expected = revision === 0n ? 'noStream' : revision - 1n;
    await to.append([{ stream, expected, events: [change(content)] }]);
  }
});
