import { describe, expect, it } from '@jest/globals';
import { dealt, howMany, inParts } from './share-cases.js';

const cases = (count: number) => Array.from({ length: count }, (_, index) => `case-${index}`);

describe('sharing out cases', () => {
  it('deals them out in turn, so that nobody gets all of the first ones', () => {
    expect(dealt(cases(5), ['a', 'b'])).toEqual([
      { officer: 'a', caseIds: ['case-0', 'case-2', 'case-4'] },
      { officer: 'b', caseIds: ['case-1', 'case-3'] },
    ]);
  });

  it('leaves nothing out and gives nothing twice', () => {
    for (const [count, officers] of [
      [400, 3],
      [2493, 12],
      [1, 3],
      [0, 2],
    ] as const) {
      const names = Array.from({ length: officers }, (_, index) => `officer-${index}`);
      const parts = inParts(dealt(cases(count), names), 100);
      expect(parts.flatMap(({ caseIds }) => caseIds).sort()).toEqual(cases(count).sort());
      expect(parts.every(({ caseIds }) => caseIds.length >= 1 && caseIds.length <= 100)).toBe(true);
    }
  });

  it('makes parts of what is more than one request may have', () => {
    const parts = inParts(dealt(cases(5), ['a', 'b']), 2);
    expect(parts.map(({ officer, caseIds }) => [officer, caseIds.length])).toEqual([
      ['a', 2],
      ['a', 1],
      ['b', 2],
    ]);
  });

  it('knows a number of cases when it sees one', () => {
    expect([undefined, 1, 351, '7'].map((typed) => howMany(typed, 351))).toEqual([351, 1, 351, 7]);
    expect([0, 352, 1.5, -3, 'many', '', '1e2'].map((typed) => howMany(typed, 351))).toEqual(
      Array.from({ length: 7 }, () => undefined),
    );
  });
});
