import { describe, expect, it } from '@jest/globals';
import { RevisionConflictError } from '../../errors.js';
import type { NewEvent } from '../../ports/event-store.js';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { idsOf, newEvent, newEvents, newStream } from './new-events.js';
import { eventsAfter, wholeStream } from './verified-log.js';

/** What an append records, and that it is all or nothing. */
export function appendFacts(
  test: UnderTest,
  { capabilities, appendBytesMax }: Pick<EventStoreAdapter, 'capabilities' | 'appendBytesMax'>,
): void {
  const append = (...writes: Parameters<typeof writeOf>[]) =>
    test().store.append(writes.map((args) => writeOf(...args)));

  describe('an append', () => {
    it('adds an event to a new stream, and to no other (RES: adds an initial event to a new stream)', async () => {
      const [stream, other] = [newStream(), newStream()];
      const event = newEvent();
      await append([stream, 'noStream', [event]]);
      expect(await wholeStream(test().store, stream)).toMatchObject([{ ...event, stream, revision: 0n }]);
      expect(await wholeStream(test().store, other)).toEqual([]);
    });

    it('keeps the order of several events (RES: adds multiple initial events to a new stream)', async () => {
      const stream = newStream();
      const events = newEvents(5);
      await append([stream, 'noStream', events]);
      expect(idsOf(await wholeStream(test().store, stream))).toEqual(idsOf(events));
    });

    it('answers with the last position and the last revision of the stream', async () => {
      const { store } = test();
      const head = await store.head();
      const events = newEvents(3);
      const { position, revisions } = await append([newStream(), 'noStream', events]);
      expect(revisions).toEqual([2n]);
      const recorded = await eventsAfter(store, head);
      expect(idsOf(recorded)).toEqual(idsOf(events));
      expect(recorded.at(-1)?.position).toBe(position);
    });

    const tells = capabilities.tellsRecordedAt;
    it(tells ? 'answers with the time of the store' : 'leaves the time of the store to be read', async () => {
      const { store, clock } = test();
      clock.advance(1000);
      const { position, recordedAt } = await append([newStream(), 'noStream', newEvents(2)]);
      expect(recordedAt).toBe(tells ? clock.now() : undefined);
      expect(await store.readAt(position)).toMatchObject({ recordedAt: clock.now() });
    });

    it('continues revisions without a gap (RES: correct expected version on second write)', async () => {
      const stream = newStream();
      const first = await append([stream, 'noStream', newEvents(2)]);
      const second = await append([stream, 1n, newEvents(1)]);
      expect(second.revisions).toEqual([2n]);
      expect(second.position > first.position).toBe(true);
      expect(await eventsAfter(test().store, first.position)).toHaveLength(1);
    });

    it('that is refused does not affect the next one (RES: events not persisted if append failed)', async () => {
      const stream = newStream();
      await append([stream, 'noStream', newEvents(1)]);
      await expect(append([stream, 'noStream', newEvents(1)])).rejects.toBeInstanceOf(RevisionConflictError);
      await expect(append([newStream(), 'streamExists', newEvents(1)])).rejects.toMatchObject({
        actual: -1n,
      });
      expect(await append([stream, 0n, newEvents(1)])).toMatchObject({ revisions: [1n] });
    });

    const bigData = (bytes: number) => JSON.stringify({ text: 'ا'.repeat(bytes / 2) });
    const bigBytes = appendBytesMax === undefined ? mebibyte : appendBytesMax / 2;
    it(`of a thousand events, and of one with ${bigBytes} bytes of data, is one append like any other`, async () => {
      const [many, big] = [newStream(), newStream()];
      const data = bigData(bigBytes);
      await append([many, 'noStream', newEvents(1000)]);
      await append([big, 'noStream', [newEvent({ data })]]);
      expect(await wholeStream(test().store, many)).toHaveLength(1000);
      expect((await wholeStream(test().store, big))[0]?.data === data).toBe(true);
    });

    if (appendBytesMax !== undefined) {
      it('of more bytes than the store takes is refused with APPEND_TOO_LARGE, and records nothing', async () => {
        const stream = newStream();
        const data = bigData(2 * appendBytesMax);
        const refused = append([stream, 'noStream', [newEvent(), newEvent({ data })]]);
        await expect(refused).rejects.toMatchObject({ code: 'APPEND_TOO_LARGE' });
        expect(await append([stream, 'noStream', newEvents(1)])).toMatchObject({ revisions: [0n] });
        expect(await wholeStream(test().store, stream)).toHaveLength(1);
      });
    }
  });

  describe('an event', () => {
    it.each(Object.entries(texts))(
      'keeps its data as it was written: %s (RES: data attributes are retrieved)',
      async (_, data) => {
        expect(await recorded({ data })).toMatchObject({ data });
      },
    );

    it('keeps its type, version and metadata (RES: metadata attributes are retrieved)', async () => {
      const metadata = {
        actor: 'co-1',
        '': 'empty name',
        __proto: 'x',
        'name with "quotes"': 'احمد 🕊',
        empty: '',
      };
      const event = { type: 'ReturnCleared', schemaVersion: 7, metadata };
      expect(await recorded(event)).toMatchObject(event);
    });

    it('happened when the writer says, or when it was recorded (RES: timestamp precision)', async () => {
      const { clock } = test();
      const occurredAt = '1991-01-17T02:38:00.123Z';
      expect(await recorded({ occurredAt })).toMatchObject({ occurredAt, recordedAt: clock.now() });
      expect(await recorded({})).toMatchObject({ occurredAt: clock.now(), recordedAt: clock.now() });
      expect(await recorded({ occurredAt: '1961-05-05T23:59:59.999Z' })).toMatchObject({
        occurredAt: '1961-05-05T23:59:59.999Z',
      });
    });

    it('is recorded by a clock that never goes back in its stream, also when it is set back', async () => {
      const { clock, store } = test();
      const stream = newStream();
      const next = async () => {
        await append([stream, 'any', newEvents(1)]);
        return (await wholeStream(store, stream)).at(-1);
      };
      clock.advance(60_000);
      const before = await next();
      clock.advance(-3_600_000);
      expect(await next()).toMatchObject({ recordedAt: before?.recordedAt });
      clock.advance(3_600_001);
      expect(await next()).toMatchObject({ recordedAt: clock.now() });
    });

    it('does not change when the writer changes what it was made from', async () => {
      const metadata: Record<string, string> = { actor: 'co-1' };
      const event = newEvent({ metadata });
      const stream = newStream();
      await append([stream, 'noStream', [event]]);
      metadata['actor'] = 'somebody else';
      expect((await wholeStream(test().store, stream))[0]?.metadata).toEqual({ actor: 'co-1' });
    });

    async function recorded(more: Partial<NewEvent>) {
      const stream = newStream();
      await append([stream, 'noStream', [newEvent(more)]]);
      return (await wholeStream(test().store, stream))[0];
    }
  });

  describe('a stream', () => {
    it.each(names)('can be called %j', async (name) => {
      const stream = `${newStream()}${name}`;
      const events = newEvents(2);
      await append([stream, 'noStream', events]);
      expect(idsOf(await wholeStream(test().store, stream))).toEqual(idsOf(events));
    });

    it('is another one when its name differs in case, or by a space at the end', async () => {
      const stream = newStream();
      for (const name of [stream, stream.toUpperCase(), `${stream} `])
        await append([name, 'noStream', newEvents(1)]);
      expect(await wholeStream(test().store, stream)).toHaveLength(1);
    });
  });
}

const mebibyte = 1024 * 1024;

const writeOf = (
  stream: string,
  expected: bigint | 'noStream' | 'streamExists' | 'any',
  events: readonly NewEvent[],
) => ({
  stream,
  expected,
  events,
});

const texts = {
  spaces: ' { "a" : 1 }\n',
  'numbers that JavaScript would write otherwise': '{"a":1.0,"b":1e3,"c":12345678901234567890}',
  'a name twice': '{"a":1,"a":2}',
  'Arabic, Kurdish and an emoji': '{"name":"احمد حسن","ناو":"ئەحمەد","sign":"🕊️"}',
  'escapes and quotes': String.raw`{"text":"it's \"quoted\" \\ \u0000 \ud83d end"}`,
  'no object': '"text"',
};

const names = [
  ' with spaces',
  '/with/slashes',
  `'; DROP TABLE event; --`,
  '-%_*?',
  '-اسم',
  '-🕊',
  '-'.repeat(400),
];
