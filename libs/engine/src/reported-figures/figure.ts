import { epochMsOf, instantOf, isCalendarDay, type ActorInRole, type Instant } from '@safeconduct/workflow';
import type { AskedTags } from '../ports/view-queries.js';
import { boundsOfDay } from '../queries/days.js';
import type { Counted } from '../queries/ledger-counts.js';

/** How a number was stated: "2,493", "about 90", "at least 90", "over 2,000", "at most 90". */
export const figureRelations = ['exactly', 'about', 'atLeast', 'moreThan', 'atMost'] as const;
export type FigureRelation = (typeof figureRelations)[number];

/** A day such as `2024-12-19`, as days are counted in the zone of the workflow, or an instant. */
export type DayOrInstant = string;

/** What a figure counts. As `Counted`, with `since` as it was said. */
export interface FigureCounts {
  readonly states?: readonly string[] | undefined;
  readonly outcomes?: readonly string[] | undefined;
  readonly place?: string | undefined;
  readonly tags?: AskedTags | undefined;
  readonly event?: string | undefined;
  readonly since?: DayOrInstant | undefined;
}

/** What somebody outside said of the persons of a workflow. */
export interface FigureContent {
  readonly workflow: string;
  /** Who said it: a newspaper, a ministry, an agency. */
  readonly source: string;
  /** Where it can be read, as `https://…`. */
  readonly address?: string | undefined;
  readonly published: DayOrInstant;
  /** The moment that the number is about; a day means its end. */
  readonly speaksOf: DayOrInstant;
  /** The words, as they were written or said. */
  readonly quote: string;
  readonly figure: number;
  readonly relation: FigureRelation;
  readonly counts: FigureCounts;
  /** The ids of other figures that should add up to this one. */
  readonly parts: readonly string[];
}

/** When, by whom and why a figure was corrected or withdrawn. */
export interface FigureStep {
  readonly at: Instant;
  readonly by: ActorInRole;
  readonly reason: string;
}

/** A figure with everything that was recorded of it. */
export interface ReportedFigure {
  readonly id: string;
  readonly content: FigureContent;
  readonly recorded: { readonly at: Instant; readonly by: ActorInRole };
  /** The oldest first, each with what stood before it. */
  readonly corrections: readonly (FigureStep & { readonly was: FigureContent })[];
  /** Left out while the figure stands. */
  readonly withdrawal?: FigureStep | undefined;
}

/** The last moment of a day, or the instant itself. */
export const endOf = (said: DayOrInstant, zone: string): Instant =>
  isCalendarDay(said) ? instantOf(epochMsOf(boundsOfDay(said, zone).ends) - 1) : said;

/** When a day or an instant begins. */
export const beginOf = (said: DayOrInstant, zone: string): Instant =>
  isCalendarDay(said) ? boundsOfDay(said, zone).begins : said;

/** What is to be counted in the ledger. */
export const countedBy = ({ since, ...counts }: FigureCounts, zone: string): Counted => ({
  ...counts,
  ...(since !== undefined && { since: beginOf(since, zone) }),
});
