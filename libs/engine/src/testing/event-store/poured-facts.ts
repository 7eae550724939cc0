import { describe, expect, it } from '@jest/globals';
import type { NewEvent } from '../../ports/event-store.js';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { newEvent, newEvents, newStream } from './new-events.js';
import { wholeStream } from './verified-log.js';

/** An event that is poured from another store keeps the time at which it was recorded there. */
export function pouredFacts(
  test: UnderTest,
  { capabilities }: Pick<EventStoreAdapter, 'capabilities'>,
): void {
  const append = (stream: string, events: readonly NewEvent[]) =>
    test().store.append([{ stream, expected: 'noStream', events }]);

  describe('an append of poured events', () => {
    it('keeps the recorded time of a poured event', async () => {
      const stream = newStream();
      const { position, recordedAt } = await append(stream, poured);
      expect(recordedAt).toBe(capabilities.tellsRecordedAt ? times[2] : undefined);
      expect(await wholeStream(test().store, stream)).toMatchObject(poured);
      expect(await test().store.readAt(position)).toMatchObject({ recordedAt: times[2] });
    });

    it('takes the recorded time for the time at which it happened, where none is given', async () => {
      const stream = newStream();
      await append(stream, [newEvent({ recordedAt: times[1] })]);
      expect(await wholeStream(test().store, stream)).toMatchObject([
        { recordedAt: times[1], occurredAt: times[1] },
      ]);
    });

    it('may be recorded before the events of other streams that stand in front of it', async () => {
      const [stream, other] = [newStream(), newStream()];
      await append(other, [newEvent({ recordedAt: times[1] })]);
      await append(stream, [newEvent({ recordedAt: times[0] })]);
      expect(await wholeStream(test().store, stream)).toMatchObject([{ recordedAt: times[0] }]);
    });

    it('gets its first answer when it is repeated', async () => {
      const stream = newStream();
      const first = await append(stream, poured);
      test().clock.advance(1000);
      expect(await append(stream, poured)).toEqual(first);
      expect(await wholeStream(test().store, stream)).toHaveLength(poured.length);
    });

    it('is followed by events with the time of the store', async () => {
      const { store, clock } = test();
      const stream = newStream();
      await append(stream, poured);
      await store.append([{ stream, expected: 2n, events: newEvents(1) }]);
      expect((await wholeStream(store, stream)).at(-1)).toMatchObject({ recordedAt: clock.now() });
    });
  });
}

const times = ['2001-02-03T04:05:06.789Z', '2001-02-03T04:05:06.790Z', '2004-12-31T23:59:59.999Z'] as const;

const poured = [
  newEvent({ recordedAt: times[0], occurredAt: '1991-01-17T02:38:00.123Z' }),
  newEvent({ recordedAt: times[1], occurredAt: times[0] }),
  newEvent({ recordedAt: times[2], occurredAt: times[2] }),
];
