import type { Instant, Tags } from '@safeconduct/workflow';
import type { Withheld } from '../access/withheld.js';
import type { Moment } from '../moment.js';
import type {
  AuditAsked,
  AuditEvent,
  AuditGroup,
  AuditPeriod,
  AuditRange,
  AuditRefusal,
  EventFilter,
  RefusalFilter,
  RuleCursor,
  RuleFilter,
  RuleNotKept,
} from './audit-queries.js';
import type { SearchedWord } from '../search/search-words.js';
import type { Revision } from './event-store.js';
import type {
  Age,
  AgesQuery,
  Flow,
  FlowQuery,
  LedgerChange,
  LedgerChangesQuery,
  LedgerCounters,
  Move,
  MovesQuery,
} from './ledger-queries.js';
import type { ListCell } from '../projections/case-cell.js';
import type { Position } from './position.js';
import type { ListedProposal, ProposalsQuery } from './proposal-queries.js';
import type { Row, TableDefinition, Value } from './view-store.js';

/**
 * What can be asked of the live views. An adapter answers each question in the way that suits its database.
 *
 * Texts are ordered as `compareText` orders them. A page begins behind a cursor, whatever has changed since. A question
 * of the present (`listCases`, `countCases`, `listedCase`, `inbox`, `passedDeadlines`, `lastPassed`, `proposals`, `ledger` without a
 * moment) costs the same however many cases there are; in a list that several periods or words narrow together, or that
 * they narrow in an order by state or officer, each case may be looked at that one of them finds. Such a list and the
 * other questions may take long; an adapter that answers in the thread of the caller has another thread answer those where
 * it can, so that they hold up nobody.
 *
 * Each question is of one committed state of a view, or of one that followed it while the question was answered.
 * @throws StoreUnavailableError  a view has never been filled, or the store does not answer
 * @throws ViewsDamagedError
 */
export interface ViewQueries {
  /** Cases as they are now. */
  listCases(query: CaseListQuery): Promise<CasePage>;

  /** How many cases `listCases` has in all of its pages. */
  countCases(filter: CaseFilter): Promise<Total>;

  /** How many of these cases each officer has in each cell, exactly; groups without a case are left out. */
  caseGroups(filter: CaseFilter): Promise<readonly CaseGroup[]>;

  /** Cases as they were at a past moment, by reference. `assignee`, `updatedAt` and `due` are null: no view keeps their past. */
  listCasesAt(moment: Moment, query: PastCaseListQuery): Promise<CasePage>;

  /** How many cases of such a list are in each cell, exactly. No officer and no deadline is known of them. */
  caseGroupsAt(moment: Moment, query: PastCasesQuery): Promise<readonly CaseGroup[]>;

  /** One case as it is now; `undefined` while the views have not seen it. */
  listedCase(caseId: string): Promise<ListedCase | undefined>;

  /** A page of the deadlines that run, the most urgent first, then by case and name. */
  inbox(query: InboxQuery): Promise<readonly InboxItem[]>;

  /** A page of the deadlines due at `now` or before, the oldest first, whichever role has to act. */
  passedDeadlines(query: PassedDeadlinesQuery): Promise<readonly PassedDeadline[]>;

  /** The date of the deadline that was the last to pass before `now`; null when none has. */
  lastPassed(now: Instant): Promise<Instant | null>;

  /** Events over all cases, by position. */
  auditEvents(filter: EventFilter, range: AuditRange): Promise<readonly AuditEvent[]>;

  /** Refused commands over all cases, by position. */
  refusals(filter: RefusalFilter, range: AuditRange): Promise<readonly AuditRefusal[]>;

  /** Rules that events did not keep, over all cases, by position and then by rule. */
  rulesNotKept(filter: RuleFilter, range: AuditRange<RuleCursor>): Promise<readonly RuleNotKept[]>;

  /** How many lines a part of the log has with a filter. Where counters do not have the number, up to `countedMax`. */
  countAudit(asked: AuditAsked): Promise<Total>;

