import { ratioOf, spreadOf, verdictOf, type Spread, type Target, type Verdict } from './statistics.js';

/** How much is measured. The smoke test takes the least of everything. */
export interface Scale {
  /** How often each side is measured, after one round that does not count. */
  readonly repeat: number;
  /** How long each side is measured at a time. */
  readonly seconds: number;
  readonly callers: readonly number[];
  readonly connections: readonly number[];
  /** How many cases the commands are spread over. */
  readonly cases: number;
  /** How many persons are imported at a time. */
  readonly persons: number;
  /** How many cases the caseloads have in which size is measured; ascending. */
  readonly sizes: readonly number[];
  /** How many commands of each kind, and queries of each kind, are measured in a caseload at a time. */
  readonly samples: number;
}

/** What a measurement is given. */
export interface Bench {
  readonly scale: Scale;
  /** A new empty folder on the disk that is measured. */
  readonly folder: () => string;
  /** Where caseloads are kept between runs. */
  readonly cache: string;
  /** Prints progress at the terminal. */
  readonly tell: (line: string) => void;
}

export type Unit = '/s' | 'ms' | 's' | 'MB' | 'B' | 'us' | 'events';

/** One line of the report. */
export interface Line {
  readonly what: string;
  readonly unit: Unit;
  readonly measured: Spread;
  /** The figure it is compared with. */
  readonly beside?: { readonly what: string; readonly measured: Spread };
  readonly ratio?: Spread;
  readonly target?: Target;
  readonly verdict?: Verdict;
}

export interface Measurement {
  readonly name: string;
  /** What is measured, and against what, in one sentence. */
  readonly about: string;
  /** What it needs and does not have here, such as a server; `undefined` when it can be run. */
  readonly needs?: () => string | undefined;
  run(bench: Bench): Promise<readonly Line[]>;
}

interface Compared {
  readonly what: string;
  readonly unit: Unit;
  readonly measured: readonly number[];
  readonly beside: { readonly what: string; readonly measured: readonly number[] };
  readonly target?: Target | undefined;
}

/** A line whose figure is a ratio: the measured values over those measured beside them. */
export function comparison({ what, unit, measured, beside, target }: Compared): Line {
  const ratio = ratioOf(measured, beside.measured);
  return {
    what,
    unit,
    measured: spreadOf(measured),
    beside: { what: beside.what, measured: spreadOf(beside.measured) },
    ratio,
    ...(target && { target, verdict: verdictOf(ratio, target) }),
  };
}

/** A line with an absolute figure. */
export function figure(what: string, unit: Unit, values: readonly number[], target?: Target): Line {
  const measured = spreadOf(values);
  return { what, unit, measured, ...(target && { target, verdict: verdictOf(measured, target) }) };
}
