// Types, not interfaces, so that a row of each fits the general row type of the port.

/** One row a case: where it is and who it is about. */
export type CaseRow = {
  readonly case_id: string;
  readonly workflow: string;
  readonly reference: string;
  readonly subject_latin: string | null;
  readonly subject_arabic: string | null;
  /** The top-level state, and the leaf state as a dotted path. */
  readonly state: string;
  readonly leaf: string;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly assignee: string | null;
  /** Index of the last event. */
  readonly revision: number;
  readonly position: number;
  /** Instants; the first and the last by the clock of what happened, the last by the clock of what was recorded. */
  readonly opened_at: string;
  readonly state_since: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  /** The deadlines that run, as JSON, and the earliest of their dates. */
  readonly due: string;
  readonly due_at: string | null;
  /** The earliest due date, or a day after all others, so that a list can be sorted by it. */
  readonly due_order: string;
  /** Workflow, leaf, place and outcome as one text: what lists are narrowed by. */
  readonly cell: string;
  /** The words it is found by, each with a space before it. Personal, like the names. */
  readonly words: string;
};

/** How many cases are in one cell now. */
export type CaseCellRow = {
  readonly workflow: string;
  readonly leaf: string;
  /** Empty where there is none. */
  readonly place: string;
  readonly outcome: string;
  readonly cases: number;
};

/** One row for each word a case is found by. Personal, like the names in the list. */
export type CaseWordRow = {
  readonly word: string;
  readonly reference: string;
  readonly case_id: string;
};

/** One row for each deadline that runs. */
export type DeadlineRow = {
  readonly case_id: string;
  readonly name: string;
  readonly workflow: string;
  readonly role: string;
  readonly due_at: string;
  /** The revision of the event since which it runs with this date. */
  readonly since_revision: number;
};

/** One row an event: what happened, when, and who was behind it. No event data. */
export type TimelineRow = {
  readonly position: number;
  readonly case_id: string;
  readonly workflow: string;
  readonly revision: number;
  readonly type: string;
  readonly command: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly actor: string;
  readonly role: string;
  readonly confirmed_by: string | null;
  readonly on_behalf_of: string | null;
  readonly state: string;
};

/** One row a command that was refused. */
export type RefusalRow = {
  readonly position: number;
  readonly case_id: string;
  readonly workflow: string;
  readonly command: string;
  readonly code: string;
  /** The rules that failed, as JSON: `[{guard, code}]`. */
  readonly guards: string;
  readonly actor: string;
  readonly role: string;
  readonly confirmed_by: string | null;
  readonly on_behalf_of: string | null;
  readonly state: string | null;
  /** The revision the case had; null when it was not open. */
  readonly revision: number | null;
  readonly recorded_at: string;
};

/** One row for each stretch in which a case stayed in one cell of the ledger, in both clocks. */
export type StayRow = {
  readonly case_id: string;
  /** 0 for the stretch that still lasts, else the revision of the event that ended it. */
  readonly ended_by: number;
  readonly workflow: string;
  readonly leaf: string;
  readonly place: string | null;
  readonly outcome: string | null;
  /** The cell before, as it is written in the ledger; null for the first. */
  readonly before: string | null;
  readonly position: number;
  /** Since when the case was in this state, by the clock of what happened; its place may have changed since. */
  readonly state_since: string;
  readonly occurred_from: string;
  readonly occurred_until: string | null;
  readonly recorded_from: string;
  readonly recorded_until: string | null;
};

/** How much one counter of the ledger changed within one span of one clock. */
export type LedgerRow = {
  readonly workflow: string;
  readonly clock: string;
  /** How many characters of a moment's text the span is. */
  readonly grain: number;
  /** How the moments of the span begin: `2024-12-07` in the occurred clock; in the recorded clock, a position's digits. */
  readonly span: string;
  /** `cell` with counter `leaf|place|outcome`, or `event` with the event's type. */
  readonly kind: string;
  readonly counter: string;
  readonly change: number;
};

/** The tables that queries can name. */
export interface ViewTables {
  readonly case_list: CaseRow;
  readonly case_cell: CaseCellRow;
  readonly case_word: CaseWordRow;
  readonly deadline: DeadlineRow;
  readonly timeline: TimelineRow;
  readonly refusal: RefusalRow;
  readonly stay: StayRow;
  readonly ledger: LedgerRow;
}
