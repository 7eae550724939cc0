import { compareText, ViewsUnavailableError, type EngineError } from '@safeconduct/engine';
import type { Database, Row, Statement, TransactionQuery } from '../database.js';
import { isRepeatable, storeError } from '../store-error.js';
import { isNoTable, ofDriver } from './format.js';
import { inSchema } from './table-sql.js';

const readsMax = 5;

/** Past moments and figures over the whole log may take long. */
const questionDeadlineMs = 60_000;

/**
 * For this transaction, the planner reads no table as a whole and sorts nothing where an index has the order. It would
 * where it takes a frequent value for a rare one, because it plans a part of a statement once for all its values.
 */
const walkOnly = ['seqscan', 'bitmapscan', 'sort', 'hashjoin', 'mergejoin']
  .map((way) => `SET LOCAL enable_${way} = off;`)
  .join(' ');

/** What is read in one state. */
interface OneState {
  /** All views that the statements read. */
  readonly views: readonly string[];
  /** `walk`: each statement has an index for its order, which must be walked. */
  readonly how?: 'walk' | 'any';
  /** There may be any number of statements; each has the time of a question. Left out: all of them together have it. */
  readonly isLong?: boolean;
}

/** Reads the live generations. */
export class ViewReader {
  constructor(
    private readonly database: Database,
    private readonly refuseIfClosed: () => void,
  ) {}

  /** The rows of one statement, which are of one committed state. */
  ask<Result extends Row>(statement: Statement): Promise<readonly Result[]> {
    return this.#repeated(() => this.database.raw<Result>(statement, { deadlineMs: questionDeadlineMs }));
  }

  /**
   * Several statements that see one committed state. The views are locked before the first of them, so that no other
   * generation takes the place of one in between: its rows would be those of an earlier state.
   */
  oneState<Result>(
    { views, how = 'any', isLong = false }: OneState,
    work: (query: TransactionQuery) => Promise<Result>,
  ): Promise<Result> {
    const locked = views.toSorted(compareText).map(inSchema).join(', ');
    const begin = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
      ${how === 'walk' ? walkOnly : ''} ${locked === '' ? '' : `LOCK TABLE ${locked} IN ACCESS SHARE MODE`}`;
    const deadlines = isLong
      ? { deadlineMs: Infinity, statementDeadlineMs: questionDeadlineMs }
      : { deadlineMs: questionDeadlineMs };
    return this.#repeated(() =>
      this.database.transaction(async (query) => {
        await query({ text: begin });
        return work(query);
      }, deadlines),
    );
  }

  /** An error of the driver as one of the engine. */
  translated(error: unknown): EngineError {
    const { name } = this.database;
    const cause = ofDriver(error);
    return isNoTable(cause) ? new ViewsUnavailableError(name, notFilled, cause) : storeError(name, error);
  }

  /** Again, when the database has ended a reader in favour of a generation that takes its place. */
  async #repeated<Result>(read: () => Promise<Result>): Promise<Result> {
    for (let reads = 1; ; reads += 1) {
      this.refuseIfClosed();
      try {
        return await read();
      } catch (error) {
        if (reads === readsMax || !isRepeatable(ofDriver(error))) throw this.translated(error);
      }
    }
  }
}

const notFilled =
  'the views have not been filled yet; a server, or any command that writes, fills them from the log';
