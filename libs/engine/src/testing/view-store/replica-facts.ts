import { describe, expect, it } from '@jest/globals';
import { CheckpointConflictError, LeaseLostError } from '../../errors.js';
import type { Generation, ViewStore } from '../../ports/view-store.js';
import type { ViewsTest } from './adapter.js';
import { acquired, takenOver } from './lease-facts.js';
import { batch, deadline, live, moment, sample, seen, timeline } from './sample-view.js';

const hourMs = 3_600_000;
const work = 'views';

/** Of several processes that open one store, one writes at a time, and all read. */
export function replicaFacts(test: ViewsTest): void {
  describe('a lease, over two replicas', () => {
    it('is held by one of them, and passes to the other one when it is given back', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      const first = await acquired(one.leases, 'a');
      expect(await other.leases.acquire(work, 'b', hourMs)).toBeUndefined();
      await one.leases.release(first);
      const second = await acquired(other.leases, 'b');
      expect(second.epoch).toBeGreaterThan(first.epoch);
      expect(await one.leases.acquire(work, 'a', hourMs)).toBeUndefined();
    });

    it('that one of them lost refuses its next write with LEASE_LOST, and the other one goes on', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      const first = await acquired(one.leases, 'a', 1);
      const begun = await one.begin(sample, first);
      const filled = await one.commit(begun, sample, { ...batch(0n, 1n), lease: first });
      const second = await takenOver(other.leases, 'b');
      const late = one.commit(filled, sample, { ...batch(1n, 2n, { timeline: [moment(7)] }), lease: first });
      await expect(late).rejects.toBeInstanceOf(LeaseLostError);
      await expect(one.promote(filled, sample, first)).rejects.toBeInstanceOf(LeaseLostError);
      await expect(one.begin(sample, first)).rejects.toBeInstanceOf(LeaseLostError);
      const [found] = await other.generations();
      expect(found).toEqual(filled);
      const next = { ...batch(1n, 2n, { timeline: [moment(8)] }), lease: second };
      await other.promote(await other.commit(filled, sample, next), sample, second);
      expect(await one.scan(timeline, { limit: 10 })).toEqual([moment(8)]);
    });

    it('changes hands before a batch or after it: nothing of the loser becomes visible later', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      for (let round = 0; round < 10; round += 1) {
        const lease = await acquired(one.leases, `a${round}`, 1);
        const begun = await one.begin(sample, lease);
        const rows = Array.from({ length: 200 }, (_, index) => moment(index));
        const written = one.commit(begun, sample, { ...batch(0n, 1n, { timeline: rows }), lease }).then(
          () => true,
          (error: unknown) => {
            expect(error).toBeInstanceOf(LeaseLostError);
            return false;
          },
        );
        await new Promise((resolve) => setTimeout(resolve, round));
        const taken = await takenOver(other.leases, `b${round}`);
        const atTakeover = await checkpointOf(other, begun);
        expect(await written).toBe(atTakeover === 1n);
        expect(await checkpointOf(other, begun)).toBe(atTakeover);
        await other.leases.release(taken);
      }
    });
  });

  describe('two replicas', () => {
    it('see what one of them writes, as soon as it is committed', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      const first = await live(one, { deadlines: [deadline('a')] });
      expect(await seen(other)).toEqual(['a']);
      expect(await other.generations()).toEqual([first]);
      const second = await one.commit(first, sample, batch(1n, 2n, { deadlines: [deadline('b')] }));
      expect(await seen(other)).toEqual(['a', 'b']);
      expect(await other.generations()).toEqual([second]);
    });

    it('that write from one checkpoint: one does, the other is refused with CHECKPOINT_CONFLICT', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      const begun = await one.begin(sample);
      const both = [one, other].map((views, index) =>
        views.commit(begun, sample, batch(0n, 1n, { timeline: [moment(index)] })),
      );
      const results = await Promise.allSettled(both);
      const refused = results.flatMap((one) => (one.status === 'rejected' ? [one.reason as unknown] : []));
      expect(refused).toEqual([expect.any(CheckpointConflictError)]);
      const written = await one.fetch(begun, timeline, [[0], [1]]);
      expect(written).toHaveLength(1);
    });

    it('go on reading while one of them makes another generation live', async () => {
      const [{ views: one }, other] = [test(), await test().another()];
      await live(one, { deadlines: [deadline('a'), deadline('b')] });
      for (let version = 2; version < 5; version += 1) {
        const promotion = { done: false };
        const rows = [deadline(`c${version}`), deadline(`d${version}`)];
        const promoted = live(one, { deadlines: rows }, { ...sample, version }).finally(
          () => (promotion.done = true),
        );
        while (!promotion.done) expect(await seen(other)).toHaveLength(2);
        await promoted;
        expect(await seen(other)).toEqual([`c${version}`, `d${version}`]);
      }
    });
  });
}

async function checkpointOf(views: ViewStore, { number }: Generation): Promise<bigint | undefined> {
  return (await views.generations()).find((one) => one.number === number)?.checkpoint;
}
