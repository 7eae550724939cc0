import { StoreMisconfiguredError } from '@safeconduct/engine';
import pg from 'pg';
import { ClosingClient } from './client.js';
import { DeadlineError, storeError } from './store-error.js';

export interface DatabaseOptions {
  /** How many connections there are at most. */
  readonly connections: number;
  /** What they are for; the database shows it beside each connection (`pg_stat_activity`). */
  readonly purpose: string;
}

export interface QueryOptions {
  /** Left out: `queryDeadlineMs`; `Infinity`: none. */
  readonly deadlineMs?: number | undefined;
  /** Of each statement in a transaction. Left out: that of the transaction is enough. */
  readonly statementDeadlineMs?: number | undefined;
}

export type Row = Readonly<Record<string, unknown>>;

/** A statement and what stands for `$1`, `$2` and so on. */
export interface Statement {
  readonly text: string;
  readonly values?: readonly unknown[] | undefined;
}

/** How long a connection may take. */
export const connectDeadlineMs = 5_000;

/** How long a statement may take that says nothing else. */
export const queryDeadlineMs = 15_000;

const idleMs = 30_000;

/**
 * Connections to one database, made when they are needed. They keep no state between two transactions (no
 * `SET`, no named statements, no session locks), so a pooler in transaction mode may stand between.
 */
export class Database {
  readonly pool: pg.Pool;
  /** As `databaseName` gives it. */
  readonly name: string;
  #closing: Promise<void> | undefined;

  constructor(
    readonly url: string,
    { connections, purpose }: DatabaseOptions,
  ) {
    this.name = databaseName(url);
    this.pool = new pg.Pool({
      ...connectionOf(url, purpose),
      max: connections,
      idleTimeoutMillis: idleMs,
      Client: ClosingClient,
    });
    // The pool has dropped an idle connection that broke; the next statement gets another one.
    this.pool.on('error', () => {});
  }

  /**
   * One statement, which is a transaction of its own.
   * @throws StoreUnavailableError  outcome unknown; it had no answer in time, or the connection broke
   * @throws StoreMisconfiguredError
   */
  async query<Result extends Row>(statement: Statement, options?: QueryOptions): Promise<readonly Result[]> {
    try {
      return await this.raw<Result>(statement, options);
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  /** The same, with the error of the driver. */
  raw<Result extends Row>(statement: Statement, options: QueryOptions = {}): Promise<readonly Result[]> {
    return this.#withConnection(options, async (client) => {
      const { rows } = await client.query<Result>(configOf(statement));
      return rows;
    });
  }

  /**
   * Several statements in one transaction. Their deadline is that of the whole transaction.
   * @throws as `query`, and what `work` throws; then the transaction is rolled back
   */
  async transaction<Result>(
    work: (query: TransactionQuery) => Promise<Result>,
    options: QueryOptions = {},
  ): Promise<Result> {
    try {
      return await this.#withConnection(options, (client) => inTransaction(client, work, options));
    } catch (error) {
      throw isOfProgram(error) ? error : storeError(this.name, error);
    }
  }

  /** Whether a pooler stands between this process and the database, in whatever mode. @throws as `query` */
  async isPooled(): Promise<boolean> {
    try {
      return await this.#withConnection({}, (client) => (client as unknown as ClosingClient).isPooled());
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  /** Ends all connections; those at work finish first. */
  close(): Promise<void> {
    this.#closing ??= this.pool.end();
    return this.#closing;
  }

  async #withConnection<Result>(
    { deadlineMs = queryDeadlineMs }: QueryOptions,
    work: (client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    let broken: Error | undefined;
    const noteBreak = (error: Error) => (broken = error);
    client.on('error', noteBreak);
    try {
      return await withDeadline(work(client), deadlineMs);
    } catch (error) {
      // A statement without an answer is still at work there, so nobody else may have this connection.
      if (error instanceof DeadlineError) broken = error;
      throw error;
    } finally {
      client.off('error', noteBreak);
      client.release(broken);
    }
  }
}

export type TransactionQuery = <Result extends Row>(statement: Statement) => Promise<readonly Result[]>;

/**
 * Opens no connection yet.
 * @throws StoreMisconfiguredError  the address is not understood
 */
export const openDatabase = (url: string, options: DatabaseOptions): Database => new Database(url, options);

/** The configuration of one connection, for the pool and for one that stands alone. */
export function connectionOf(url: string, purpose: string): pg.ClientConfig {
  return {
    connectionString: url,
    application_name: `safeconduct ${purpose}`,
    connectionTimeoutMillis: connectDeadlineMs,
    keepAlive: true,
    types: exactTypes,
  };
}

/**
 * Host, port and database, for people. Without user and password.
 * @throws StoreMisconfiguredError  the address is not understood
 */
export function databaseName(url: string): string {
  try {
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `${host}:${port}/${database ?? ''}`;
  } catch (error) {
    const { syscall, path } = error as NodeJS.ErrnoException;
    if (syscall !== undefined)
      throw new StoreMisconfiguredError(
        'PostgreSQL',
        `the file ${path ?? ''} of the address of the store cannot be read; correct sslrootcert, sslcert or sslkey`,
      );
    // The error repeats the address, which has the password.
    throw new StoreMisconfiguredError(
      'PostgreSQL',
      'the address is not understood; write postgres://user:password@host:5432/database, ' +
        'with special characters of the password as %xx',
    );
  }
}

/** As the driver reads texts, but a `bigint` is a number or an error, never a rounded number. */
const exactTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const exact = format === 'binary' ? undefined : exactParsers.get(oid);
    return exact ?? (pg.types.getTypeParser as (oid: number, format?: string) => unknown)(oid, format);
  },
};

const exactParsers: ReadonlyMap<number, (text: string) => unknown> = new Map<
  number,
  (text: string) => unknown
>([
  [pg.types.builtins.INT8, wholeNumber],
  // An array of them; it has no number of its own among the names of the driver.
  [1016, (text) => (text === '{}' ? [] : text.slice(1, -1).split(',').map(wholeNumber))],
]);

function wholeNumber(digits: string): number {
  const value = Number(digits);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${digits} is no exact number in JavaScript`);
  return value;
}

const configOf = ({ text, values }: Statement): pg.QueryConfig => ({
  text,
  ...(values !== undefined && { values: [...values] }),
});

async function inTransaction<Result>(
  client: pg.PoolClient,
  work: (query: TransactionQuery) => Promise<Result>,
  { statementDeadlineMs = Infinity }: QueryOptions,
): Promise<Result> {
  await client.query('BEGIN');
  try {
    const result = await work(async <Found extends Row>(statement: Statement) => {
      const { rows } = await withDeadline(client.query<Found>(configOf(statement)), statementDeadlineMs);
      return rows;
    });
    await client.query('COMMIT');
    return result;
  } catch (error) {
    // A connection with a statement that has no answer is not used again, and would not answer this one either.
    if (error instanceof DeadlineError) throw error;
    await client.query('ROLLBACK').catch(() => {});
    throw error;
  }
}

async function withDeadline<Result>(work: Promise<Result>, deadlineMs: number): Promise<Result> {
  if (deadlineMs === Infinity) return work;
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new DeadlineError(deadlineMs));
    }, deadlineMs);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** A mistake of the code between the statements says nothing of the database. */
const isOfProgram = (error: unknown): boolean =>
  error instanceof TypeError ||
  error instanceof RangeError ||
  (error as { readonly code?: unknown }).code === 'ERR_ASSERTION';
