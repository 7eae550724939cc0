import type { Instant, Workflow } from '@safeconduct/workflow';
import type { ClockName } from '../moment.js';
import type { CountRequest, LedgerCount } from '../queries/ledger-counts.js';
import { countedBy, endOf, type FigureContent, type ReportedFigure } from './figure.js';
import { gapBetween, judge, type Gap, type Judged } from './verdict.js';

/** A figure beside the number of the ledger. */
export interface Comparison extends Judged {
  readonly ledger: LedgerCount & { readonly asOf: Instant; readonly clock: ClockName };
}

/** A figure that others should add up to, beside what the ledger says. */
export interface FigureSum {
  /** By the numbers as they were stated; `undefined` where a part was withdrawn. */
  readonly gap: Gap | undefined;
  readonly withdrawnParts: readonly string[];
  /** The same difference of the numbers of the ledger; null where one of them is not there. */
  readonly ledgerGap: number | null;
  /** Whether `ledgerGap` is made of rounded numbers. */
  readonly isRounded: boolean;
  /**
   * Exactly the persons of the whole who are in none of the parts, at the moment of the whole. `undefined` where a part
   * counts events: the ledger does not say of whom.
   */
  readonly rest: LedgerCount | undefined;
}

export interface ComparedFigure {
  readonly figure: ReportedFigure;
  /** By what had happened at the moment that the figure speaks of, as it is known now. */
  readonly occurred: Comparison;
  /** By what the system knew when the figure was published. */
  readonly recorded: Comparison;
  readonly sum: FigureSum | undefined;
}

export interface ComparePorts {
  /** Of every figure that is compared, and of their parts. */
  readonly workflow: Workflow;
  readonly figureOf: (id: string) => ReportedFigure | undefined;
  readonly now: Instant;
  readonly count: (requests: readonly CountRequest[]) => Promise<readonly LedgerCount[]>;
}

/** Compares figures with the ledger, which is asked once for all of them. */
export async function compareFigures(
  figures: readonly ReportedFigure[],
  ports: ComparePorts,
): Promise<readonly ComparedFigure[]> {
  const plans = figures.map((figure) => planFor(figure, ports));
  const requests = plans.flatMap((plan) => plan.requests);
  const counts = await ports.count(requests);
  let next = 0;
  return plans.map((plan) => {
    const own = counts.slice(next, (next += plan.requests.length));
    return comparedBy(plan, own);
  });
}

interface Plan {
  readonly figure: ReportedFigure;
  readonly parts: readonly ReportedFigure[];
  readonly moments: Readonly<Record<ClockName, Instant>>;
  /** By what happened, by what was known; one a part; the rest, where it can be told. */
  readonly requests: readonly CountRequest[];
  readonly hasRest: boolean;
}

function planFor(figure: ReportedFigure, { workflow: { zone }, figureOf, now }: ComparePorts): Plan {
  const { content } = figure;
  const until = (said: string): Instant => {
    const end = endOf(said, zone);
    return end < now ? end : now;
  };
  const moments = { occurred: until(content.speaksOf), recorded: until(content.published) };
  const requestOf = (one: FigureContent, clock: ClockName, at: Instant): CountRequest => ({
    moment: { at, clock },
    counted: countedBy(one.counts, zone),
  });
  const parts = content.parts.map(figureOf).filter((part) => part !== undefined);
  const isOfPersons = [figure, ...parts].every((one) => one.content.counts.event === undefined);
  const hasRest = parts.length > 0 && isOfPersons;
  const whole = requestOf(content, 'occurred', moments.occurred);
  const without = parts.map((part) => countedBy(part.content.counts, zone));
  return {
    ...{ figure, parts, moments, hasRest },
    requests: [
      whole,
      requestOf(content, 'recorded', moments.recorded),
      ...parts.map((part) => requestOf(part.content, 'occurred', until(part.content.speaksOf))),
      ...(hasRest ? [{ ...whole, without }] : []),
    ],
  };
}

function comparedBy(plan: Plan, counts: readonly LedgerCount[]): ComparedFigure {
  const { figure, parts, moments, hasRest } = plan;
  const [whole, known, ...others] = counts as [LedgerCount, LedgerCount, ...LedgerCount[]];
  const comparison = (ledger: LedgerCount, clock: ClockName): Comparison => ({
    ...judge(figure.content, ledger),
    ledger: { ...ledger, clock, asOf: moments[clock] },
  });
  return {
    figure,
    occurred: comparison(whole, 'occurred'),
    recorded: comparison(known, 'recorded'),
    sum:
      parts.length === 0
        ? undefined
        : sumOf(figure, parts, {
            counts: [whole, ...others.slice(0, parts.length)],
            rest: hasRest ? others.at(-1) : undefined,
          }),
  };
}

function sumOf(
  { content }: ReportedFigure,
  parts: readonly ReportedFigure[],
  { counts, rest }: { readonly counts: readonly LedgerCount[]; readonly rest: LedgerCount | undefined },
): FigureSum {
  const withdrawn = parts.filter(({ withdrawal }) => withdrawal !== undefined);
  const [whole = null, ...others] = counts.map(({ value }) => value);
  const ledgerGap = others.reduce<number | null>(
    (left, value) => (left === null || value === null ? null : left - value),
    whole,
  );
  return {
    gap:
      withdrawn.length === 0
        ? gapBetween(
            content,
            parts.map((part) => part.content),
          )
        : undefined,
    withdrawnParts: withdrawn.map(({ id }) => id),
    ledgerGap,
    isRounded: counts.some(({ roundedTo }) => roundedTo !== null),
    rest,
  };
}
