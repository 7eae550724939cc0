import type { Workflow } from '@safeconduct/workflow';
import type { RecordedEvent } from '../ports/event-store.js';
import type { Key, RowOf, TableDefinition, ViewDefinition } from '../ports/view-store.js';

/** An event of a case, or a refusal of one, as projections see it. */
export interface ProjectedEvent {
  readonly recorded: RecordedEvent;
  readonly caseId: string;
  readonly workflow: Workflow;
  /** The data in its current shape. Parsed on first use, because most projections do without. */
  readonly data: () => unknown;
}

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

export type EventSource = 'cases' | 'refusals';

/** Code that turns events into rows. Pure: rows follow from the events and from nothing else. */
export interface Projection {
  readonly view: ViewDefinition;
  /** Which events it sees: those of the cases, or what the cases refused. Left out: of the cases. */
  readonly source?: EventSource;
  /** The rows `apply` will read for an event. */
  reads(event: ProjectedEvent): readonly { readonly table: TableDefinition; readonly key: Key }[];
  apply(event: ProjectedEvent, rows: Rows): void;
  /** The further rows that a sum counts in. Asked once a batch for each row that was added to, not for each event. */
  readonly wider?: (table: TableDefinition, key: Key) => readonly Key[];
}
