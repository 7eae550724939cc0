import type { LedgerCount } from '../queries/ledger-counts.js';
import type { FigureContent, FigureRelation } from './figure.js';

/** What "about" means: within so many percent of the number that was stated, and at least so many. */
export const aboutRule = { percent: 5, least: 5 } as const;

/**
 * - `borneOut`: the ledger has a number that the figure allows;
 * - `withinAbout`: the ledger has another number, within what "about" means;
 * - `contradicted`: the ledger has a number that the figure does not allow;
 * - `possible`: the reader gets rounded numbers, and the figure is one of those that may stand behind it;
 * - `notComparable`: there is no number to compare with.
 */
export const figureVerdicts = [
  'borneOut',
  'withinAbout',
  'contradicted',
  'possible',
  'notComparable',
] as const;
export type FigureVerdict = (typeof figureVerdicts)[number];

/**
 * Why there is no number: it is also about places of others (`OTHER_PLACES`), or the ledger had nothing at that moment
 * (`NOTHING_RECORDED`).
 */
export type NotComparable = 'OTHER_PLACES' | 'NOTHING_RECORDED';

export interface Judged {
  readonly verdict: FigureVerdict;
  readonly reason: NotComparable | null;
  /** How far the ledger is from the nearest number that the figure allows, negative where it is below; 0 within. */
  readonly offBy: number | null;
}

type Stated = Pick<FigureContent, 'figure' | 'relation'>;

/** Pure. A rounded number is judged by every number that may stand behind it. */
export function judge(stated: Stated, { value, roundedTo, isBegun }: LedgerCount): Judged {
  if (value === null) return { verdict: 'notComparable', reason: 'OTHER_PLACES', offBy: null };
  if (!isBegun) return { verdict: 'notComparable', reason: 'NOTHING_RECORDED', offBy: null };
  const [least, most] = allowedBy(stated);
  const spread = (roundedTo ?? 1) - 1;
  const [lowest, highest] = [Math.max(0, value - spread), value + spread];
  const isAbout = stated.relation === 'about' && !(spread === 0 && value === stated.figure);
  if (lowest >= least && highest <= most)
    return { verdict: isAbout ? 'withinAbout' : 'borneOut', reason: null, offBy: 0 };
  if (highest < least || lowest > most)
    return { verdict: 'contradicted', reason: null, offBy: value < least ? value - least : value - most };
  return { verdict: 'possible', reason: null, offBy: null };
}

/** The numbers that a figure allows, both included. */
function allowedBy({ figure, relation }: Stated): readonly [least: number, most: number] {
  const margin = Math.max(aboutRule.least, Math.floor((figure * aboutRule.percent) / 100));
  switch (relation) {
    case 'exactly':
      return [figure, figure];
    case 'about':
      return [Math.max(0, figure - margin), figure + margin];
    case 'atLeast':
      return [figure, Infinity];
    case 'moreThan':
      return [figure + 1, Infinity];
    case 'atMost':
      return [0, figure];
  }
}

/** How a gap is to be read; `unknown` where the figures leave it open on both sides. */
export type GapRelation = 'exactly' | 'about' | 'atLeast' | 'atMost' | 'unknown';

export interface Gap {
  /** The whole without its parts, by the numbers as they were stated. */
  readonly value: number;
  readonly relation: GapRelation;
}

/** What is missing from a whole when all parts are taken from it: 2,493 without "over 2,000" and 90 is "at most 403". */
export function gapBetween(whole: Stated, parts: readonly Stated[]): Gap {
  const value = parts.reduce((left, { figure }) => left - figure, whole.figure);
  const directions = new Set([
    directionOf(whole.relation),
    ...parts.map(({ relation }) => -directionOf(relation)),
  ]);
  const isOpen = directions.has(1) && directions.has(-1);
  const relation = isOpen
    ? 'unknown'
    : directions.has(1)
      ? 'atLeast'
      : directions.has(-1)
        ? 'atMost'
        : undefined;
  const isAbout = [whole, ...parts].some((one) => one.relation === 'about');
  return { value, relation: relation ?? (isAbout ? 'about' : 'exactly') };
}

/** Whether a stated number is the least (1), the most (-1), or neither. */
function directionOf(relation: FigureRelation): 1 | 0 | -1 {
  if (relation === 'atLeast' || relation === 'moreThan') return 1;
  return relation === 'atMost' ? -1 : 0;
}
