import type { Instant } from '@safeconduct/workflow';
import type { Revision } from './event-store.js';
import type { Position } from './position.js';
import type { VisibleCases } from './view-queries.js';

/** What to show of the log over all cases. What is left out does not narrow. */
export interface AuditFilter {
  readonly visible?: VisibleCases | undefined;
  readonly workflow?: string | undefined;
  readonly caseId?: string | undefined;
  readonly actor?: string | undefined;
  /** The role in which they acted. */
  readonly role?: string | undefined;
  readonly command?: string | undefined;
  /**
   * Known at this moment or later, and at that one or earlier. An event is known since the latest recorded time up to it,
   * so these are the events that the ledger counts between the two moments, without a gap.
   */
  readonly from?: Instant | undefined;
  readonly to?: Instant | undefined;
}

export type EventFilter = AuditFilter & { readonly type?: string | undefined };
export type RefusalFilter = AuditFilter & { readonly code?: string | undefined };
/** Of events that did not keep a rule: that rule, by the id of its guard. */
export type RuleFilter = EventFilter & { readonly guard?: string | undefined };

/** A part of the log over all cases, and what of it is meant. */
export type AuditAsked =
  | { readonly part: 'events'; readonly filter: EventFilter }
  | { readonly part: 'refusals'; readonly filter: RefusalFilter }
  | { readonly part: 'rulesNotKept'; readonly filter: RuleFilter };
export type AuditPart = AuditAsked['part'];

/** What the lines of each part are counted by. A filter has the same names. */
export const auditFacets = {
  events: ['type', 'command', 'actor', 'role'],
  refusals: ['code', 'command', 'actor', 'role'],
  rulesNotKept: ['guard', 'type', 'command', 'actor', 'role'],
} as const satisfies Readonly<Record<AuditPart, readonly string[]>>;
export type AuditFacet = (typeof auditFacets)[AuditPart][number];

/** Lines of one workflow that have the same value in each facet. */
export interface AuditGroup {
  readonly workflow: string;
  readonly values: Readonly<Partial<Record<AuditFacet, string>>>;
  readonly lines: number;
}

export interface AuditPeriod {
  readonly first: Instant;
  readonly last: Instant;
}

export interface AuditRange<Cursor = Position> {
  readonly limit: number;
  readonly newestFirst: boolean;
  /** Where the last row of the page before stands. */
  readonly after?: Cursor | undefined;
}

/** What is listed together of all that is on record. */
export const entryKinds = ['recorded', 'refused', 'looked'] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Where a rule that was not kept stands: at its event, among the rules that the event did not keep. */
export interface RuleCursor {
  readonly position: Position;
  readonly guard: string;
}

/** What an event and a refusal have in common. */
interface AuditLine {
  readonly position: Position;
  readonly caseId: string;
  readonly workflow: string;
  readonly command: string;
  readonly actor: string;
  readonly role: string;
  readonly confirmedBy: string | null;
  /** Who sent the import that the command was a row of. */
  readonly importedBy: string | null;
  readonly onBehalfOf: string | null;
  readonly recordedAt: Instant;
  /** The latest recorded time up to this line. It never goes back, whatever clocks the store has. */
  readonly knownAt: Instant;
}

/** What happened, when, and who was behind it. No event data. */
export interface AuditEvent extends AuditLine {
  readonly type: string;
  readonly revision: Revision;
  /** The innermost state it led to, as a dotted path. */
  readonly state: string;
  readonly occurredAt: Instant;
  /** When it happened as it was said, where it had to stand at another time. */
  readonly saidAt: Instant | null;
}

/** A rule that an event did not keep: the fact stands although the rule failed (ADR 0040). */
export interface RuleNotKept extends AuditEvent {
  readonly guard: string;
  /** The code that the guard failed with. */
  readonly failed: string;
}

/** A command that was refused. */
export interface AuditRefusal extends AuditLine {
  readonly code: string;
  /** The rules that failed. */
  readonly guards: readonly { readonly guard: string; readonly code: string }[];
  /** The state and the revision the case had; null when it was not open. */
  readonly state: string | null;
  readonly revision: Revision | null;
}