  /** How many of these lines have which values in all facets of their part, exactly. */
  auditGroups(asked: AuditAsked): Promise<readonly AuditGroup[]>;

  /** Since when the first and the last of these lines are known; `undefined` where there is none. */
  auditPeriod(asked: AuditAsked): Promise<AuditPeriod | undefined>;

  /** How many of these lines became known between one moment and the next, for each two neighbours, exactly. */
  auditCounts(asked: AuditAsked, moments: readonly Instant[]): Promise<readonly number[]>;

  /** A page of what waits for a second person or did, by the date on which it expires, then by id. */
  proposals(query: ProposalsQuery): Promise<readonly ListedProposal[]>;

  /** The counters of a workflow's ledger now, or at a past moment. */
  ledger(query: { readonly workflow: string; readonly moment?: Moment | undefined }): Promise<LedgerCounters>;

  /** What changed in each part of a period, by the time at which it happened. */
  ledgerChanges(query: LedgerChangesQuery): Promise<readonly LedgerChange[]>;

  /** A page of the rows of a view that a workflow declares. */
  declaredRows(query: DeclaredRowsQuery): Promise<readonly Row[]>;

  /**
   * How many cases went from which innermost state to which between two moments, those that stayed included; the most
   * frequent first, then by state. Narrowed by place and tags of the second moment.
   */
  flows(query: FlowQuery): Promise<readonly Flow[]>;

  /** For how long cases had been in their state at a moment. */
  ages(query: AgesQuery): Promise<readonly Age[]>;

  /** The changes of cell in a period, those within one state included. */
  moves(query: MovesQuery): Promise<readonly Move[]>;
}

/** Which codes of which tags: one of the codes of each tag. */
export type AskedTags = Readonly<Record<string, readonly string[]>>;

/** Which cells of the ledger are meant (`readCaseCell`). What is left out does not narrow. */
export interface CellFilter {
  readonly workflow?: string | undefined;
  /** As dotted paths; their sub-states belong to them. */
  readonly states?: readonly string[] | undefined;
  readonly leaves?: AskedLeaves | undefined;
  readonly place?: string | undefined;
  readonly outcome?: string | undefined;
  readonly tags?: AskedTags | undefined;
}

/** Innermost states as dotted paths, by workflow: a case is in one of those of its workflow. */
export type AskedLeaves = Readonly<Record<string, readonly string[]>>;

/** Some cells of a workflow, by which a reader sees cases. */
export interface CellScope {
  readonly workflow: string;
  /** As dotted paths; their sub-states belong to them. Left out: in any. */
  readonly states?: readonly string[] | undefined;
  /** Only at this place, or at one that is none of the units. */
  readonly unit?: { readonly at: string; readonly units: readonly string[] } | undefined;
}

/** Cases that are in one of some cells now and, where that is said, belong to one person. */
export interface VisiblePart {
  readonly cells: readonly CellScope[];
  readonly assignee?: string | undefined;
  /** Opened by an actor since a moment. At most the newest `openedMax` of them are found. */
  readonly opened?: { readonly by: string; readonly since: Instant } | undefined;
}

/** The cases that a reader sees: those of all these parts. Whatever is asked, no other case is in the answer. */
export type VisibleCases = readonly VisiblePart[];

/** How many cases that a person opened are looked at. */
export const openedMax = 5000;

/** Which cases to list. What is left out does not narrow. */
export interface CaseFilter extends CellFilter {
  readonly visible?: VisibleCases | undefined;
  readonly caseIds?: readonly string[] | undefined;
  /** As `wordsSearched` makes them; a case must be found by each. Left out: by none. */
  readonly words?: readonly SearchedWord[] | undefined;
  /** Null: cases of nobody. */
  readonly assignee?: string | null | undefined;
  /** Of each of these one runs. */
  readonly running?: readonly AskedDeadlines[] | undefined;
  /** The earliest date that runs is at this moment or later. */
  readonly dueFrom?: Instant | undefined;
  /** The earliest date that runs is before then. */
  readonly dueBefore?: Instant | undefined;
  /** In its state since this moment or later. */
  readonly sinceFrom?: Instant | undefined;
  /** In its state since before then. */
  readonly sinceBefore?: Instant | undefined;
  /** The last event was recorded at this moment or later. */
  readonly updatedFrom?: Instant | undefined;
}

