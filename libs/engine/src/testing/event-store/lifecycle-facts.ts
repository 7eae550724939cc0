import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../errors.js';
import type { NewEvent, StreamWrite } from '../../ports/event-store.js';
import { logStart } from '../../ports/position.js';
import { StoreUnderTest, type EventStoreAdapter, type UnderTest } from './adapter.js';
import { idsOf, newEvent, newEvents, newStream } from './new-events.js';
import { eventsAfter, verifiedStreams } from './verified-log.js';

/** From the empty store to the closed one. Each fact has a store of its own. */
export function lifecycleFacts(adapter: EventStoreAdapter): void {
  describe('from the first append to the last', () => {
    let test: StoreUnderTest;

    beforeEach(async () => {
      test = await StoreUnderTest.open(adapter);
    });

    afterEach(() => test.remove());

    const append = (stream: string, events: readonly NewEvent[]) =>
      test.store.append([{ stream, expected: 'any', events }]);

    it('is empty at first (RES: just created is empty)', async () => {
      expect(await test.store.head()).toBe(logStart);
      expect(await test.store.readAll({ after: logStart, limit: 10 })).toEqual([]);
    });

    it('begins with revision 0, behind the start of the log', async () => {
      const { position, revisions } = await append('first', newEvents(1));
      expect(revisions).toEqual([0n]);
      expect(position > logStart).toBe(true);
    });

    it('finishes what was accepted when it is closed', async () => {
      const answers = Promise.all(Array.from({ length: 50 }, () => append(newStream(), newEvents(1))));
      await test.store.close();
      expect(new Set((await answers).map(({ position }) => position)).size).toBe(50);
    });

    it('answers STORE_UNAVAILABLE once it is closed, and can be closed twice', async () => {
      await test.store.close();
      await test.store.close();
      for (const answer of [
        append('late', newEvents(1)),
        test.store.head(),
        test.store.readAll({ after: logStart, limit: 1 }),
        test.store.readAt(logStart),
        test.store.countAfter(logStart),
        test.store.meta('name'),
        test.store.setMetaOnce('name', 'value'),
        test.store.readStream('late', { from: 0n, limit: 1 }),
      ]) {
        await expect(answer).rejects.toBeInstanceOf(StoreUnavailableError);
      }
    });

    it('does not let its clock go behind the time of a poured event', async () => {
      const later = '2031-01-01T00:00:00.000Z';
      await append('one', [newEvent({ recordedAt: later })]);
      await append('two', [newEvent({ recordedAt: '2001-01-01T00:00:00.000Z' })]);
      if (adapter.durable) await test.reopen();
      await append('one', newEvents(1));
      const [, , after] = await verifiedStreams(test.store);
      expect(after).toMatchObject({ stream: 'one', recordedAt: later });
    });

    if (!adapter.durable) return;

    it('has the same log when it is opened again, and continues it', async () => {
      await append('one', newEvents(3));
      await append('two', newEvents(2));
      const log = await verifiedStreams(test.store);
      await test.reopen();
      expect(await verifiedStreams(test.store)).toEqual(log);
      const { position, revisions } = await append('one', newEvents(1));
      expect(revisions).toEqual([3n]);
      expect(position > (log.at(-1)?.position ?? logStart)).toBe(true);
    });

    it('knows a repetition also after it was opened again', async () => {
      const events = newEvents(2);
      const exact = { stream: 'exact', expected: 'noStream', events } as const;
      const first = await test.store.append([exact]);
      const second = await append('any', events);
      await test.reopen();
      expect(await test.store.append([exact])).toEqual(first);
      expect(await append('any', events)).toEqual(second);
    });

    it('keeps what is kept beside the log', async () => {
      await test.store.setMetaOnce('name', 'value');
      await test.reopen();
      expect(await test.store.meta('name')).toBe('value');
    });

    it('does not let its clock go back over a restart', async () => {
      await append('one', newEvents(1));
      test.clock.advance(-86_400_000);
      await test.reopen();
      await append('one', newEvents(1));
      const [before, after] = await verifiedStreams(test.store);
      expect(after?.recordedAt).toBe(before?.recordedAt);
    });
  });
}

/** The obligations of a caller, and that a mistake of one caller harms no other. */
export function obligationFacts(
  test: UnderTest,
  { capabilities }: Pick<EventStoreAdapter, 'capabilities'>,
): void {
  const severalStreams: Readonly<Record<string, readonly StreamWrite[]>> = {
    'one stream twice': [
      { stream: 'bad', expected: 'any', events: newEvents(1) },
      { stream: 'bad', expected: 'any', events: newEvents(1) },
    ],
  };
  const mistakes: Readonly<Record<string, readonly StreamWrite[]>> = {
    ...(capabilities.severalStreams && severalStreams),
    'no write': [],
    'no event': [{ stream: 'bad', expected: 'any', events: [] }],
    'a negative revision': [{ stream: 'bad', expected: -1n, events: newEvents(1) }],
    'an id that is no UUID': [{ stream: 'bad', expected: 'any', events: [newEvent({ eventId: 'x' })] }],
    'an id in upper case': [
      {
        stream: 'bad',
        expected: 'any',
        events: [newEvent({ eventId: '0000000A-0000-7000-8000-00000000000A' })],
      },
    ],
    'a time that is none': [
      { stream: 'bad', expected: 'any', events: [newEvent({ occurredAt: 'yesterday' })] },
    ],
    'a recorded time that is none': [
      { stream: 'bad', expected: 'any', events: [newEvent({ recordedAt: 'yesterday' })] },
    ],
  };

  it.each(Object.entries(mistakes))('refuses %s as a mistake of the program', async (_, writes) => {
    const { store } = test();
    const head = await store.head();
    const good = newEvents(2);
    const [, refused] = await Promise.allSettled([
      store.append([{ stream: newStream(), expected: 'noStream', events: good.slice(0, 1) }]),
      store.append(writes),
      store.append([{ stream: newStream(), expected: 'noStream', events: good.slice(1) }]),
    ]);
    expect(refused).toMatchObject({ status: 'rejected', reason: { code: 'ERR_ASSERTION' } });
    expect(idsOf(await eventsAfter(store, head))).toEqual(idsOf(good));
  });
}
