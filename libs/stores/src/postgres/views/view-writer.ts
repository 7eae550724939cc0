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
import { CodesOfBatch, Dictionary } from './dictionary.js';
import { isNoTable } from './format.js';
import { generationColumns, generationOf, type GenerationRow } from './generation-row.js';
import { dropGenerations, notIdle, oneAtATime, switchViews } from './generation-tables.js';
import { holdLease } from './leases.js';
import { giveNumbers, keyArrays, runAhead, statementsOf, type BatchCodes } from './table-changes.js';
import { createIndexes, createTable, fetchRows, inSchema, physicalTable } from './table-sql.js';

/** A batch of many thousand events takes some seconds. */
const batchDeadlineMs = 60_000;

/** Sorting the indexes of a large view. */
const indexDeadlineMs = 60 * 60_000;

/** The flush of each commit is saved, because the log can make the views again: a crash may cost the last batches. */
const ofBatch: Statement = { text: `SET LOCAL synchronous_commit = off; ${notIdle}` };

interface Advanced extends GenerationRow {
  readonly incarnation: string;
  /** The texts that have the numbers which were given last, as far as this process knows. */
  readonly newest_case: string | null;
  readonly newest_name: string | null;
}

const dictionary = { cases: inSchema('known_case'), names: inSchema('known_name') };

/** Writes views. Who projects writes; several processes may try, and each write is refused to all but one. */
export class ViewWriter {
  readonly #dictionaries = {
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
      await query({ text: notIdle });
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
    const codes = this.#codes();
    const work = async (query: TransactionQuery) => {
      await query(ofBatch);
      await holdLease(query, batch.lease);
      const advanced = await this.#advance(query, generation, batch);
      const changed = batch.changes.map((changes) => ({ table: tableIn(tables, changes), changes }));
      await giveNumbers(query, codes, changed);
      await runAhead(query, statementsOf(changed, codes, generation));
      return advanced;
    };
    const advanced = await this.database.transaction(work, { deadlineMs: batchDeadlineMs });
    if (advanced.incarnation === this.#incarnation) for (const learnt of Object.values(codes)) learnt.keep();
    return generationOf(advanced);
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

  #codes(): BatchCodes {
    const { known_case: cases, known_name: names } = this.#dictionaries;
    return { known_case: new CodesOfBatch(cases), known_name: new CodesOfBatch(names) };
  }

  /** Moves the checkpoint, and forgets what was known of dictionaries that are gone or have lost their end. */
  async #advance(query: TransactionQuery, generation: Generation, batch: ViewBatch): Promise<Advanced> {
    const { from, to, recordedAt, taken, latestAt } = batch;
    const { known_case: cases, known_name: names } = this.#dictionaries;
    const newest = [cases.newest?.code ?? null, names.newest?.code ?? null];
    const [advanced] = await query<Advanced>({
      text: `UPDATE ${inSchema('generation')} SET checkpoint = $1, recorded_at = $2, taken = $3, latest_at = $4
        WHERE number = $5 AND checkpoint = $6
        RETURNING ${generationColumns}, (SELECT incarnation FROM ${inSchema('format')}) AS incarnation,
          (SELECT text FROM ${dictionary.cases} WHERE code = $7) AS newest_case,
          (SELECT text FROM ${dictionary.names} WHERE code = $8) AS newest_name`,
      values: [Number(to), recordedAt, taken, latestAt, generation.number, Number(from), ...newest],
    });
    if (advanced === undefined) throw await conflict(query, generation, from);
    const isAnother = advanced.incarnation !== this.#incarnation;
    if (isAnother || advanced.newest_case !== (cases.newest?.text ?? null)) cases.forget();
    if (isAnother || advanced.newest_name !== (names.newest?.text ?? null)) names.forget();
    this.#incarnation = advanced.incarnation;
    return advanced;
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
