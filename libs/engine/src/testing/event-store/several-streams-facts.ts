import { expect, it, describe } from '@jest/globals';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { multiStreamMatrix } from './append-matrix.js';
import { idsOf, newEvents, newStream } from './new-events.js';
import { eventsAfter, wholeStream } from './verified-log.js';

/** One append to several streams is all or none; a store that writes one stream only refuses it. */
export function severalStreamsFacts(
  test: UnderTest,
  { capabilities }: Pick<EventStoreAdapter, 'capabilities'>,
): void {
  if (!capabilities.severalStreams) {
    refusedFact(test);
    return;
  }

  multiStreamMatrix(test);

  describe('an append to several streams', () => {
    it('answers with the last revision of each of them', async () => {
      const writes = [
        { stream: newStream(), expected: 'noStream', events: newEvents(3) },
        { stream: newStream(), expected: 'any', events: newEvents(2) },
      ] as const;
      expect(await test().store.append(writes)).toMatchObject({ revisions: [2n, 1n] });
    });

    it('is in the log in the order of its writes (KurrentDB: append records to multiple streams)', async () => {
      const { store } = test();
      const head = await store.head();
      const [left, right] = [newEvents(2), newEvents(2)];
      await store.append([
        { stream: newStream(), expected: 'noStream', events: left },
        { stream: newStream(), expected: 'noStream', events: right },
      ]);
      expect(idsOf(await eventsAfter(store, head))).toEqual(idsOf([...left, ...right]));
    });

    it('records nothing when one of them has moved on', async () => {
      const { store } = test();
      const [one, two, three] = [newStream(), newStream(), newStream()];
      await store.append([{ stream: two, expected: 'noStream', events: newEvents(2) }]);
      const head = await store.head();
      const conflict = store.append([
        { stream: one, expected: 'noStream', events: newEvents(1) },
        { stream: two, expected: 0n, events: newEvents(1) },
        { stream: three, expected: 'any', events: newEvents(1) },
      ]);
      await expect(conflict).rejects.toMatchObject({ stream: two, expected: 0n, actual: 1n });
      expect(await store.head()).toBe(head);
      expect(await wholeStream(store, one)).toEqual([]);
      expect(await wholeStream(store, three)).toEqual([]);
    });
  });

  describe('a repeated append to several streams', () => {
    it('without expectations is recognised while the first of them is at the end of its stream', async () => {
      const { store } = test();
      const [one, two] = [newStream(), newStream()];
      const writes = [one, two].map((stream) => ({
        stream,
        expected: 'any' as const,
        events: newEvents(1),
      }));
      const first = await store.append(writes);
      await store.append([{ stream: two, expected: 'any', events: newEvents(1) }]);
      const head = await store.head();
      expect(await store.append(writes)).toEqual(first);
      expect(await store.head()).toBe(head);
    });

    it('gets one answer for all, also where a stream had no expectation', async () => {
      const { store } = test();
      const [one, two] = [newStream(), newStream()];
      await store.append([{ stream: two, expected: 'any', events: newEvents(1) }]);
      const writes = [
        { stream: two, expected: 'any', events: newEvents(2) },
        { stream: one, expected: 'noStream', events: newEvents(2) },
      ] as const;
      const first = await store.append(writes);
      await store.append([{ stream: two, expected: 'any', events: newEvents(1) }]);
      expect(await store.append(writes)).toEqual(first);
      expect(await wholeStream(store, two)).toHaveLength(4);
    });

    it('to one stream more than before is a conflict, and the new stream stays as it was', async () => {
      const { store } = test();
      const [one, two] = [newStream(), newStream()];
      const write = { stream: one, expected: 'noStream', events: newEvents(1) } as const;
      await store.append([write]);
      const more = store.append([write, { stream: two, expected: 'noStream', events: newEvents(1) }]);
      await expect(more).rejects.toMatchObject({ stream: one });
      expect(await wholeStream(store, two)).toEqual([]);
    });
  });
}

function refusedFact(test: UnderTest): void {
  it('refuses an append to several streams with STORE_LACKS, and records nothing', async () => {
    const { store } = test();
    const head = await store.head();
    const writes = [newStream(), newStream()].map((stream) => ({
      stream,
      expected: 'noStream' as const,
      events: newEvents(1),
    }));
    await expect(store.append(writes)).rejects.toMatchObject({
      code: 'STORE_LACKS',
      capability: 'severalStreams',
    });
    expect(await store.head()).toBe(head);
  });
}
