import { describe, expect, it } from '@jest/globals';
import { Slots, Turns } from './slots.js';

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

describe('slots', () => {
  it('let so many pieces of work run at once, and the others in order', async () => {
    const slots = new Slots(3);
    let [underWay, most] = [0, 0];
    const begun: number[] = [];
    const work = (index: number) => async () => {
      begun.push(index);
      underWay += 1;
      most = Math.max(most, underWay);
      await turn();
      underWay -= 1;
      if (index === 4) throw new Error('one of them fails');
      return index;
    };
    const results = await Promise.allSettled(
      Array.from({ length: 10 }, (_, index) => slots.run(work(index))),
    );
    expect(most).toBe(3);
    expect(begun).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(results.filter(({ status }) => status === 'rejected')).toHaveLength(1);
  });
});

describe('turns', () => {
  it('are one at a time for each name, also after one that failed', async () => {
    const turns = new Turns();
    const done: string[] = [];
    const work = (name: string, isFailing = false) =>
      turns.run(name.slice(0, 1), async () => {
        await turn();
        done.push(name);
        if (isFailing) throw new Error(name);
      });
    await Promise.allSettled([work('a1', true), work('b1'), work('a2'), work('a3')]);
    expect(done).toEqual(['a1', 'b1', 'a2', 'a3']);
  });
});
