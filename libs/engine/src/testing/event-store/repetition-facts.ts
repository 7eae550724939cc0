import { describe, expect, it } from '@jest/globals';
import { RevisionConflictError } from '../../errors.js';
import type { UnderTest } from './adapter.js';
import { newEvent, newEvents, newStream } from './new-events.js';
import { wholeStream } from './verified-log.js';

/** A writer that did not get the answer sends the same event ids at the same expectation again. */
export function repetitionFacts(test: UnderTest): void {
  describe('a repeated append', () => {
    it('gets its first answer also when others have appended since', async () => {
      const { store, clock } = test();
      const stream = newStream();
      const write = { stream, expected: 'noStream', events: newEvents(2) } as const;
      const first = await store.append([write]);
      clock.advance(1000);
      await store.append([{ stream, expected: 1n, events: newEvents(3) }]);
      expect(await store.append([write])).toEqual(first);
      expect(await wholeStream(store, stream)).toHaveLength(5);
    });

    it('gets its first answer when both were sent at the same time', async () => {
      const { store } = test();
      const stream = newStream();
      const write = { stream, expected: 'noStream', events: newEvents(2) } as const;
      const answers = await Promise.all([
        store.append([write]),
        store.append([write]),
        store.append([write]),
      ]);
      expect(new Set(answers.map(({ position }) => position)).size).toBe(1);
      expect(await wholeStream(store, stream)).toHaveLength(2);
    });

    it('with other ids at the same expectation is a conflict', async () => {
      const { store } = test();
      const stream = newStream();
      await store.append([{ stream, expected: 'noStream', events: newEvents(2) }]);
      const other = store.append([{ stream, expected: 'noStream', events: newEvents(2) }]);
      await expect(other).rejects.toBeInstanceOf(RevisionConflictError);
    });

    it('with a known id and a new one is a conflict (KurrentDB, seen on the server)', async () => {
      const { store } = test();
      const stream = newStream();
      const known = newEvent();
      await store.append([{ stream, expected: 'noStream', events: [known] }]);
      const more = store.append([{ stream, expected: 'noStream', events: [known, newEvent()] }]);
      await expect(more).rejects.toMatchObject({ actual: 0n });
    });

    it('with the same ids in another order is a conflict', async () => {
      const { store } = test();
      const stream = newStream();
      const [one, two] = [newEvent(), newEvent()];
      await store.append([{ stream, expected: 'noStream', events: [one, two] }]);
      const swapped = store.append([{ stream, expected: 'noStream', events: [two, one] }]);
      await expect(swapped).rejects.toBeInstanceOf(RevisionConflictError);
    });

    it('at another stream with the same ids is an append of its own', async () => {
      const { store } = test();
      const [one, two] = [newStream(), newStream()];
      const events = newEvents(1);
      await store.append([{ stream: one, expected: 'noStream', events }]);
      await store.append([{ stream: two, expected: 'noStream', events }]);
      expect(await wholeStream(store, two)).toHaveLength(1);
    });
  });
}
