import { StoreReadOnlyError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { chmodSync, existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { connectToRead } from '../connect-to-read.js';
import type { AccountRecord, AccountStore, KeptRecord, RecordHead } from '../../accounts/account-store.js';
import { checkedFormat } from '../file-format.js';
import { flush } from '../flush.js';
import { enterWal, leaveWal } from '../journal-mode.js';
import { storeError } from '../store-error.js';

export const accountsFile = (folder: string): string => join(folder, 'accounts.db');

/** Raised when a release before this one could no longer read the file. */
const format = 1;
/** "Acct": tells this file from any other SQLite file. */
const applicationId = 0x41636374;
const ownerOnly = 0o600;
const busyMs = 5000;

const schema = `
CREATE TABLE record (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  person TEXT,
  body TEXT NOT NULL,
  ends_at_ms INTEGER,
  version INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_person ON record (kind, person);
CREATE INDEX record_end ON record (ends_at_ms) WHERE ends_at_ms IS NOT NULL`;

const headColumns = 'kind, id, person, ends_at_ms AS endsAtMs, version';
const columns = `${headColumns}, body`;

/** Accounts in the file `accounts.db` of a folder. It is opened with its first use. Several processes may write it. */
export const openSqliteAccounts = (folder: string, mode: 'write' | 'read'): AccountStore =>
  new SqliteAccountStore(accountsFile(folder), mode);

class SqliteAccountStore implements AccountStore {
  #db: Database.Database | undefined;

  constructor(
    private readonly file: string,
    private readonly mode: 'write' | 'read',
  ) {}

  find(kind: string, id: string): Promise<KeptRecord | undefined> {
    return this.#read(
      (db) =>
        db.prepare(`SELECT ${columns} FROM record WHERE kind = ? AND id = ?`).get(kind, id) as
          KeptRecord | undefined,
      undefined,
    );
  }

  list(kind: string, person?: string): Promise<readonly KeptRecord[]> {
    return this.#listed<KeptRecord>(columns, kind, person);
  }

  heads(kind: string, person?: string): Promise<readonly RecordHead[]> {
    return this.#listed<RecordHead>(headColumns, kind, person);
  }

  async put({ kind, id, person, body, endsAtMs }: AccountRecord, version: number): Promise<boolean> {
    const changed = await this.#write((db) =>
      version === 0
        ? db
            .prepare('INSERT INTO record VALUES (?, ?, ?, ?, ?, 1) ON CONFLICT DO NOTHING')
            .run(kind, id, person, body, endsAtMs)
        : db
            .prepare(
              `UPDATE record SET person = ?, body = ?, ends_at_ms = ?, version = version + 1
               WHERE kind = ? AND id = ? AND version = ?`,
            )
            .run(person, body, endsAtMs, kind, id, version),
    );
    return changed > 0;
  }

  async remove(kind: string, id: string): Promise<boolean> {
    const text = 'DELETE FROM record WHERE kind = ? AND id = ?';
    return (await this.#remove((db) => db.prepare(text).run(kind, id))) > 0;
  }

  removeOf(kind: string, person: string): Promise<number> {
    return this.#remove((db) =>
      db.prepare('DELETE FROM record WHERE kind = ? AND person = ?').run(kind, person),
    );
  }

  removeEnded(atMs: number): Promise<number> {
    return this.#remove((db) => db.prepare('DELETE FROM record WHERE ends_at_ms <= ?').run(atMs));
  }

  // oxlint-disable-next-line typescript/require-await -- a failure rejects, as in other stores
  async close(): Promise<void> {
    if (this.#db === undefined) return;
    if (this.mode === 'write') leaveWal(this.#db);
    this.#db.close();
    this.#db = undefined;
  }

  #listed<Row>(selected: string, kind: string, person: string | undefined): Promise<readonly Row[]> {
    const one = person === undefined ? '' : 'AND person = ?';
    const text = `SELECT ${selected} FROM record WHERE kind = ? ${one} ORDER BY id`;
    const values = person === undefined ? [kind] : [kind, person];
    return this.#read((db) => db.prepare(text).all(...values) as Row[], []);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async #read<Found>(ask: (db: Database.Database) => Found, none: Found): Promise<Found> {
    if (this.#db === undefined && !existsSync(this.file)) return none;
    return this.#asking(ask);
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async #write(change: (db: Database.Database) => Database.RunResult): Promise<number> {
    if (this.mode === 'read') throw new StoreReadOnlyError(dirname(this.file));
    return this.#asking(change).changes;
  }

  /** Makes no file where there is none: nothing is in it that could be removed. */
  async #remove(change: (db: Database.Database) => Database.RunResult): Promise<number> {
    if (this.mode === 'write' && this.#db === undefined && !existsSync(this.file)) return 0;
    return this.#write(change);
  }

  #asking<Answer>(ask: (db: Database.Database) => Answer): Answer {
    try {
      this.#db ??= this.#opened();
      return ask(this.#db);
    } catch (error) {
      throw storeError(this.file, error);
    }
  }

  #opened(): Database.Database {
    const isNew = !existsSync(this.file);
    const db =
      this.mode === 'read'
        ? connectToRead(this.file, { timeout: busyMs })
        : new Database(this.file, { timeout: busyMs });
    try {
      if (this.mode === 'read') {
        check(db, this.file);
        return db;
      }
      if (isNew) chmodSync(this.file, ownerOnly);
      enterWal(db);
      // A session or a password that was removed leaves nothing in the file.
      db.pragma('secure_delete = ON');
      db.pragma('synchronous = FULL');
      db.transaction(() => {
        make(db, this.file);
      }).immediate();
      if (isNew) flush(dirname(this.file));
      return db;
    } catch (error) {
      db.close();
      throw error;
    }
  }
}

/** Of two processes that make the file at once, the second finds it made. */
function make(db: Database.Database, file: string): void {
  if (db.pragma('application_id', { simple: true }) === 0 && isEmpty(db)) {
    db.exec(schema);
    db.pragma(`application_id = ${applicationId}`);
    db.pragma(`user_version = ${format}`);
  }
  check(db, file);
}

const isEmpty = (db: Database.Database): boolean =>
  db.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;

/** @throws StoreTooNewError, StoreCorruptError */
function check(db: Database.Database, file: string): void {
  checkedFormat(db, file, { applicationId, format, foreign: 'it is not a file of accounts of this program' });
}
