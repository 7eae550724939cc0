import { describe, expect, it } from '@jest/globals';
import { drawsOf } from './draws.js';

describe('draws', () => {
  it('follow from seed, person and question, in whatever order they are asked', () => {
    const once = drawsOf(1);
    const again = drawsOf(1);
    const asked = [0, 1, 2].map((person) => [once(person)('a', 1000), once(person)('b', 1000)]);
    expect([2, 1, 0].map((person) => [again(person)('a', 1000), again(person)('b', 1000)])).toEqual(
      asked.toReversed(),
    );
    expect(
      [0, 1, 2].map((person) => [drawsOf(2)(person)('a', 1000), drawsOf(2)(person)('b', 1000)]),
    ).not.toEqual(asked);
  });

  it.each(['service', 'rank'])('are spread evenly, asked for the %s of 100,000 persons', (question) => {
    const counts = new Array<number>(10).fill(0);
    const drawOf = drawsOf(7);
    for (let person = 0; person < 100_000; person += 1) {
      const drawn = drawOf(person)(question, 10);
      counts[drawn] = (counts[drawn] ?? 0) + 1;
    }
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(500);
  });

  it('are independent: two questions agree as often as by chance', () => {
    const drawOf = drawsOf(7);
    const persons = Array.from({ length: 100_000 }, (_, person) => drawOf(person));
    const equal = persons.filter((draw) => draw('rank', 10) === draw('unit', 10)).length;
    expect(Math.abs(equal - 10_000)).toBeLessThan(500);
  });
});
