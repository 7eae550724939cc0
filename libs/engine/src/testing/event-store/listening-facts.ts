import { describe, expect, it } from '@jest/globals';
import type { UnderTest } from './adapter.js';
import { newEvents, newStream } from './new-events.js';

/** Notification of new events. */
export function listeningFacts(test: UnderTest): void {
  const append = () =>
    test().store.append([{ stream: newStream(), expected: 'noStream', events: newEvents(2) }]);

  /** Listens, and keeps the positions it was notified of. */
  function listener() {
    const heads: bigint[] = [];
    return { heads, end: test().store.onAppended((head) => heads.push(head)) };
  }

  describe('a listener', () => {
    it('is notified of an append (RES broker: calls subscription)', async () => {
      const { heads, end } = listener();
      const { position } = await append();
      await turn();
      expect(heads.at(-1)).toBe(position);
      end();
    });

    it('is notified together with others (RES broker: calls all subscriptions)', async () => {
      const listeners = [listener(), listener(), listener()];
      const { position } = await append();
      await turn();
      for (const { heads, end } of listeners) {
        expect(heads.at(-1)).toBe(position);
        end();
      }
    });

    it('is not notified after its end, others are (RES subscriptions: revokes subscription)', async () => {
      const [ended, other] = [listener(), listener()];
      ended.end();
      const { position } = await append();
      await turn();
      expect(ended.heads).toEqual([]);
      expect(other.heads.at(-1)).toBe(position);
      other.end();
    });

    it('can read the events that it was notified of', async () => {
      const { store } = test();
      const before = await store.head();
      const read = new Promise<number>((resolve, reject) => {
        const end = store.onAppended(() => {
          end();
          store.readAll({ after: before, limit: 5 }).then(({ length }) => {
            resolve(length);
          }, reject);
        });
      });
      await append();
      expect(await read).toBe(2);
    });
  });
}

const turn = () => new Promise((resolve) => setImmediate(resolve));
