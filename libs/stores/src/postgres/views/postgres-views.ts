import {
  StoreReadOnlyError,
  StoreUnavailableError,
  type Generation,
  type Key,
  type Lease,
  type Leases,
  type Row,
  type ScanRange,
  type TableDefinition,
  type ViewBatch,
  type ViewDefinition,
  type ViewQueries,
  type ViewsAtOnce,
  type ViewStore,
} from '@safeconduct/engine';
import { withInstants } from '../../queries/coded-columns.js';
import type { Database } from '../database.js';
import type { ListLimits } from '../../queries/case-keys.js';
import { postgresQueries } from '../queries/postgres-queries.js';
import { isNoColumn, isNoTable, ofDriver, prepareViews, refuseOtherFormat, viewsFormat } from './format.js';
import { generationColumns, generationOf, type GenerationRow } from './generation-row.js';
import { PostgresLeases } from './leases.js';
import { scanRows } from './scan-rows.js';
import { inSchema, viewsSchema } from './table-sql.js';
import { ViewReader } from './view-reader.js';
import { ViewWriter } from './view-writer.js';

export interface PostgresViewsOptions {
  /** Belongs to the caller, who closes it after the views. */
  readonly database: Database;
  /** Whose role makes the schema, where that of the database may not. The tables belong to that of the database. */
  readonly migrationUrl?: string | undefined;
  /** `read` makes and changes nothing. Left out: `write`. */
  readonly mode?: 'write' | 'read' | undefined;
  /** How many cases are looked up or counted one by one. For tests; left out: what was measured to be best. */
  readonly limits?: Partial<ListLimits> | undefined;
}

/**
 * The read models in the schema `safeconduct_views` of a database. Several processes read while one writes: the one that
 * has the lease. Views in an older form are made again, empty; those of a later release are refused. Opens nothing: the
 * schema is made by the first call that needs it, and made again when somebody removed it.
 */
export const openPostgresViews = (options: PostgresViewsOptions): ViewStore => new PostgresViews(options);

class PostgresViews implements ViewStore {
  readonly howToRemove = `drop the schema ${viewsSchema} of the database (DROP SCHEMA ${viewsSchema} CASCADE)`;
  readonly queries: ViewQueries;
  readonly leases: Leases;
  readonly #database: Database;
  readonly #migrationUrl: string | undefined;
  readonly #isReader: boolean;
  readonly #reader: ViewReader;
  readonly #writer: ViewWriter;
  #prepared: Promise<void> | undefined;
  #closed = false;

  constructor({ database, migrationUrl, mode = 'write', limits }: PostgresViewsOptions) {
    this.#database = database;
    this.#migrationUrl = migrationUrl;
    this.#isReader = mode === 'read';
    this.#reader = new ViewReader(database, () => {
      this.#refuseIfClosed();
    });
    this.#writer = new ViewWriter(database);
    this.queries = postgresQueries(this.#reader, limits);
    this.leases = new PostgresLeases((statement) => this.#write(() => database.query(statement)));
  }

  async generations(): Promise<readonly Generation[]> {
    this.#refuseIfClosed();
    if (!this.#isReader) await this.#prepare();
    try {
      const rows = await this.#database.raw<Listed>({ text: allGenerations });
      if (rows.some(({ format }) => format !== viewsFormat)) return await this.#otherFormat();
      return rows.flatMap(generationIn);
    } catch (error) {
      if (!isNoTable(error) && !isNoColumn(error)) throw this.#reader.translated(error);
      return this.#otherFormat();
    }
  }

  async scan(table: TableDefinition, range: ScanRange): Promise<readonly Row[]> {
    const how = { views: [table.name], how: 'walk' } as const;
    const rows = await this.#reader.oneState(how, (query) => query<Row>(scanRows(table, range)));
    return withInstants(table, rows);
  }

  atOnce<Result>(
    definitions: readonly ViewDefinition[],
    work: (views: ViewsAtOnce) => Promise<Result>,
  ): Promise<Result> {
    const views = definitions.flatMap(({ tables }) => tables.map(({ name }) => name));
    return this.#reader.oneState({ views, how: 'walk', isLong: true }, (query) =>
      work({
        generations: async () => (await query<Listed>({ text: allGenerations })).flatMap(generationIn),
        scan: async (table, range) => withInstants(table, await query<Row>(scanRows(table, range))),
      }),
    );
  }

  begin(view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.#write(() => this.#writer.begin(view, lease));
  }

  fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]> {
    return this.#write(() => this.#writer.fetch(generation, table, keys));
  }

  commit(generation: Generation, view: ViewDefinition, batch: ViewBatch): Promise<Generation> {
    return this.#write(() => this.#writer.commit(generation, view, batch));
  }

  promote(generation: Generation, view: ViewDefinition, lease?: Lease): Promise<Generation> {
    return this.#write(() => this.#writer.promote(generation, view, lease));
  }

  close(): Promise<void> {
    this.#closed = true;
    return Promise.resolve();
  }

  /** None, when the views are not there. Whoever writes looks again the next time, and makes them. */
  async #otherFormat(): Promise<readonly Generation[]> {
    this.#prepared = undefined;
    await refuseOtherFormat(this.#database);
    return [];
  }

  async #write<Result>(work: () => Promise<Result>): Promise<Result> {
    this.#refuseIfClosed();
    if (this.#isReader) throw new StoreReadOnlyError(this.#database.name);
    await this.#prepare();
    try {
      return await work();
    } catch (error) {
      if (!isNoTable(ofDriver(error))) throw error;
      this.#prepared = undefined;
      throw new StoreUnavailableError(
        this.#database.name,
        `the views were removed from schema ${viewsSchema}; they are made again from the log`,
        ofDriver(error),
      );
    }
  }

  /** Once; after a failure again. */
  #prepare(): Promise<void> {
    this.#prepared ??= prepareViews(this.#database, this.#migrationUrl).catch((error: unknown) => {
      this.#prepared = undefined;
      throw error;
    });
    return this.#prepared;
  }

  #refuseIfClosed(): void {
    if (this.#closed) throw new StoreUnavailableError(this.#database.name, 'the store is closed');
  }
}

/** A generation, or none, with the format of all of it. */
type Listed = { readonly format: number } & (GenerationRow | { readonly number: null });

const generationIn = (row: Listed): readonly Generation[] => (row.number === null ? [] : [generationOf(row)]);

const allGenerations = `SELECT format.number AS format, generation.* FROM ${inSchema('format')} AS format
  LEFT JOIN (SELECT ${generationColumns} FROM ${inSchema('generation')}) AS generation ON true
  ORDER BY generation.number`;
