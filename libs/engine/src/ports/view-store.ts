import type { Instant } from '@safeconduct/workflow';
import type { Kysely } from 'kysely';
import type { ViewTables } from '../projections/view-tables.js';
import type { Position } from './position.js';

/** `?` may be null. Integers stay below 2^53. */
export type ColumnType = 'text' | 'text?' | 'integer' | 'integer?';
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

/** A table of a view. */
export interface TableDefinition {
  readonly name: keyof ViewTables;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Of the rows whose first column has a value. */
  readonly indexes: readonly (readonly string[])[];
}

/** A view: its tables, filled by one projection under one checkpoint. Raising `version` rebuilds it. */
export interface ViewDefinition {
  readonly name: string;
  readonly version: number;
  readonly tables: readonly TableDefinition[];
}

/**
 * One filling of a view. A view has at most one live generation, which queries see, and at most one that is being
 * built beside it.
 */
export interface Generation {
  readonly view: string;
  readonly number: number;
  readonly version: number;
  readonly live: boolean;
  /** Everything up to here is in the rows. */
  readonly checkpoint: Position;
  /** When the event at the checkpoint was recorded; null before the first. */
  readonly recordedAt: Instant | null;
}

/** What a batch does to one table: it removes, then puts, then adds. */
export interface TableChanges {
  readonly table: string;
  /** Whole rows, inserted or replaced by key. */
  readonly put: readonly Row[];
  /** Keys, in the order of the table's key columns. */
  readonly remove: readonly (readonly Value[])[];
  /** Rows of sums: every column beside the key is added to that of the row there is, or to 0. */
  readonly add: readonly Row[];
}

/** One batch of a projection. */
export interface ViewBatch {
  readonly from: Position;
  readonly to: Position;
  readonly recordedAt: Instant;
  readonly changes: readonly TableChanges[];
}

/**
 * The read models. They can be thrown away at any time and made again from the log.
 *
 * Tables are created under a name with the generation's number; queries use the plain table name, which leads to the
 * live generation. Methods that write belong to one projection runner per store.
 */
export interface ViewStore {
  /** Typed reads of the live generations. Nobody writes through it. */
  readonly query: Kysely<ViewTables>;

  /**
   * The same for questions that may take long: where the store can, a thread of its own answers them, one after the other,
   * so that they do not hold up whoever asks something short. Errors have the same codes.
   */
  readonly queryAside: Kysely<ViewTables>;

  /** What an operator does to have all views made from the log again, as the middle of a sentence. */
  readonly howToRemove: string;

  /** Every generation of every view. */
  generations(): Promise<readonly Generation[]>;

  /** Starts a new generation at checkpoint 0. One that was being built before is thrown away. */
  begin(view: ViewDefinition): Promise<Generation>;

  /** Rows of a generation by key, for a batch to start from; keys without a row are left out. */
  fetch(
    generation: Generation,
    table: TableDefinition,
    keys: readonly (readonly Value[])[],
  ): Promise<readonly Row[]>;

  /**
   * Writes the rows and the checkpoint together: a crash repeats the batch, never skips it.
   * @returns the generation with its new checkpoint
   * @throws CheckpointConflictError  the checkpoint is not at `batch.from`: another runner is at work; nothing was written
   */
  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation>;

  /** Makes a generation the live one and drops the one before, in one transaction. */
  promote(generation: Generation, view: ViewDefinition): Promise<Generation>;

  close(): Promise<void>;
}
