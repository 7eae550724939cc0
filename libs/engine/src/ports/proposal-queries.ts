import type { Instant } from '@safeconduct/workflow';
import type { ProposalStatus } from '../events/proposal-event.js';
import type { Position } from './position.js';

/** Which proposals are meant. What is left out does not narrow. */
export interface ProposalsFilter {
  readonly caseId?: string | undefined;
  readonly workflow?: string | undefined;
  readonly status?: ProposalStatus | undefined;
  readonly proposer?: string | undefined;
  /** One of these commands; an empty list leaves none. */
  readonly commands?: readonly { readonly workflow: string; readonly command: string }[] | undefined;
  /** Proposed by none of these. */
  readonly notBy?: readonly string[] | undefined;
  /** Proposed by this person, or one of these commands and proposed by none of those. */
  readonly concerns?: {
    readonly proposer: string;
    readonly commands: readonly { readonly workflow: string; readonly command: string }[];
    readonly notBy: readonly string[];
  };
  /** It expires later than this. */
  readonly expiresAfter?: Instant | undefined;
  /** The system has something to do by then: its time is over, or its step lacks the mark. */
  readonly actBy?: Instant | undefined;
}

/** Where a page of proposals begins: behind this one. */
export interface ProposalCursor {
  readonly expiresAt: Instant;
  readonly proposalId: string;
}

export interface ProposalsQuery {
  readonly filter: ProposalsFilter;
  readonly limit: number;
  readonly after?: ProposalCursor | undefined;
}

/** One proposal of a list. */
export interface ListedProposal {
  readonly proposalId: string;
  readonly caseId: string;
  /** Null where the case is not open. */
  readonly reference: string | null;
  readonly workflow: string;
  readonly command: string;
  readonly proposer: string;
  readonly role: string;
  readonly onBehalfOf: string | null;
  readonly contentHash: string;
  readonly proposedAt: Instant;
  readonly expiresAt: Instant;
  readonly position: Position;
  /** One whose time is over is open until that is recorded. */
  readonly status: ProposalStatus;
  /** Who ended it, and when that was recorded; null while it is open. */
  readonly endedBy: string | null;
  readonly endedAt: Instant | null;
}
