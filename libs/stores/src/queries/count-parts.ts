import { countSpans } from '@safeconduct/engine';

/** Whole spans of one length: those from `from` on and before `before`; without an end where it is infinite. */
export interface SpansOfPeriod {
  readonly grain: number;
  readonly from: number;
  readonly before: number;
}

/** Milliseconds, from the first one on and before the second. */
export interface RestOfPeriod {
  readonly from: number;
  readonly before: number;
}

/** What adds up to a period: spans that are counted, and the rest of it, of which single events are looked at. */
export interface PeriodParts {
  readonly spans: readonly SpansOfPeriod[];
  readonly rests: readonly RestOfPeriod[];
}

const [all, thirtyDays, days] = countSpans;
const daysInLong = thirtyDays.length / days.length;

/**
 * Takes the longest spans that fit into a period.
 * @param from  in milliseconds; left out: since ever
 * @param to  included; left out: until now and later
 */
export function partsOfPeriod(from: number | undefined, to: number | undefined): PeriodParts {
  if (from === undefined && to === undefined)
    return { spans: [{ grain: all.grain, from: 0, before: 1 }], rests: [] };
  const [begin, end] = [from ?? 0, to === undefined ? Number.POSITIVE_INFINITY : to + 1];
  const [first, last] = [Math.ceil(begin / days.length), Math.floor(end / days.length)];
  if (first >= last) return { spans: [], rests: given({ from: begin, before: end }) };
  const long = { from: Math.ceil(first / daysInLong), before: Math.floor(last / daysInLong) };
  const ofDays = (one: number, before: number) => given({ grain: days.grain, from: one, before });
  const spans =
    long.from >= long.before
      ? ofDays(first, last)
      : [
          ...ofDays(first, long.from * daysInLong),
          { grain: thirtyDays.grain, ...long },
          ...ofDays(long.before * daysInLong, last),
        ];
  const rests = [
    ...given({ from: begin, before: first * days.length }),
    ...given({ from: last * days.length, before: end }),
  ];
  return { spans, rests };
}

const given = <Part extends RestOfPeriod>(part: Part): readonly Part[] =>
  part.from < part.before ? [part] : [];
