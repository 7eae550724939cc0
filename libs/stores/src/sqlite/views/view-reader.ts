import type { Generation } from '@safeconduct/engine';
import { StoreUnavailableError, ViewsDamagedError, ViewsUnavailableError } from '@safeconduct/engine/basics';
import type Database from 'better-sqlite3';
import type { SqliteDatabase, SqliteStatement } from 'kysely';
import { codeOf, isDamage, isNoTable } from '../store-error.js';
import { allGenerations, generationOf, type GenerationRow } from './generation-row.js';

type Statement = Database.Statement;

const statementsMax = 200;

/** The file that is read. */
export interface ReadFile {
  /** A connection that only reads; `undefined` while there is nothing to read. */
  connect(): Database.Database | undefined;
  /** The same, to which the file stays as it is when the connection first reads. */
  freeze(): Database.Database | undefined;
  /** Changes when another file has taken its place. */
  identity(): unknown;
  /** Called when that is so, while the connection to the one before is still open. */
  left(): void;
  /** Called when a page of it turned out to be damaged. */
  damaged(): void;
}

/**
 * Reads views over one connection, which is opened when it is first needed, and anew when the file was made again.
 * Statements are prepared once: SQLite itself notices when a view has come to lead elsewhere.
 */
export class ViewReader implements SqliteDatabase {
  readonly #statements = new Map<string, Statement>();
  #db: Database.Database | undefined;
  #opened: unknown;
  #closed = false;

  constructor(private readonly file: ReadFile) {}

  /** Another reader, to which everything stays as it is when it first reads. Whoever asks for it closes it. */
  frozen(): ViewReader {
    return new ViewReader({ ...this.file, connect: () => this.file.freeze(), identity: () => 'frozen' });
  }

  generations(): readonly Generation[] {
    return this.#guarded(() => {
      if (this.#connection() === undefined) return [];
      return (this.#statement(allGenerations).all() as GenerationRow[]).map(generationOf);
    });
  }

  /** The rows of a statement. */
  all(sql: string, parameters: readonly unknown[]): unknown[] {
    return this.#guarded(() => this.#statement(sql).all(...parameters));
  }

  /** For Kysely. Everything but reading is refused. */
  prepare(sql: string): SqliteStatement {
    return {
      reader: true,
      all: (parameters) => this.all(sql, parameters),
      // Not a kept one: while it is stepped through, the next query would find it busy.
      iterate: (parameters) => this.#guarded(() => this.#prepare(sql).iterate(...parameters)),
      run() {
        throw new Error('views are written by their projection alone');
      },
    };
  }

  close(): void {
    this.#closed = true;
    this.#db?.close();
  }

  #statement(sql: string): Statement {
    this.#connection();
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    if (this.#statements.size >= statementsMax) this.#statements.clear();
    const statement = this.#prepare(sql);
    this.#statements.set(sql, statement);
    return statement;
  }

  #prepare(sql: string): Statement {
    const statement = this.#connection()?.prepare(sql);
    if (statement === undefined) throw new ViewsUnavailableError('views.db', notFilled);
    if (!statement.readonly) throw new Error('views are written by their projection alone');
    return statement;
  }

  #connection(): Database.Database | undefined {
    if (this.#closed) throw new StoreUnavailableError('views.db', 'the store is closed');
    const identity = this.file.identity();
    if (this.#db !== undefined && identity !== this.#opened) this.#leave();
    if (this.#db === undefined) {
      this.#opened = identity;
      this.#db = this.file.connect();
    }
    return this.#db;
  }

  #leave(): void {
    this.file.left();
    this.#statements.clear();
    this.#db?.close();
    this.#db = undefined;
  }

  #guarded<Result>(work: () => Result): Result {
    try {
      return work();
    } catch (error) {
      if (isDamage(codeOf(error))) {
        this.file.damaged();
        throw new ViewsDamagedError('views.db', error);
      }
      if (isNoTable(error)) throw new ViewsUnavailableError('views.db', notFilled, error);
      throw error;
    }
  }
}

const notFilled =
  'the views have not been filled yet; a server, or any command that writes, fills them from the log';
