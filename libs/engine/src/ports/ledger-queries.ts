import type { Instant } from '@safeconduct/workflow';
import type { ClockName, Moment } from '../moment.js';
import type { AskedTags } from './view-queries.js';

/**
 * How many cases are in each cell (`readCaseCell`), and how often each event was recorded, by `type|tags`. A counter of no
 * case may be 0 or absent.
 */
export interface LedgerCounters {
  readonly cells: Map<string, number>;
  readonly events: Map<string, number>;
}

/** Parts of a period that the ledger can be asked by, down to quarters of an hour. Each begins at a whole multiple of its length since 1970, UTC. */
export const ledgerParts = ['day', 'hour', 'quarter'] as const;
export type LedgerPart = (typeof ledgerParts)[number];

export interface LedgerChangesQuery {
  readonly workflow: string;
  readonly part: LedgerPart;
  /** Where the first part begins, and where the last one ends. */
  readonly from: Instant;
  readonly to: Instant;
}

/** How much one counter of the ledger changed in one part of a period. */
export interface LedgerChange {
  /** When the part begins. */
  readonly begins: Instant;
  readonly kind: 'cell' | 'event';
  readonly counter: string;
  readonly change: number;
}

/** Two moments of a clock. */
export interface Period {
  readonly from: Instant;
  readonly to: Instant;
  readonly clock: ClockName;
}

export interface FlowQuery extends Period {
  readonly workflow: string;
  /** Where the case is at the second moment. */
  readonly place?: string | undefined;
  readonly tags?: AskedTags | undefined;
}

/** How many cases went from one innermost state to another between two moments. */
export interface Flow {
  /** Null for those that were not open yet. */
  readonly from: string | null;
  readonly to: string;
  readonly count: number;
}

export interface AgesQuery {
  readonly workflow: string;
  readonly moment: Moment;
}

/** How many cases had been in their innermost state for so long, by cell (`readCaseCell`). */
export interface Age {
  readonly cell: string;
  /** Since they came to this state, by the clock of what happened: whole hours up to a week, beyond it whole days. */
  readonly hours: number;
  readonly count: number;
}

export interface MovesQuery extends Period {
  readonly workflow: string;
}

/** How many cases went from one cell to another in a period, the first moment excluded. */
export interface Move {
  readonly from: string;
  readonly to: string;
  /** How long they had been in the innermost state that they left; as in `Age`. */
  readonly hours: number;
  readonly count: number;
}