/** Names of deadlines, by workflow. */
export type AskedDeadlines = Readonly<Record<string, readonly string[]>>;

/** What the cases of a past moment can be narrowed by. */
export type PastCaseFilter = CellFilter &
  Pick<CaseFilter, 'visible' | 'caseIds' | 'words' | 'sinceFrom' | 'sinceBefore'>;

export const caseSorts = [
  ...(['reference', 'due', 'since', 'updated'] as const),
  ...(['subject', 'subjectArabic', 'state', 'assignee'] as const),
] as const;
export type CaseSort = (typeof caseSorts)[number];

/** Whether a list in this order is compared by instants. */
export const isByInstant = (by: CaseSort): boolean => by === 'due' || by === 'since' || by === 'updated';

/**
 * Cases that are equal in it follow each other by id, in the same direction; those of one state or of one officer by
 * reference, then by id. Without a due date they come last in `due`. A subject is compared by the letters alone: without
 * accents and vowel signs, in small letters. States are compared as dotted paths; cases of nobody are before those of
 * officers.
 */
export interface CaseOrder {
  readonly by: CaseSort;
  readonly descending: boolean;
}

/**
 * Where a case stands in its list: the value it is sorted by, and its id. A page begins behind it whatever has changed
 * since, so in an order that never changes, such as by reference, no case is left out or shown twice.
 */
export interface CaseCursor {
  readonly key: string | number;
  /** Its reference, where those that are equal in the key follow each other by that. */
  readonly then?: string | undefined;
  readonly caseId: string;
}

export interface CaseListQuery {
  readonly filter: CaseFilter;
  readonly limit: number;
  readonly after?: CaseCursor | undefined;
  /** Left out: by reference. */
  readonly order?: CaseOrder | undefined;
  /** Nobody is told how many there are: the total need not be counted. */
  readonly uncounted?: boolean | undefined;
}

/** Where cases were at a moment before that of their list. */
export interface EarlierState {
  readonly workflow: string;
  /** In the clock of the list. */
  readonly at: Instant;
  /** A dotted path; its sub-states belong to it. Null: nowhere yet. */
  readonly state: string | null;
}

/** Which way cases went in a period that ends with the moment of their list. */
export interface MovedCases {
  readonly workflow: string;
  /** In the clock of the list; what happened at this moment is left out. */
  readonly after: Instant;
  /** Innermost states, as dotted paths. */
  readonly from: string;
  readonly to: string;
}

export interface PastCaseListQuery {
  readonly filter: PastCaseFilter;
  readonly earlier?: EarlierState | undefined;
  readonly moved?: MovedCases | undefined;
  readonly limit: number;
  readonly after?: CaseCursor | undefined;
  readonly descending?: boolean | undefined;
}
export type PastCasesQuery = Pick<PastCaseListQuery, 'filter' | 'earlier' | 'moved'>;

/** One case of a list, now or at a past moment. */
export interface ListedCase {
  /** What the reader may not see of it; nothing, when it is left out itself. */
  readonly withheld?: readonly Withheld[] | undefined;
  readonly caseId: string;
  readonly workflow: string;
  readonly reference: string;
  readonly subject: { readonly latin: string; readonly arabic: string } | null;
  readonly state: string;
  /** The innermost state as a dotted path; null for a state without sub-states. */
  readonly subState: string | null;
  readonly place: string | null;
  readonly outcome: string | null;
  readonly tags: Tags;
  readonly assignee: string | null;
  readonly since: Instant;
  /** When its last event was recorded; null at a past moment. */
  readonly updatedAt: Instant | null;
  readonly revision: number;
  /** The deadlines that run, by name; null at a past moment. */
  readonly due: Readonly<Record<string, Instant>> | null;
}

