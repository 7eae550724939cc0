import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { figureRelations, type FigureRelation } from './figure.js';
import { gapBetween, judge, type FigureVerdict, type GapRelation } from './verdict.js';

const ledger = (value: number | null, roundedTo: number | null = null) => ({
  ...{ value, roundedTo, isBegun: true, groups: [] },
});

describe('the verdict on a figure', () => {
  it.each<[FigureRelation, number, number, FigureVerdict, number]>([
    ['exactly', 2493, 2493, 'borneOut', 0],
    ['exactly', 2493, 2495, 'contradicted', 2],
    ['about', 1000, 1000, 'borneOut', 0],
    ['about', 1000, 1050, 'withinAbout', 0],
    ['about', 1000, 949, 'contradicted', -1],
    ['about', 40, 45, 'withinAbout', 0],
    ['about', 40, 46, 'contradicted', 1],
    ['about', 3, 0, 'withinAbout', 0],
    ['atLeast', 200, 200, 'borneOut', 0],
    ['atLeast', 200, 190, 'contradicted', -10],
    ['moreThan', 2000, 2041, 'borneOut', 0],
    ['moreThan', 2000, 2000, 'contradicted', -1],
    ['atMost', 90, 0, 'borneOut', 0],
    ['atMost', 90, 91, 'contradicted', 1],
  ])('%s %d beside %d in the ledger is %s, off by %d', (relation, figure, value, verdict, offBy) => {
    expect(judge({ relation, figure }, ledger(value))).toEqual({ verdict, offBy, reason: null });
  });

  it.each<[FigureRelation, number, number, FigureVerdict]>([
    ['exactly', 90, 90, 'possible'],
    ['exactly', 90, 85, 'contradicted'],
    ['exactly', 94, 90, 'possible'],
    ['atLeast', 86, 90, 'borneOut'],
    ['atLeast', 87, 90, 'possible'],
    ['about', 1000, 1000, 'withinAbout'],
  ])('%s %d beside %d rounded to multiples of five is %s', (relation, figure, value, verdict) => {
    expect(judge({ relation, figure }, ledger(value, 5))).toMatchObject({ verdict });
  });

  it('on a rounded number never contradicts what the exact number bears out, nor the reverse', () => {
    const numbers = fc.integer({ min: 0, max: 300 });
    fc.assert(
      fc.property(
        numbers,
        numbers,
        fc.integer({ min: -4, max: 4 }),
        fc.constantFrom(...figureRelations),
        (figure, value, shift, relation) => {
          const said = { figure, relation };
          const rounded = judge(said, ledger(Math.max(0, value + shift), 5)).verdict;
          const verdict = judge(said, ledger(value)).verdict;
          const isTrue = verdict !== 'contradicted';
          expect(rounded === 'possible' || (rounded !== 'contradicted') === isTrue).toBe(true);
        },
      ),
    );
  });

  it('says why there is none', () => {
    const said = { figure: 90, relation: 'exactly' } as const;
    expect(judge(said, ledger(null))).toEqual({
      ...{ verdict: 'notComparable', reason: 'OTHER_PLACES', offBy: null },
    });
    expect(judge(said, { ...ledger(0), isBegun: false })).toEqual({
      ...{ verdict: 'notComparable', reason: 'NOTHING_RECORDED', offBy: null },
    });
  });
});

describe('the gap between a whole and its parts', () => {
  it.each<[[FigureRelation, number], readonly [FigureRelation, number][], GapRelation, number]>([
    [
      ['exactly', 2493],
      [
        ['moreThan', 2000],
        ['exactly', 90],
      ],
      'atMost',
      403,
    ],
    [
      ['exactly', 2493],
      [
        ['exactly', 2041],
        ['exactly', 452],
      ],
      'exactly',
      0,
    ],
    [['atLeast', 2493], [['exactly', 2000]], 'atLeast', 493],
    [['exactly', 2493], [['atMost', 2000]], 'atLeast', 493],
    [
      ['exactly', 2493],
      [
        ['atMost', 2000],
        ['atLeast', 90],
      ],
      'unknown',
      403,
    ],
    [['about', 2500], [['exactly', 2000]], 'about', 500],
    [['exactly', 100], [['exactly', 120]], 'exactly', -20],
  ])('of %j without %j is %s %d', ([relation, figure], parts, gapRelation, value) => {
    const stated = parts.map(([one, number]) => ({ relation: one, figure: number }));
    expect(gapBetween({ relation, figure }, stated)).toEqual({ value, relation: gapRelation });
  });
});
