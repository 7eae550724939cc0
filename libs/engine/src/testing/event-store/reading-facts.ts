import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '../../ports/event-store.js';
import { logStart, positionOf } from '../../ports/position.js';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { idsOf, newEvents, newStream } from './new-events.js';
import { eventsAfter, wholeLog } from './verified-log.js';

/** Reading one stream, and reading all. */
export function readingFacts(
  test: UnderTest,
  { capabilities }: Pick<EventStoreAdapter, 'capabilities'>,
): void {
  async function tenAmongOthers() {
    const { store } = test();
    const [stream, other] = [newStream(), newStream()];
    const events = newEvents(10);
    await store.append([{ stream: other, expected: 'noStream', events: newEvents(1) }]);
    const after = await store.head();
    for (const [index, event] of events.entries()) {
      await store.append([
        { stream, expected: index === 0 ? 'noStream' : BigInt(index - 1), events: [event] },
      ]);
    }
    await store.append([{ stream: other, expected: 0n, events: newEvents(1) }]);
    const recorded = await eventsAfter(store, after);
    const behind = (count: number) => recorded[count - 1]?.position ?? after;
    return { store, stream, after, behind, ids: idsOf(events) };
  }

  describe('reading a stream', () => {
    it.each([
      { from: 0n, limit: 3, found: [0, 3] },
      { from: 0n, limit: 10, found: [0, 10] },
      { from: 0n, limit: 100, found: [0, 10] },
      { from: 5n, limit: 4, found: [5, 9] },
      { from: 5n, limit: 100, found: [5, 10] },
      { from: 9n, limit: 1, found: [9, 10] },
      { from: 10n, limit: 5, found: [10, 10] },
      { from: 1_000_000n, limit: 5, found: [10, 10] },
      { from: 0n, limit: 0, found: [0, 0] },
    ])(
      'from $from at most $limit (RES: reads batch of events from stream forward)',
      async ({ from, limit, found }) => {
        const { store, stream, ids } = await tenAmongOthers();
        expect(idsOf(await store.readStream(stream, { from, limit }))).toEqual(ids.slice(...found));
      },
    );

    it('finds nothing where there is no stream', async () => {
      expect(await test().store.readStream(newStream(), { from: 0n, limit: 10 })).toEqual([]);
    });

    it('sees an append as soon as it is answered', async () => {
      const { store } = test();
      const stream = newStream();
      for (let revision = -1n; revision < 40n; revision += 1n) {
        const expected = revision < 0n ? 'noStream' : revision;
        await store.append([{ stream, expected, events: newEvents(1) }]);
        expect(await store.readStream(stream, { from: revision + 1n, limit: 5 })).toHaveLength(1);
      }
    });
  });

  describe('reading all', () => {
    it.each([
      { skip: 0, limit: 3 },
      { skip: 4, limit: 4 },
      { skip: 0, limit: 10 },
    ])(
      'after $skip events at most $limit (RES: reads batch of events from all streams forward)',
      async ({ skip, limit }) => {
        const { store, behind, ids } = await tenAmongOthers();
        const read = await store.readAll({ after: behind(skip), limit });
        expect(idsOf(read)).toEqual(ids.slice(skip, skip + limit));
      },
    );

    it('comes to the end batch by batch, none of them short before the last (RES: in batches)', async () => {
      const { store } = test();
      const after = await store.head();
      const events = newEvents(250);
      await store.append([{ stream: newStream(), expected: 'noStream', events }]);
      const batches: (readonly RecordedEvent[])[] = [];
      for (let place = after; batches.length < 3; place = batches.at(-1)?.at(-1)?.position ?? place) {
        batches.push(await store.readAll({ after: place, limit: 100 }));
      }
      expect(batches.map(({ length }) => length)).toEqual([100, 100, 50]);
      expect(idsOf(batches.flat())).toEqual(idsOf(events));
    });

    it('finds nothing at the end and after it', async () => {
      const { store } = test();
      const head = await store.head();
      expect(await store.readAll({ after: head, limit: 10 })).toEqual([]);
      expect(await store.readAll({ after: positionOf(head + 1000n), limit: 10 })).toEqual([]);
    });

    it('goes on from between two positions as from the first of them', async () => {
      const { store, behind } = await tenAmongOthers();
      const [before, next] = [behind(3), behind(4)];
      const between = positionOf(next - 1n);
      expect(await store.readAll({ after: between, limit: 5 })).toEqual(
        await store.readAll({ after: before, limit: 5 }),
      );
    });

    it('gives the same events as reading the streams alone', async () => {
      const { store, stream, after } = await tenAmongOthers();
      const all = await store.readAll({ after, limit: 10 });
      expect(all).toEqual(await store.readStream(stream, { from: 0n, limit: 10 }));
    });
  });

  describe('reading at a position', () => {
    it('finds the event that stands there, and nothing where none does', async () => {
      const { store, stream, behind } = await tenAmongOthers();
      const events = await store.readStream(stream, { from: 0n, limit: 10 });
      expect(await store.readAt(behind(1))).toEqual(events[0]);
      expect(await store.readAt(behind(7))).toEqual(events[6]);
      for (const place of [logStart, positionOf((await store.head()) + 1n)])
        expect(await store.readAt(place)).toBeUndefined();
    });
  });

  it(`${capabilities.counts ? 'counts' : 'does not count'} the events behind a position`, async () => {
    const { store, behind } = await tenAmongOthers();
    const head = await store.head();
    const count = (events: number) => (capabilities.counts ? events : undefined);
    expect(await store.countAfter(head)).toBe(count(0));
    expect(await store.countAfter(behind(1))).toBe(count(10));
    expect(await store.countAfter(behind(9))).toBe(count(2));
    expect(await store.countAfter(logStart)).toBe(count((await wholeLog(store)).length));
  });

  it('keeps a text beside the log under a name that has none yet', async () => {
    const { store } = test();
    const head = await store.head();
    const name = newStream();
    expect(await store.meta(name)).toBeUndefined();
    const answers = [store.setMetaOnce(name, 'one'), store.setMetaOnce(name, 'two')];
    expect(await Promise.all(answers)).toEqual(['one', 'one']);
    expect(await store.meta(name)).toBe('one');
    expect(await store.head()).toBe(head);
  });
}
