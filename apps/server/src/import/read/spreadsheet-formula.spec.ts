import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formulaAllowed, formulaGuarded } from './spreadsheet-formula.js';

describe('a cell that a spreadsheet would run', () => {
  it.each([
    ['=1+1', "'=1+1"],
    ['+964', "'+964"],
    ['-5', "'-5"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['＝1+1', "'＝1+1"],
    ['\t=1', "'\t=1"],
    ["'=1", "''=1"],
    ["d'Arc", "d'Arc"],
    ["'text", "'text"],
    ['2024-12-07', '2024-12-07'],
    ['', ''],
  ])('%j is written as %j', (cell, guarded) => {
    expect(formulaGuarded(cell)).toBe(guarded);
  });

  it('comes back as it was, and no cell that is written begins like a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', 'a') }), (cell) => {
        expect(formulaAllowed(formulaGuarded(cell))).toBe(cell);
        expect(formulaGuarded(cell)).not.toMatch(/^[=+\-@\t\r]/);
      }),
    );
  });
});
