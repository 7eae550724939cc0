import type { Instant } from '@safeconduct/workflow';
import type { AuditPeriod } from '../ports/audit-queries.js';
import { barsBetween, type BarIn, type BarUnit } from './audit-bars.js';
import { dayOf } from './days.js';

/** What a plot of days is asked for. */
export interface BarsRequest {
  /** Days begin and end in this time zone. */
  readonly zone: string;
  /** The bars are those of all lines that the reader sees, or only of the period that is asked for. */
  readonly bars: 'all' | 'period';
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

/** Lines by the time since which they are known, without a gap: a bar may have none. */
export interface AuditBars<Bar extends AuditBar = AuditBar> {
  readonly unit: BarUnit;
  readonly bars: readonly Bar[];
}

/** The days of one bar, both included. */
export interface AuditBar {
  readonly from: string;
  readonly to: string;
  readonly lines: number;
}

/** Counts lines between one moment and the next, for each two neighbours. */
export type CountsBetween = (moments: readonly Instant[]) => Promise<readonly number[]>;

/**
 * The bars of all that the reader sees, whatever else narrows it: so their days stay where they are while somebody chooses
 * among the facets. Before the first line and after the last there is no bar.
 * @param period  of all that the reader sees; `undefined` where there is nothing
 */
export async function countedBars<Counted>(
  { zone, bars: wanted, from, to }: BarsRequest,
  period: AuditPeriod | undefined,
  countIn: (moments: readonly Instant[]) => Promise<(bar: number) => Counted>,
): Promise<{ readonly unit: BarUnit; readonly bars: readonly (Counted & Omit<AuditBar, 'lines'>)[] }> {
  if (period === undefined) return { unit: 'day', bars: [] };
  const [first, last] =
    wanted === 'all'
      ? [period.first, period.last]
      : [latest(period.first, from ?? period.first), earliest(period.last, to ?? period.last)];
  if (first > last) return { unit: 'day', bars: [] };
  const { unit, bars } = barsBetween(dayOf(first, zone), dayOf(last, zone), zone);
  const counted = await countIn(momentsOf(bars));
  return {
    unit,
    bars: bars.map(({ from: begins, to: ends }, bar) => ({ from: begins, to: ends, ...counted(bar) })),
  };
}

/** The same of one kind of lines. */
export const linesInBars = (
  request: BarsRequest,
  period: AuditPeriod | undefined,
  countsBetween: CountsBetween,
): Promise<AuditBars> =>
  countedBars(request, period, async (moments) => {
    const counts = await countsBetween(moments);
    return (bar) => ({ lines: counts[bar] ?? 0 });
  });

/** The period that holds some others. */
export const periodOfAll = (periods: readonly (AuditPeriod | undefined)[]): AuditPeriod | undefined =>
  periods.reduce(
    (all, one) =>
      all === undefined || one === undefined
        ? (all ?? one)
        : { first: earliest(all.first, one.first), last: latest(all.last, one.last) },
    undefined,
  );

/** Where each bar begins, and where the last one ends. */
const momentsOf = (bars: readonly BarIn[]): readonly Instant[] => [
  ...bars.slice(0, 1).map(({ begins }) => begins),
  ...bars.map(({ ends }) => ends),
];

const latest = (one: Instant, other: Instant): Instant => (one > other ? one : other);
const earliest = (one: Instant, other: Instant): Instant => (one < other ? one : other);
