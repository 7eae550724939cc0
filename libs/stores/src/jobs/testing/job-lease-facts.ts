import type { Lease, Leases } from '@safeconduct/engine';
import { describe, expect, it } from '@jest/globals';
import type { JobStore } from '../job-store.js';
import { ended, openWith, type JobsTest } from './jobs-under-test.js';

const hourMs = 3_600_000;
const work = 'jobs';

/** How the lease of jobs goes from hand to hand, and that nothing is written under one that is over. */
export function jobLeaseFacts(test: JobsTest): void {
  describe('a lease of jobs', () => {
    it('is one holder’s until it is given back, and keeps its epoch when it is renewed', async () => {
      const { leases } = test().jobs;
      const first = await acquired(leases, 'a');
      expect(await leases.acquire(work, 'b', hourMs)).toBeUndefined();
      expect(await acquired(leases, 'a')).toMatchObject({ holder: 'a', epoch: first.epoch });
      await leases.release(first);
      const second = await acquired(leases, 'b');
      expect(second.epoch).toBeGreaterThan(first.epoch);
      await leases.release(first);
      expect(await leases.acquire(work, 'c', hourMs)).toBeUndefined();
    });

    it('that lapsed goes to another one at a higher epoch, and stays with its holder when nobody took it', async () => {
      const { leases } = test().jobs;
      const first = await acquired(leases, 'a', 1);
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(await acquired(leases, 'a', 1)).toMatchObject({ epoch: first.epoch });
      expect((await takenOver(leases, 'b')).epoch).toBeGreaterThan(first.epoch);
      expect(await leases.acquire(work, 'a', hourMs)).toBeUndefined();
    });

    it('goes to one of many who ask at once', async () => {
      const { leases } = test().jobs;
      const asked = ['a', 'b', 'c', 'd', 'e'].map((holder) => leases.acquire(work, holder, hourMs));
      expect((await Promise.all(asked)).filter((lease) => lease !== undefined)).toHaveLength(1);
    });
  });

  describe('what is written of a job under a lease', () => {
    it('is written while it is held', async () => {
      const { jobs } = test();
      const { record } = await test().added();
      const lease = await acquired(jobs.leases, 'a');
      await acquired(jobs.leases, 'a');
      expect(await jobs.replace(record, openWith(1), { lease })).toMatchObject({ text: openWith(1) });
    });

    it.each([
      ['was taken over', ({ leases }: JobStore) => takenOver(leases, 'b').then(() => {})],
      ['was given back', ({ leases }: JobStore, lease: Lease) => leases.release(lease)],
    ])('is refused with LEASE_LOST once it %s, and nothing is written', async (_, end) => {
      const { jobs } = test();
      const { file, record } = await test().added();
      const lease = await acquired(jobs.leases, 'a', 1);
      await end(jobs, lease);
      const rejected = { file, path: await test().localText('rows') };
      await expect(jobs.replace(record, ended('done'), { lease, rejected })).rejects.toMatchObject({
        ...{ code: 'LEASE_LOST', lease: work, holder: 'a', epoch: lease.epoch },
      });
      expect(await jobs.find(record.id)).toEqual(record);
      expect(await jobs.rejectedRows(file)).toBeUndefined();
    });

    it('is not written over a change of somebody who has no lease', async () => {
      const { jobs } = test();
      const { record } = await test().added();
      const lease = await acquired(jobs.leases, 'a');
      const cancelled = await jobs.replace(record, ended('cancelled'));
      expect(await jobs.replace(record, openWith(9), { lease })).toBeUndefined();
      expect(await jobs.find(record.id)).toEqual(cancelled);
    });
  });
}

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
