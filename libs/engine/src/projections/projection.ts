import type { CaseEvent, RefusalEvent } from '../events/case-event.js';
import type { ProposalEvent } from '../events/proposal-event.js';
import type { TermTokens } from '../search/term-tokens.js';
import type { Instant } from '@safeconduct/workflow';
import type { Key, RowOf, TableDefinition, ViewDefinition } from '../ports/view-store.js';

/** The rows a batch works on. What is read must have been announced by `reads`. */
export interface Rows {
  get<Table extends TableDefinition>(table: Table, key: Key): RowOf<Table> | undefined;
  put<Table extends TableDefinition>(table: Table, row: RowOf<Table>): void;
  remove(table: TableDefinition, key: Key): void;
  /** Puts a row that no other event puts, reads or removes, so that it need not be found again. */
  append<Table extends TableDefinition>(table: Table, row: RowOf<Table>): void;
  /** Adds to the only column that a table has beside its key; a row that does not exist starts at 0. */
  add(table: TableDefinition, key: Key, change: number): void;
}

/** The index of an event in the log, as a view counts it, and since when it is known. */
export interface LogIndex {
  /** How many events there are up to this one, it included. Dense, unlike positions. */
  readonly ordinal: number;
  /**
   * The latest recorded time up to this event, it included. The clocks of a store may differ between streams, so an event
   * can have an earlier recorded time than one before it. It counts as known since this time: then what was known at a
   * moment is always the log up to some event.
   */
  readonly knownAt: Instant;
}

/** What a projection is given beside an event. */
export interface ProjectionContext extends LogIndex {
  /** The keyed hashes that stand for personal terms by which a case is searched. */
  readonly tokens: TermTokens;
}

/** Code that turns events into rows. Pure: rows follow from the events and from nothing else. */
export type Projection = CaseProjection | RefusalProjection | ProposalProjection;

/** A projection of the events of cases. */
export interface CaseProjection extends ProjectionOf<CaseEvent> {
  readonly source?: 'cases';
}

/** A projection of what cases refused. */
export interface RefusalProjection extends ProjectionOf<RefusalEvent> {
  readonly source: 'refusals';
}

/** A projection of what waits for a second person, and of the steps in cases that came of it. */
export interface ProposalProjection extends ProjectionOf<ProposalEvent | CaseEvent> {
  readonly source: 'proposals';
}

/** What all projections have. */
export interface ProjectionOf<Event> {
  readonly view: ViewDefinition;
  /** The rows `apply` will read for an event. */
  reads(event: Event): readonly { readonly table: TableDefinition; readonly key: Key }[];
  apply(event: Event, rows: Rows, context: ProjectionContext): void;
  /** The further rows that a sum counts in. Asked once a batch for each row that was added to, not for each event. */
  readonly wider?: (table: TableDefinition, key: Key) => readonly Key[];
}
