import { compareText, StoreUnavailableError, type EngineError } from '@safeconduct/engine';
import type { Database, Row, Statement, TransactionQuery } from '../database.js';
import { isRepeatable, storeError } from '../store-error.js';
import { isNoTable, ofDriver } from './format.js';
import { inSchema } from './table-sql.js';

const readsMax = 5;

/** Past moments and figures over the whole log may take long. */
const questionDeadlineMs = 60_000;

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
   * @param views  all that the statements read
   */
  oneState<Result>(
    views: readonly string[],
    work: (query: TransactionQuery) => Promise<Result>,
  ): Promise<Result> {
    const locked = views.toSorted(compareText).map(inSchema).join(', ');
    const begin = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY;
      LOCK TABLE ${locked} IN ACCESS SHARE MODE`;
    return this.#repeated(() =>
      this.database.transaction(
        async (query) => {
          await query({ text: begin });
          return work(query);
        },
        { deadlineMs: questionDeadlineMs },
      ),
    );
  }

  /** An error of the driver as one of the engine. */
  translated(error: unknown): EngineError {
    const { name } = this.database;
    const cause = ofDriver(error);
    return isNoTable(cause) ? new StoreUnavailableError(name, notFilled, cause) : storeError(name, error);
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
