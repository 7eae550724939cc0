import { describe, expect, it } from '@jest/globals';
import type { Lease, Leases } from '../../ports/leases.js';
import type { ViewsTest } from './adapter.js';
import { batch, moment, sample, timeline } from './sample-view.js';

const hourMs = 3_600_000;
const work = 'views';

/** How a lease goes from hand to hand, and that nothing is written under one that is over. */
export function leaseFacts(test: ViewsTest): void {
  describe('a lease', () => {
    it('is given when it is free, each name by itself', async () => {
      const { leases } = test().views;
      const first = await acquired(leases, 'a');
      expect(first).toMatchObject({ name: work, holder: 'a' });
      expect(await leases.acquire('other work', 'b', hourMs)).toMatchObject({ holder: 'b' });
    });

    it('keeps its epoch when its holder renews it, and lasts longer', async () => {
      const { leases } = test().views;
      const first = await acquired(leases, 'a', hourMs);
      const renewed = await acquired(leases, 'a', 2 * hourMs);
      expect(renewed.epoch).toBe(first.epoch);
      expect(renewed.until > first.until).toBe(true);
    });

    it('is refused to others while it is held', async () => {
      const { leases } = test().views;
      const { epoch } = await acquired(leases, 'a');
      expect(await leases.acquire(work, 'b', hourMs)).toBeUndefined();
      expect(await acquired(leases, 'a')).toMatchObject({ epoch });
    });

    it('that lapsed is given to another one at a higher epoch, and refused to its holder of before', async () => {
      const { leases } = test().views;
      const first = await acquired(leases, 'a', 1);
      const second = await takenOver(leases, 'b');
      expect(second.epoch).toBeGreaterThan(first.epoch);
      expect(await leases.acquire(work, 'a', hourMs)).toBeUndefined();
    });

    it('that was given back is free at once, at a higher epoch, also for its holder of before', async () => {
      const { leases } = test().views;
      const first = await acquired(leases, 'a');
      await leases.release(first);
      const second = await acquired(leases, 'b');
      await leases.release(second);
      const third = await acquired(leases, 'b');
      expect(second.epoch).toBeGreaterThan(first.epoch);
      expect(third.epoch).toBeGreaterThan(second.epoch);
    });

    it('that was lost cannot be given back in place of the one who has it', async () => {
      const { leases } = test().views;
      const first = await acquired(leases, 'a', 1);
      const second = await takenOver(leases, 'b');
      await leases.release(first);
      expect(await leases.acquire(work, 'c', hourMs)).toBeUndefined();
      expect(await acquired(leases, 'b')).toMatchObject({ epoch: second.epoch });
    });

    it('goes to one of many who ask at once', async () => {
      const { leases } = test().views;
      const asked = ['a', 'b', 'c', 'd', 'e'].map((holder) => leases.acquire(work, holder, hourMs));
      expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1);
    });
  });

  describe('what is written under a lease', () => {
    it('is written while it is held, also after it was renewed', async () => {
      const { views } = test();
      const lease = await acquired(views.leases, 'a');
      await acquired(views.leases, 'a');
      const begun = await views.begin(sample, lease);
      const filled = await views.commit(begun, sample, { ...batch(0n, 1n), lease });
      expect(await views.promote(filled, sample, lease)).toMatchObject({ live: true, checkpoint: 1n });
    });

    it.each([
      ['was taken over', (leases: Leases) => takenOver(leases, 'b').then(() => {})],
      ['was given back', (leases: Leases, lease: Lease) => leases.release(lease)],
    ])('once it %s is refused with LEASE_LOST, and nothing is written', async (_, end) => {
      const { views } = test();
      const lease = await acquired(views.leases, 'a', 1);
      const begun = await views.begin(sample, lease);
      await end(views.leases, lease);
      const lost = { code: 'LEASE_LOST', lease: work, holder: 'a', epoch: lease.epoch };
      const late = { ...batch(0n, 1n, { timeline: [moment(1)] }), lease };
      await expect(views.commit(begun, sample, late)).rejects.toMatchObject(lost);
      await expect(views.promote(begun, sample, lease)).rejects.toMatchObject(lost);
      await expect(views.begin(sample, lease)).rejects.toMatchObject(lost);
      expect(await views.fetch(begun, timeline, [[1]])).toEqual([]);
      expect(await views.generations()).toEqual([begun]);
    });
  });
}

/** A lease that must be given. */
export async function acquired(leases: Leases, holder: string, forMs = hourMs): Promise<Lease> {
  const lease = await leases.acquire(work, holder, forMs);
  if (lease === undefined) throw new Error(`${holder} was refused the lease`);
  return lease;
}

/** Waits until the lease of another one has lapsed, by whatever clock the store has. */
export async function takenOver(leases: Leases, holder: string): Promise<Lease> {
  for (;;) {
    const lease = await leases.acquire(work, holder, hourMs);
    if (lease !== undefined) return lease;
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
}
