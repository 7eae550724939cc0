import type { Instant } from '@safeconduct/workflow';

/** Which cases to list. What is left out does not narrow. */
export interface CaseFilter {
  readonly workflow?: string | undefined;
  /** A state as a dotted path; its sub-states belong to it. */
  readonly state?: string | undefined;
  readonly place?: string | undefined;
  readonly outcome?: string | undefined;
  readonly caseId?: string | undefined;
  /** Words from the beginning of a reference or a name, in any of its scripts. */
  readonly search?: string | undefined;
  /** Only cases of now, not of a past moment. */
  readonly assignee?: string | undefined;
  /** Something is due before then. Only of now, and sorted by it. */
  readonly dueBefore?: Instant | undefined;
}

export const caseSorts = ['reference', 'due', 'since', 'updated'] as const;
export type CaseSort = (typeof caseSorts)[number];

/** Cases that are equal in it follow each other by id. */
export interface CaseOrder {
  readonly by: CaseSort;
  readonly descending: boolean;
}

/**
 * The place of a case in its list: what it is sorted by, and its id. A page begins behind it whatever has changed since,
 * so in an order that never changes, such as by reference, no case is ever left out or shown twice.
 */
export interface CaseCursor {
  readonly key: string | number;
  readonly caseId: string;
}

export interface PageRange {
  readonly limit: number;
  readonly after?: CaseCursor | undefined;
  /** Left out: by reference. A past moment knows no other. */
  readonly order?: CaseOrder | undefined;
}
