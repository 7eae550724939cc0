import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { StoreUnavailableError } from '../../errors.js';
import type { NewEvent, StreamWrite } from '../../ports/event-store.js';
import { StoreUnderTest, type EventStoreAdapter, type UnderTest } from './adapter.js';
import { idsOf, newEvent, newEvents, newStream } from './new-events.js';
import { verifiedStreams, wholeLog } from './verified-log.js';

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
      expect(await test.store.head()).toBe(0n);
      expect(await test.store.readAll({ after: 0n, limit: 10 })).toEqual([]);
    });

    it('begins with position 1 and revision 0', async () => {
      expect(await append('first', newEvents(1))).toMatchObject({ position: 1n, revisions: [0n] });
    });

    it('finishes what was accepted when it is closed', async () => {
      const answers = Promise.all(Array.from({ length: 50 }, () => append(newStream(), newEvents(1))));
      await test.store.close();
      expect((await answers).map(({ position }) => position)).toContain(50n);
    });

    it('answers STORE_UNAVAILABLE once it is closed, and can be closed twice', async () => {
      await test.store.close();
      await test.store.close();
      for (const answer of [
        append('late', newEvents(1)),
        test.store.head(),
        test.store.readAll({ after: 0n, limit: 1 }),
        test.store.readStream('late', { from: 0n, limit: 1 }),
      ]) {
        await expect(answer).rejects.toBeInstanceOf(StoreUnavailableError);
      }
    });

    if (!adapter.durable) return;

    it('has the same log when it is opened again, and continues it', async () => {
      await append('one', newEvents(3));
      await append('two', newEvents(2));
      const log = await verifiedStreams(test.store);
      await test.reopen();
      expect(await verifiedStreams(test.store)).toEqual(log);
      expect(await append('one', newEvents(1))).toMatchObject({ position: 6n, revisions: [3n] });
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

    it('does not let its clock go back over a restart', async () => {
      const { recordedAt } = await append('one', newEvents(1));
      test.clock.advance(-86_400_000);
      await test.reopen();
      expect(await append('one', newEvents(1))).toMatchObject({ recordedAt });
      await verifiedStreams(test.store);
    });
  });
}

/** What a caller owes, and that one who does not pay it harms nobody else. */
export function obligationFacts(test: UnderTest): void {
  const mistakes: Readonly<Record<string, readonly StreamWrite[]>> = {
    'no write': [],
    'no event': [{ stream: 'bad', expected: 'any', events: [] }],
    'one stream twice': [
      { stream: 'bad', expected: 'any', events: newEvents(1) },
      { stream: 'bad', expected: 'any', events: newEvents(1) },
    ],
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
    expect(idsOf((await wholeLog(store)).slice(Number(head)))).toEqual(idsOf(good));
  });
}
