import { describe, expect, it } from '@jest/globals';
import { RepeatedWork, type Turn } from './repeated-work.js';

/** A clock of pauses: each is noted, and ends at once. */
function noted(limit: number) {
  const pauses: number[] = [];
  return {
    pauses,
    pause: (ms: number, signal?: AbortSignal) => {
      pauses.push(ms);
      if (pauses.length < limit) return Promise.resolve();
      return new Promise<void>((resolve) =>
        signal?.addEventListener('abort', () => {
          resolve();
        }),
      );
    },
  };
}

const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('repeated work', () => {
  it('goes on at once while there is more, and waits as long as the turn says', async () => {
    const turns: Turn[] = ['more', 'more', 'gathering', 'idle'];
    const { pauses, pause } = noted(2);
    let count = 0;
    const work = new RepeatedWork(() => Promise.resolve(turns[count++] ?? 'idle'), {
      ...{ pollMs: 500, gatherMs: 20, pause },
    });
    work.start(() => {});
    await settled();
    expect(count).toBe(4);
    expect(pauses).toEqual([20, 500]);
    await work.stop();
  });

  it('waits twice as long after each further failure, up to a limit, and as at first after a success', async () => {
    const { pauses, pause } = noted(8);
    const told: unknown[] = [];
    let count = 0;
    const work = new RepeatedWork(
      () => {
        count += 1;
        if (count === 6) return Promise.resolve('more' as const);
        return Promise.reject(new Error(`failure ${count}`));
      },
      { pollMs: 1, retryMs: 10, retryMaxMs: 60, pause },
    );
    work.start((error) => told.push(error));
    await settled();
    expect(pauses).toEqual([10, 20, 40, 60, 60, 10, 20, 40]);
    expect(told).toHaveLength(8);
    await work.stop();
  });

  it('is woken by a hint, also by one that comes during a turn', async () => {
    let count = 0;
    let during = () => {};
    const work = new RepeatedWork(
      () => {
        count += 1;
        during();
        return Promise.resolve('idle');
      },
      { pollMs: 3_600_000 },
    );
    during = () => {
      if (count === 1) work.wake();
    };
    work.start(() => {});
    await settled();
    expect(count).toBe(2);
    work.wake();
    await settled();
    expect(count).toBe(3);
    await work.stop();
  });

  it('finishes the turn at hand when it is stopped, and begins none after it', async () => {
    let [begun, ended] = [0, 0];
    const turn = Promise.withResolvers<Turn>();
    const work = new RepeatedWork(
      async () => {
        begun += 1;
        const said = await turn.promise;
        ended += 1;
        return said;
      },
      { pollMs: 1 },
    );
    work.start(() => {});
    await settled();
    const stopped = work.stop();
    turn.resolve('more');
    await stopped;
    expect([begun, ended]).toEqual([1, 1]);
  });
});
