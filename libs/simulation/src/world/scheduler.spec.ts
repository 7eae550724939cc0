import { describe, expect, it } from '@jest/globals';
import { Scheduler } from './scheduler.js';

describe('a scheduler', () => {
  it('runs tasks in order of time, and those of one instant in the order in which they were added', async () => {
    const scheduler = new Scheduler();
    const done: string[] = [];
    for (const [ms, what] of [
      [5, 'c'],
      [1, 'a'],
      [5, 'd'],
      [2, 'b'],
    ] as const)
      scheduler.after(ms, () => {
        done.push(`${what} at ${scheduler.nowMs}`);
      });
    await scheduler.runUntil(5);
    expect(done).toEqual(['a at 1', 'b at 2', 'c at 5', 'd at 5']);
  });

  it('stops at a given instant, and continues from there', async () => {
    const scheduler = new Scheduler();
    let done = 0;
    scheduler.after(10, () => {
      done += 1;
    });
    await scheduler.runUntil(9);
    expect([scheduler.nowMs, done]).toEqual([9, 0]);
    await scheduler.runUntil(10);
    expect(done).toBe(1);
  });

  it('lets every promise make progress before the clock moves', async () => {
    const scheduler = new Scheduler();
    const seen: number[] = [];
    const chain = async () => {
      for (let link = 0; link < 5; link += 1) await Promise.resolve();
      scheduler.after(3, () => {
        seen.push(scheduler.nowMs);
      });
    };
    void chain();
    await scheduler.runUntil(100);
    expect(seen).toEqual([3]);
  });
});
