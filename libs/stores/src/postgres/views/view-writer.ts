import {
  CheckpointConflictError,
  positionOf,
  type Generation,
  type Key,
  type Lease,
  type Position,
  type Row,
  type TableChanges,
  type TableDefinition,
  type ViewBatch,
  type ViewDefinition,
} from '@safeconduct/engine';
import { withInstants } from '../../queries/coded-columns.js';
import type { Database, Statement, TransactionQuery } from '../database.js';
import { storeError } from '../store-error.js';
import { Dictionary } from './dictionary.js';
import { isNoTable } from './format.js';
import { generationColumns, generationOf, type GenerationRow } from './generation-row.js';
import { dropGenerations, oneAtATime, switchViews } from './generation-tables.js';
import { holdLease } from './leases.js';
import { giveNumbers, keyArrays, runAhead, statementsOf, type Dictionaries } from './table-changes.js';
import { createIndexes, createTable, fetchRows, inSchema, physicalTable } from './table-sql.js';

/** A batch of many thousand events takes some seconds. */
const batchDeadlineMs = 60_000;

/** Sorting the indexes of a large view. */
const indexDeadlineMs = 60 * 60_000;

/**
 * The flush of each commit is saved, because the log can make the views again: a power cut may cost the last batches. A
 * process that stands still in the middle of a batch loses its transaction, so that its successor need not wait for it.
 */
const ofBatch: Statement = {
  text: 'SET LOCAL synchronous_commit = off; SET LOCAL idle_in_transaction_session_timeout = 10000',
};

interface Advanced extends GenerationRow {
  readonly incarnation: string;
}

/** Writes views. Who projects writes; several processes may try, and each write is refused to all but one. */
export class ViewWriter {
  readonly #dictionaries: Dictionaries = {
    known_case: new Dictionary('known_case'),
    known_name: new Dictionary('known_name'),
  };
  /** Of the schema that the dictionaries are of. */
  #incarnation: string | undefined;

  readonly #query: TransactionQuery = (statement) => this.database.query(statement);

  constructor(private readonly database: Database) {}

  /** Starts a generation, without secondary indexes, in place of one that was being built. */
  begin(view: ViewDefinition, lease: Lease | undefined): Promise<Generation> {
    return this.database.transaction(async (query) => {
      await query(ofBatch);
      await holdLease(query, lease);
      await oneAtATime(query, view.name);
      await dropGenerations(query, { view: view.name, live: false });
      const [row] = await query<GenerationRow>({
        text: `INSERT INTO ${inSchema('generation')} (view, version) VALUES ($1, $2)
          RETURNING ${generationColumns}`,
        values: [view.name, view.version],
      });
      const begun = generationOf(row as GenerationRow);
      for (const table of view.tables) await query({ text: createTable(table, begun) });
      return begun;
    });
  }

  /** @throws CheckpointConflictError  the generation was thrown away by another runner */
  async fetch(generation: Generation, table: TableDefinition, keys: readonly Key[]): Promise<readonly Row[]> {
    if (keys.length === 0) return [];
    try {
      const rows = await this.database.raw<Row>({
        text: fetchRows(table, generation),
        values: keyArrays(keys, table),
      });
      return withInstants(table, rows);
    } catch (error) {
      if (isNoTable(error)) throw await conflict(this.#query, generation, generation.checkpoint);
      throw storeError(this.database.name, error);
    }
  }

  /**
   * Rows and checkpoint, together.
   * @throws CheckpointConflictError  the checkpoint is elsewhere; nothing was written
   * @throws LeaseLostError
   */
  async commit(generation: Generation, { tables }: ViewDefinition, batch: ViewBatch): Promise<Generation> {
    try {
      return await this.database.transaction(
        async (query) => {
          await query(ofBatch);
          await holdLease(query, batch.lease);
          const advanced = await this.#advance(query, generation, batch);
          const changed = batch.changes.map((changes) => ({ table: tableIn(tables, changes), changes }));
          await giveNumbers(query, this.#dictionaries, changed);
          await runAhead(query, statementsOf(changed, this.#dictionaries, generation));
          return advanced;
        },
        { deadlineMs: batchDeadlineMs },
      );
    } catch (error) {
      for (const dictionary of Object.values(this.#dictionaries)) dictionary.forget();
      throw error;
    }
  }

  /**
   * Makes a generation live. Its secondary indexes are built now, each by one sort over all rows: keeping them up to
   * date while the rows came in would have cost several times as much. Queries go on with the old generation meanwhile.
   * @throws CheckpointConflictError  it was thrown away by another runner
   * @throws LeaseLostError
   */
  async promote(generation: Generation, view: ViewDefinition, lease: Lease | undefined): Promise<Generation> {
    await this.database.transaction((query) => holdLease(query, lease));
    for (const text of createIndexes(view, generation)) await this.#onTables(generation, text);
    // So that the first queries are planned for what is there.
    for (const table of view.tables)
      await this.#onTables(generation, `ANALYZE ${physicalTable(table, generation)}`);
    return switchViews(this.database, { generation, view, lease });
  }

  /** A statement on the tables of a generation that nobody reads yet. */
  async #onTables(generation: Generation, text: string): Promise<void> {
    try {
      await this.database.raw({ text }, { deadlineMs: indexDeadlineMs });
    } catch (error) {
      if (isNoTable(error)) throw await conflict(this.#query, generation, generation.checkpoint);
      throw storeError(this.database.name, error);
    }
  }

  async #advance(query: TransactionQuery, generation: Generation, batch: ViewBatch): Promise<Generation> {
    const { from, to, recordedAt, taken, latestAt } = batch;
    const [advanced] = await query<Advanced>({
      text: `UPDATE ${inSchema('generation')} SET checkpoint = $1, recorded_at = $2, taken = $3, latest_at = $4
        WHERE number = $5 AND checkpoint = $6
        RETURNING ${generationColumns}, (SELECT incarnation FROM ${inSchema('format')}) AS incarnation`,
      values: [Number(to), recordedAt, taken, latestAt, generation.number, Number(from)],
    });
    if (advanced === undefined) throw await conflict(query, generation, from);
    if (advanced.incarnation !== this.#incarnation) {
      for (const dictionary of Object.values(this.#dictionaries)) dictionary.forget();
      this.#incarnation = advanced.incarnation;
    }
    return generationOf(advanced);
  }
}

async function conflict(
  query: TransactionQuery,
  { view, number }: Generation,
  expected: Position,
): Promise<CheckpointConflictError> {
  const [found] = await query<{ readonly checkpoint: number }>({
    text: `SELECT checkpoint FROM ${inSchema('generation')} WHERE number = $1`,
    values: [number],
  });
  return new CheckpointConflictError(view, expected, positionOf(found?.checkpoint ?? 0));
}

function tableIn(tables: readonly TableDefinition[], { table: name }: TableChanges): TableDefinition {
  const table = tables.find((one) => one.name === name);
  if (table === undefined) throw new Error(`the view has no table ${name}`);
  return table;
}
