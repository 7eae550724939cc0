import { beforeEach, describe, expect, it } from '@jest/globals';
import { openMemoryAccounts, type AccountStore } from '@safeconduct/stores';
import { AccountRecords } from './account-records.js';
import { Lockout, TooManyAttemptsError } from './lockout.js';

const second = 1000;
let nowMs: number;
let store: AccountStore;
let lockout: Lockout;

beforeEach(() => {
  nowMs = Date.now();
  store = openMemoryAccounts();
  lockout = new Lockout(new AccountRecords(store), () => nowMs);
});

/** Seconds to wait; 0 when the attempt may be tried. */
async function waitOf(person: string): Promise<number> {
  try {
    await lockout.count(person);
    return 0;
  } catch (error) {
    expect(error).toBeInstanceOf(TooManyAttemptsError);
    return (error as TooManyAttemptsError).retryAfterSeconds;
  }
}

describe('the lockout', () => {
  it('lets five attempts be tried, then one after 30 seconds, then after twice as long, up to 15 minutes', async () => {
    for (let count = 0; count < 5; count += 1) expect(await waitOf('co-01')).toBe(0);
    const waits: number[] = [];
    for (let count = 0; count < 8; count += 1) {
      const wait = await waitOf('co-01');
      waits.push(wait);
      nowMs += wait * second;
      expect(await waitOf('co-01')).toBe(0);
    }
    expect(waits).toEqual([30, 60, 120, 240, 480, 900, 900, 900]);
  });

  it('counts each person by themselves', async () => {
    for (let count = 0; count < 6; count += 1) await waitOf('co-01');
    expect([await waitOf('co-01'), await waitOf('co-02')]).toEqual([30, 0]);
  });

  it('lets no more than five of many at once be tried', async () => {
    const waits = await Promise.all(Array.from({ length: 40 }, () => waitOf('co-01')));
    expect(waits.filter((wait) => wait === 0)).toHaveLength(5);
  });

  it('forgets after an attempt that succeeded, and after a day', async () => {
    for (let count = 0; count < 6; count += 1) await waitOf('co-01');
    await lockout.forget('co-01');
    expect(await waitOf('co-01')).toBe(0);
    expect(await store.removeEnded(nowMs + 24 * 3600 * second)).toBe(1);
  });

  it('does not count an attempt that was taken back', async () => {
    for (let count = 0; count < 20; count += 1) {
      expect(await waitOf('co-01')).toBe(0);
      await lockout.takeBack('co-01');
    }
  });

  it('holds on another server and after a restart', async () => {
    for (let count = 0; count < 5; count += 1) await waitOf('co-01');
    lockout = new Lockout(new AccountRecords(store), () => nowMs);
    expect(await waitOf('co-01')).toBe(30);
  });
});
