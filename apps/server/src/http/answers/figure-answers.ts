import type { ProblemCode, ReportedFigure } from '@safeconduct/contracts';
import type {
  ComparedFigure,
  Comparison,
  CountGroup,
  FigureContent,
  FigureCounts,
  FigureOutcome,
  ReportedFigure as KnownFigure,
} from '@safeconduct/engine';
import { askedMomentIssue, isCalendarDay, parseInstant, type Issue } from '@safeconduct/workflow';

type Rows = ReportedFigure['rows'];

/** A figure as it is sent. */
export interface SentFigure extends Omit<FigureContent, 'workflow' | 'counts'> {
  readonly workflow?: string | undefined;
  readonly counts: Omit<FigureCounts, 'place'> & { readonly facility?: string | undefined };
}

/** A figure as it was sent, as it is recorded: instants in UTC. What cannot be read as a time is named. */
export function contentOf(
  { counts, address, ...report }: SentFigure,
  workflow: string,
): { readonly content: FigureContent } | { readonly issues: readonly Issue[] } {
  const { facility: place, since, ...narrowed } = counts;
  const times = { published: report.published, speaksOf: report.speaksOf, 'counts.since': since };
  const issues = Object.entries(times).flatMap(([path, text]) =>
    text === undefined ? [] : (askedMomentIssue(path, text) ?? []),
  );
  if (issues.length > 0) return { issues };
  const content: FigureContent = {
    ...{ ...report, workflow },
    ...(address !== undefined && { address }),
    published: recorded(report.published),
    speaksOf: recorded(report.speaksOf),
    counts: {
      ...narrowed,
      ...(place !== undefined && { place }),
      ...(since !== undefined && { since: recorded(since) }),
    },
  };
  return { content };
}

const recorded = (said: string): string => (isCalendarDay(said) ? said : (parseInstant(said) ?? said));

/** Why nothing was recorded. */
export interface FigureProblem {
  readonly code: ProblemCode;
  readonly members: { readonly issues?: readonly Issue[]; readonly requiredRoles?: readonly string[] };
}

export function figureProblem(refused: Exclude<FigureOutcome, { accepted: true }>): FigureProblem {
  switch (refused.refusal) {
    case 'FIGURE_INVALID':
      return { code: 'COMMAND_INVALID', members: { issues: refused.issues } };
    case 'NOT_PERMITTED':
      return { code: 'NOT_PERMITTED', members: { requiredRoles: refused.requiredRoles } };
    case 'FIGURE_NOT_FOUND':
    case 'FIGURE_WITHDRAWN':
      return { code: refused.refusal, members: {} };
  }
}

/** A figure beside the ledger, as it is answered. */
export function figureAnswer(compared: ComparedFigure): ReportedFigure {
  const { figure, occurred, recorded: known } = compared;
  const { id, content, corrections, withdrawal } = figure;
  const { asOf, value, roundedTo } = occurred.ledger;
  // Whoever gets a rounded number does not see all of the persons, or may not search for them so.
  const isListed = value !== null && roundedTo === null;
  return {
    ...{ id, workflow: content.workflow, ...contentAnswer(content) },
    recorded: { at: figure.recorded.at, by: { ...figure.recorded.by } },
    corrections: corrections.map(({ at, by, reason, was }) => ({
      ...{ at, by: { ...by }, reason },
      was: contentAnswer(was),
    })),
    withdrawal: withdrawal === undefined ? null : { ...withdrawal, by: { ...withdrawal.by } },
    comparisons: { occurred: comparisonAnswer(occurred), recorded: comparisonAnswer(known) },
    sum: sumAnswer(compared),
    rows: isListed ? rowsBehind(figure, asOf) : [],
  };
}

function contentAnswer(content: FigureContent) {
  const { source, published, speaksOf, quote, figure, relation, parts } = content;
  const { place, states, outcomes, tags, event, since } = content.counts;
  return {
    ...{ source, published, speaksOf, quote, figure, relation, parts: [...parts] },
    address: content.address ?? null,
    counts: {
      ...(states && { states: [...states] }),
      ...(outcomes && { outcomes: [...outcomes] }),
      ...(place !== undefined && { facility: place }),
      ...(tags && {
        tags: Object.fromEntries(Object.entries(tags).map(([tag, codes]) => [tag, [...codes]])),
      }),
      ...(event !== undefined && { event }),
      ...(since !== undefined && { since }),
    },
  };
}

const comparisonAnswer = ({ ledger, verdict, reason, offBy }: Comparison) => ({
  ledger: { value: ledger.value, roundedTo: ledger.roundedTo, asOf: ledger.asOf, clock: ledger.clock },
  ...{ verdict, reason, offBy },
});

function sumAnswer({ figure, occurred, sum }: ComparedFigure): ReportedFigure['sum'] {
  if (sum === undefined) return null;
  const { gap, withdrawnParts, ledgerGap, isRounded, rest } = sum;
  const { asOf } = occurred.ledger;
  return {
    gap: gap === undefined ? null : { ...gap },
    ...{ withdrawnParts: [...withdrawnParts], ledgerGap, isRounded },
    rest:
      rest === undefined
        ? null
        : {
            ...{ value: rest.value, roundedTo: rest.roundedTo, asOf },
            groups: rest.groups.map((group) => groupAnswer(group, figure.content.workflow, asOf)),
          },
  };
}

function groupAnswer(group: CountGroup, workflow: string, asOf: string) {
  const { state, place, outcome, count, isWhole } = group;
  const narrowed = {
    state,
    ...(place !== '' && { facility: place }),
    ...(outcome !== '' && { outcome }),
  };
  return {
    ...{ state, facility: place || null, outcome: outcome || null, count },
    rows: isWhole ? [{ workflow, ...narrowed, asOf }] : [],
  };
}

/** The lists of cases whose rows are the persons that a figure counts. */
function rowsBehind({ content: { workflow, counts } }: KnownFigure, asOf: string): Rows {
  const { states, outcomes, place, tags = {}, event } = counts;
  if (event !== undefined) return [];
  const tag = Object.entries(tags).flatMap(([name, codes]) => codes.map((code) => `${name}:${code}`));
  const common = {
    workflow,
    ...(place !== undefined && { facility: place }),
    ...(tag.length > 0 && { tag: tag.join(',') }),
    asOf,
  };
  const lists = [
    ...(states === undefined ? [] : [{ state: states.join(',') }]),
    ...(outcomes ?? []).map((outcome) => ({ outcome })),
  ];
  return lists.length === 0 ? [common] : lists.map((list) => ({ ...common, ...list }));
}
