import type { Instant } from '@safeconduct/workflow';
import type { Lease, Leases } from './leases.js';
import type { Position } from './position.js';
import type { ViewQueries } from './view-queries.js';

/**
 * What a column holds; `?` may be null. Integers stay below 2^53. Three kinds of texts can be kept as numbers, which are
 * shorter: a `name` is one of few texts (a type, a state, an actor), a `case` is the id of a case, and an `instant` is an
 * `Instant`. How they are kept is a matter of the adapter: whoever puts a row or gets one has the texts.
 */
export type ColumnType =
  'text' | 'text?' | 'integer' | 'integer?' | 'name' | 'name?' | 'case' | 'instant' | 'instant?';
export type Value = string | number | null;
export type Row = Readonly<Record<string, Value>>;

export type Columns = Readonly<Record<string, ColumnType>>;
/** Values of a table's key columns, in their order. */
export type Key = readonly Value[];

/** A table of a view. */
export interface TableDefinition {
  readonly name: string;
  readonly columns: Columns;
  /** Columns of the primary key. */
  readonly key: readonly string[];
  /** Of the rows whose first column has a value. */
  readonly indexes: readonly (readonly string[])[];
}

/** A table whose name and columns the compiler knows, so that the type of its rows follows from it. */
export interface DefinedTable<Name extends string, Named extends Columns> extends TableDefinition {
  readonly name: Name;
  readonly columns: Named;
}

/** Defines a table. Key and indexes can only name columns that it has. */
export const defineTable = <const Name extends string, const Named extends Columns>(
  table: DefinedTable<Name, Named> & {
    readonly key: readonly (keyof Named)[];
    readonly indexes: readonly (readonly (keyof Named)[])[];
  },
): DefinedTable<Name, Named> => table;

interface ValueOf {
  readonly text: string;
  readonly 'text?': string | null;
  readonly integer: number;
  readonly 'integer?': number | null;
  readonly name: string;
  readonly 'name?': string | null;
  readonly case: string;
  readonly instant: Instant;
  readonly 'instant?': Instant | null;
}

/** A row of a table. */
export type RowOf<Table extends TableDefinition> = {
  readonly [Name in keyof Table['columns']]: ValueOf[Table['columns'][Name]];
};

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
  /** How many events of the log it has taken, those included that no row came from. */
  readonly taken: number;
  /** The latest recorded time of these events; null before the first. */
  readonly latestAt: Instant | null;
}

/** What a batch does to one table: it removes, then puts, then adds. In each of the three a key occurs once. */
export interface TableChanges {
  readonly table: string;
  /** Whole rows, inserted or replaced by key. */
  readonly put: readonly Row[];
  readonly remove: readonly Key[];
  /** Rows of sums: every column beside the key is added to that of the row there is, or to 0. */
  readonly add: readonly Row[];
}

/** A page of a table. */
export interface ScanRange {
  readonly limit: number;
  /** The key of the last row of the page before. */
  readonly after?: Key | undefined;
}

/** One batch of a projection. */
export interface ViewBatch {
  readonly from: Position;
  readonly to: Position;
  readonly recordedAt: Instant;
  /** How many events the generation has taken with this batch, and the latest recorded time of them. */
  readonly taken: number;
  readonly latestAt: Instant;
  readonly changes: readonly TableChanges[];
  /**
   * A person was erased: what these changes remove or replace must not stay in the files of the store either, within
   * seconds, as far as the store can promise that.
   */
  readonly forgets?: boolean | undefined;
  /** The lease under which it is written; left out by who is alone. */
  readonly lease?: Lease | undefined;
}

/** The live generations as they are at one moment. */
export type ViewsAtOnce = Pick<ViewStore, 'generations' | 'scan'>;

/**
 * The read models. They can be thrown away at any time and made again from the log.
 *
 * Tables belong to a generation; queries see those of the live one. Methods that write belong to one projection runner
 * per store. Where several processes could be that one, each writes under a lease of this store, and a write under a
 * lease whose epoch is over is refused with `LeaseLostError`; nothing is written.
 */
export interface ViewStore {
  /** What can be asked of the live generations. */
  readonly queries: ViewQueries;

  /** Who may write. */
  readonly leases: Leases;

  /**
   * A page of whole rows of a table's live generation, in the order of its key: numbers by value, texts as `compareText`
   * orders them, whatever they are kept as. Each row has the columns of the definition, in their order.
   * @throws StoreUnavailableError  no generation of it has ever been live
   */
  scan(table: TableDefinition, range: ScanRange): Promise<readonly Row[]>;

  /**
   * Lets `work` read views as they are at one moment, whatever is committed and promoted meanwhile. The store keeps what was
   * there as long as that takes, so it should not be long. `work` may be called once more, at a later moment.
   * @param views  those that are scanned; each has a live generation
   * @throws StoreUnavailableError, and what `work` throws
   */
  atOnce<Result>(
    views: readonly ViewDefinition[],
    work: (views: ViewsAtOnce) => Promise<Result>,
  ): Promise<Result>;

  /** What an operator does to have all views made from the log again, as the middle of a sentence. */
  readonly howToRemove: string;

  /** Every generation of every view. */
  generations(): Promise<readonly Generation[]>;

  /**
   * Starts a new generation at `logStart`. One that was being built before is thrown away.
   * @throws LeaseLostError
   */
  begin(view: ViewDefinition, lease?: Lease): Promise<Generation>;

  /** Rows of a generation by key, in the order of the keys, for a batch to start from; keys without a row are left out. */
  fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]>;

  /**
   * Writes the rows and the checkpoint together: a crash repeats the batch, never skips it.
   * @returns the generation with its new checkpoint
   * @throws CheckpointConflictError  the checkpoint is not at `batch.from`: another runner is at work; nothing was written
   * @throws LeaseLostError  `batch.lease` is over
   */
  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation>;

  /**
   * Makes a generation the live one and drops the one before, in one transaction.
   * @throws LeaseLostError
   */
  promote(generation: Generation, view: ViewDefinition, lease?: Lease): Promise<Generation>;

  close(): Promise<void>;
}
