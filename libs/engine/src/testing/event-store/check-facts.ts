import { describe, expect, it } from '@jest/globals';
import type { StreamCheck } from '../../ports/event-store.js';
import type { EventStoreAdapter, UnderTest } from './adapter.js';
import { newEvents, newStream } from './new-events.js';
import { wholeStream } from './verified-log.js';

/** Checks of streams that are not written: all hold, or nothing is written. A store without them refuses. */
export function checkFacts(test: UnderTest, { capabilities }: Pick<EventStoreAdapter, 'capabilities'>): void {
  /** A stream of so many events. */
  async function streamOf(count: number): Promise<string> {
    const stream = newStream();
    if (count > 0) await test().store.append([{ stream, expected: 'noStream', events: newEvents(count) }]);
    return stream;
  }

  const writeTo = (stream: string) => ({ stream, expected: 'noStream' as const, events: newEvents(2) });

  if (!capabilities.checks) {
    it('refuses an append with checks with STORE_LACKS, and records nothing', async () => {
      const { store } = test();
      const [stream, checked] = [newStream(), await streamOf(1)];
      const append = store.append([writeTo(stream)], [{ stream: checked, expected: 0n }]);
      await expect(append).rejects.toMatchObject({ code: 'STORE_LACKS', capability: 'checks' });
      expect(await wholeStream(store, stream)).toEqual([]);
      expect(await store.append([writeTo(stream)], [])).toMatchObject({ revisions: [1n] });
    });
    return;
  }

  describe.each([
    { has: 0, expected: 'noStream', holds: true },
    { has: 0, expected: 'streamExists', holds: false },
    { has: 0, expected: 0n, holds: false },
    { has: 3, expected: 'noStream', holds: false },
    { has: 3, expected: 'streamExists', holds: true },
    { has: 3, expected: 2n, holds: true },
    { has: 3, expected: 1n, holds: false },
    { has: 3, expected: 3n, holds: false },
  ] as const)('an append that checks a stream of $has for $expected (KurrentDB: appendRecords)', (row) => {
    it(
      row.holds ? 'is recorded, and leaves that stream as it is' : 'is refused, and records nothing',
      async () => {
        const { store } = test();
        const [stream, checked] = [newStream(), await streamOf(row.has)];
        const head = await store.head();
        const check = { stream: checked, expected: row.expected };
        const append = store.append([writeTo(stream)], [check]);
        if (row.holds) expect(await append).toMatchObject({ revisions: [1n] });
        else {
          await expect(append).rejects.toMatchObject({ ...check, actual: BigInt(row.has) - 1n });
          expect(await store.head()).toBe(head);
        }
        expect(await wholeStream(store, stream)).toHaveLength(row.holds ? 2 : 0);
        expect(await wholeStream(store, checked)).toHaveLength(row.has);
      },
    );
  });

  describe('an append with checks', () => {
    it('names the first expectation that does not hold, those of writes before those of checks', async () => {
      const { store } = test();
      const [taken, one, two] = [await streamOf(1), await streamOf(1), await streamOf(1)];
      const checks: readonly StreamCheck[] = [
        { stream: one, expected: 0n },
        { stream: two, expected: 5n },
      ];
      await expect(store.append([writeTo(newStream())], checks)).rejects.toMatchObject({ stream: two });
      await expect(store.append([writeTo(taken)], checks)).rejects.toMatchObject({ stream: taken });
    });

    it('that is repeated gets its first answer, whatever the checked stream has become', async () => {
      const { store } = test();
      const [stream, checked] = [newStream(), await streamOf(1)];
      const given = [[writeTo(stream)], [{ stream: checked, expected: 0n }]] as const;
      const first = await store.append(...given);
      await store.append([{ stream: checked, expected: 0n, events: newEvents(1) }]);
      expect(await store.append(...given)).toEqual(first);
      expect(await wholeStream(store, stream)).toHaveLength(2);
    });

    it('of a stream that is written at the same time are recorded only before the write', async () => {
      const { store } = test();
      const checked = await streamOf(1);
      const streams = Array.from({ length: 60 }, newStream);
      const appends = streams.map((stream, index) => {
        const checks = [{ stream: checked, expected: 0n }];
        const write = { stream: checked, expected: 0n, events: newEvents(1) };
        return index === 30 ? store.append([write]) : store.append([writeTo(stream)], checks);
      });
      const results = await Promise.allSettled(appends);
      const [, written] = await wholeStream(store, checked);
      expect(results[30]).toMatchObject({ status: 'fulfilled' });
      for (const [index, result] of results.entries()) {
        if (index === 30) continue;
        const [recorded] = await wholeStream(store, streams[index] as string);
        expect(recorded === undefined).toBe(result.status === 'rejected');
        if (recorded !== undefined) expect(recorded.position < (written?.position ?? 0n)).toBe(true);
      }
    });

    it('refuses a stream that is written and checked as a mistake of the program', async () => {
      const stream = newStream();
      const append = test().store.append([writeTo(stream)], [{ stream, expected: 'noStream' }]);
      await expect(append).rejects.toMatchObject({ code: 'ERR_ASSERTION' });
    });
  });
}
