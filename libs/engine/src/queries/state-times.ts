import { compareText, type Workflow } from '@safeconduct/workflow';
import type { Moment } from '../moment.js';
import type { Move, Period } from '../ports/ledger-queries.js';
import type { AskedTags, ViewQueries } from '../ports/view-queries.js';
import { isInFilter, leafOf, pathsTo, readCaseCell } from '../projections/case-cell.js';
import { exact, type Measure } from './population.js';

/** Where ages are parted, in days: below the first one, from one to the next, and from the last one on. */
export const ageDays = [1, 7, 30, 90, 180, 365] as const;

/** A rounded figure is told with a median only if it is about so many: of fewer, a median is the time of one person. */
const mediansFrom = 10;

/** What is asked of the times in states. What is left out does not narrow. */
interface Narrowed {
  readonly place?: string | undefined;
  readonly tags?: AskedTags | undefined;
  readonly measure?: Measure | undefined;
}

export interface AgesRequest extends Narrowed {
  readonly moment: Moment;
}

/** A period, the first moment excluded. Place and tags are those after the move. */
export interface MovesRequest extends Period, Narrowed {}

/** A middle and a longest time, in whole hours up to a week and whole days beyond it; null where it would tell of few. */
interface Times {
  readonly medianHours: number | null;
  readonly longestHours: number | null;
}

/** The cases of one state at a moment, and for how long they had been in their innermost one. */
export interface StateAges extends Times {
  /** As a dotted path; those of its sub-states belong to it. */
  readonly state: string;
  readonly count: number;
  /** How many had been there for how long, one more than `ageDays`. */
  readonly ages: readonly number[];
}

/** The cases that went from one innermost state to another, and how long they had been in the one they left. */
export interface StateMoves extends Times {
  readonly from: string;
  readonly to: string;
  readonly count: number;
}

export interface Timed<Row> {
  /** The number of which the counts are multiples; null where they are exact. */
  readonly roundedTo: number | null;
  readonly rows: readonly Row[];
}

/** Cases counted by the time they took. */
type Timing = Pick<Move, 'hours' | 'count'>;

/** A figure is one thing that is counted, however many times it is made of: so it is always rounded in the same way. */
const figureOf = (measure: Measure, key: string, timings: readonly Timing[]): number =>
  measure.figureOf([{ key, count: casesIn(timings) }]);

const casesIn = (timings: readonly Timing[]): number =>
  timings.reduce((total, { count }) => total + count, 0);

/** For how long the cases of each state had been in it at a moment. */
export async function statesByAge(
  views: Pick<ViewQueries, 'ages'>,
  { name }: Workflow,
  { moment, measure = exact.of, ...narrowed }: AgesRequest,
): Promise<Timed<StateAges>> {
  const found = await views.ages({ workflow: name, moment });
  const counted = found.filter(({ cell }) => isInFilter(readCaseCell(cell), narrowed));
  const placed = counted.flatMap((age) => pathsTo(leafOf(age.cell)).map((path) => ({ path, ...age })));
  const rows = [...Map.groupBy(placed, ({ path }) => path)].map(([state, ages]) => {
    const parts = Map.groupBy(ages, ({ hours }) => partOf(hours));
    const figures = [...ageDays.keys(), ageDays.length].map((part) =>
      figureOf(measure, `${name}|age|${state}|${part}`, parts.get(part) ?? []),
    );
    const count = figureOf(measure, `${name}|age|${state}`, ages);
    return { state, count, ages: figures, ...timesOf(ages, measure, count) };
  });
  return {
    roundedTo: measure.roundedTo,
    rows: rows.filter(({ count }) => count > 0).sort((one, other) => compareText(one.state, other.state)),
  };
}

/** The moves from state to state in a period, the most frequent first; what stayed in its state did not move. */
export async function statesLeft(
  views: Pick<ViewQueries, 'moves'>,
  { name }: Workflow,
  { from, to, clock, measure = exact.of, ...narrowed }: MovesRequest,
): Promise<Timed<StateMoves>> {
  const found = await views.moves({ workflow: name, from, to, clock });
  const counted = found.filter(
    (move) => leafOf(move.from) !== leafOf(move.to) && isInFilter(readCaseCell(move.to), narrowed),
  );
  const rows = [...Map.groupBy(counted, (move) => `${leafOf(move.from)}|${leafOf(move.to)}`)].map(
    ([way, moves]) => {
      const [left = '', reached = ''] = way.split('|');
      const count = figureOf(measure, `${name}|move|${way}`, moves);
      return { from: left, to: reached, count, ...timesOf(moves, measure, count) };
    },
  );
  return { roundedTo: measure.roundedTo, rows: rows.filter(({ count }) => count > 0).sort(byCount) };
}

const byCount = (one: StateMoves, other: StateMoves): number =>
  other.count - one.count || compareText(one.from, other.from) || compareText(one.to, other.to);

function partOf(hours: number): number {
  const part = ageDays.findIndex((days) => hours < days * 24);
  return part < 0 ? ageDays.length : part;
}

function timesOf(timings: readonly Timing[], measure: Measure, figure: number): Times {
  const isExact = measure.roundedTo === null;
  const sorted = timings.toSorted((one, other) => one.hours - other.hours);
  return {
    medianHours: isExact || figure >= mediansFrom ? medianOf(sorted) : null,
    longestHours: isExact ? (sorted.at(-1)?.hours ?? null) : null,
  };
}

/** The lower of the two in the middle, where there are two. */
function medianOf(sorted: readonly Timing[]): number | null {
  const middle = casesIn(sorted) / 2;
  let before = 0;
  for (const { hours, count } of sorted) {
    before += count;
    if (before >= middle) return hours;
  }
  return null;
}