/** How many there are: exactly, or at least so many. */
export interface Total {
  readonly value: number;
  readonly relation: 'eq' | 'gte';
}

/** The cases of one officer, or of nobody, in one cell. */
export interface CaseGroup {
  readonly cell: ListCell;
  readonly assignee: string | null;
  readonly cases: number;
}

/** Up to so many cases are counted one by one. Where counters have the number, it is exact, however large. */
export const countedMax = 10_000;

export interface CasePage {
  readonly cases: readonly ListedCase[];
  /** Where the next page begins; null at the end. */
  readonly next: CaseCursor | null;
  readonly total: Total;
}

export interface InboxFilter {
  readonly visible?: VisibleCases | undefined;
  readonly workflow?: string | undefined;
  readonly role?: string | undefined;
  readonly assignee?: string | undefined;
  /** Only those of this name. */
  readonly deadline?: string | undefined;
  readonly dueBefore?: Instant | undefined;
  /** Only of cases whose last event was recorded at this moment or before. */
  readonly quietSince?: Instant | undefined;
}

/** Where a page of deadlines begins: behind this deadline of this case. */
export interface DeadlineCursor {
  readonly dueAt: Instant;
  readonly caseId: string;
  readonly deadline: string;
}

export interface InboxQuery {
  readonly filter: InboxFilter;
  /** What is due by then is overdue. */
  readonly now: Instant;
  readonly limit: number;
  readonly after?: DeadlineCursor | undefined;
}

/** Something that must happen by a date, with the case it belongs to. */
export interface InboxItem {
  readonly caseId: string;
  readonly workflow: string;
  readonly reference: string;
  readonly deadline: string;
  /** The role that has to act. */
  readonly role: string;
  readonly dueAt: Instant;
  readonly overdue: boolean;
  /** The innermost state as a dotted path. */
  readonly state: string;
  readonly place: string | null;
  readonly assignee: string | null;
}

export interface PassedDeadlinesQuery {
  readonly now: Instant;
  readonly limit: number;
  readonly after?: DeadlineCursor | undefined;
}

/** A deadline that has passed. */
export interface PassedDeadline {
  readonly caseId: string;
  readonly workflow: string;
  readonly deadline: string;
  readonly dueAt: Instant;
  /** The revision of the event since which it runs with this date. */
  readonly sinceRevision: Revision;
  /** The last event of its case that the view knows: its position, and when it was recorded. */
  readonly position: Position;
  readonly touchedAt: Instant;
}

/** Rows whose value in a column is in a range, both ends included. A row without a value is in none. Without ends it narrows nothing. */
export interface ColumnRange {
  readonly column: string;
  readonly from?: Value | undefined;
  readonly to?: Value | undefined;
}

/** By which column rows are ordered. Those that are equal in it follow each other by the key of their table. */
export interface RowOrder {
  /** Left out: by the key alone. Otherwise a column that leads an index. */
  readonly by?: string | undefined;
  readonly descending: boolean;
}

export interface DeclaredRowsQuery {
  /** As `declaredTable` defines it. */
  readonly table: TableDefinition;
  readonly where: readonly ColumnRange[];
  /** Only rows of these cases; of any, when it is left out. */
  readonly visible?: VisibleCases | undefined;
  /** Rows without a value in the column come last, whichever way the others are ordered. */
  readonly order: RowOrder;
  readonly limit: number;
  /** What the last row of the page before has in the columns of its order (`orderColumns`). */
  readonly after?: readonly Value[] | undefined;
}

/** The columns that rows are ordered by: the one that is asked for, then those of the key. */
export const orderColumns = ({ key }: TableDefinition, { by }: RowOrder): readonly string[] =>
  by === undefined ? key : [by, ...key.filter((name) => name !== by)];
