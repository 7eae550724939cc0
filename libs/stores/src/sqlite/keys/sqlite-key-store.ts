import { StoreCorruptError, StoreReadOnlyError } from '@safeconduct/engine';
import Database from 'better-sqlite3';
import { closeSync, existsSync, fdatasync, openSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import { connectToRead } from '../connect-to-read.js';
import {
  isLive,
  type DestroyedKeyRow,
  type KeyCounts,
  type KeyRow,
  type KeyStore,
  type KeyStoreHeader,
  type KeyStorePlace,
  type LiveKeyRow,
  type WrappedRoot,
} from '../../keys/key-store.js';
import { HeldFile } from '../events/held-file.js';
import { flush } from '../flush.js';
import { enterWal, leaveWal } from '../journal-mode.js';
import { codeOf, storeError } from '../store-error.js';
import { checkKeysFile, createKeysFile, keysFile, keysFormat } from './keys-file.js';

type Columns = [
  subject: string,
  keyId: string,
  masterId: string | null,
  wrapped: Buffer | null,
  destroyedAt: string | null,
];

type Change = (db: Database.Database, file: OpenFile) => void;

const columns = 'subject, key_id, master_id, wrapped, destroyed_at';
const flushed = promisify(fdatasync);

/** Keys in the file `keys.db` of a folder of their own. */
export const sqliteKeyStorePlace = (folder: string): KeyStorePlace => ({
  name: keysFile(folder),
  folder,
  open: (mode) => Promise.resolve(new SqliteKeyStore(keysFile(folder), mode)),
  discard: () => {
    for (const suffix of ['', '-wal', '-shm']) rmSync(keysFile(folder) + suffix, { force: true });
    if (existsSync(folder) && readdirSync(folder).length === 0) rmdirSync(folder);
  },
});

/**
 * Wrapped keys in a file. It is opened with its first use, because a file that is not there is made only when the key
 * store is begun. Several processes may write it.
 *
 * A commit writes the `-wal` file and leaves the flush to this class, which flushes without holding up the thread. So
 * commits that come while one is flushed share the next flush.
 */
class SqliteKeyStore implements KeyStore {
  #open: OpenFile | undefined;

  constructor(
    readonly name: string,
    private readonly mode: 'write' | 'read',
  ) {}

  // oxlint-disable-next-line typescript/require-await -- a failure rejects, as in other stores
  async header(): Promise<KeyStoreHeader | undefined> {
    if (this.#open !== undefined) return this.#ask(({ db }) => headerIn(db));
    if (!existsSync(this.name)) return undefined;
    // Whoever asks may find that the key store is not theirs; until then nothing of it is changed.
    try {
      const file = new OpenFile(this.name, 'read');
      try {
        return headerIn(file.db);
      } finally {
        file.close();
      }
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  async begin({ storeId, roots }: KeyStoreHeader): Promise<KeyStoreHeader> {
    if (this.mode === 'read') throw new StoreReadOnlyError(this.name);
    if (!existsSync(this.name)) createKeysFile(this.name);
    await this.#commit((db) => {
      if (db.prepare('SELECT id FROM store').get() !== undefined) return;
      db.prepare('INSERT INTO store VALUES (?)').run(storeId);
      for (const root of roots) keepRoot(db, root);
    });
    return (await this.header()) as KeyStoreHeader;
  }

  addRoot(root: WrappedRoot): Promise<void> {
    return this.#commit((db) => {
      keepRoot(db, root);
    });
  }

  removeRoot(masterId: string): Promise<void> {
    return this.#commit((db) => {
      db.prepare('DELETE FROM root WHERE master_id = ?').run(masterId);
    });
  }

  find(subjects: readonly string[]): readonly KeyRow[] {
    return this.#ask(({ one }) =>
      subjects
        .map((subject) => one.get(subject))
        .filter((row) => row !== undefined)
        .map(rowOf),
    );
  }

  async keep(rows: readonly KeyRow[]): Promise<readonly KeyRow[]> {
    let others: readonly string[] = [];
    await this.#commit((_db, { insert }) => {
      const left = rows.filter((row) => insert.run(...columnsOf(row)).changes === 0);
      others = left.map(({ subject }) => subject);
    });
    if (others.length === 0) return rows;
    const there = new Map(this.find(others).map((row) => [row.subject, row]));
    return rows.map((row) => there.get(row.subject) ?? row);
  }

  async destroy(row: DestroyedKeyRow): Promise<DestroyedKeyRow> {
    await this.#commit((db) => {
      db.prepare(
        `INSERT INTO subject_key (${columns}) VALUES (?, ?, ?, ?, ?) ON CONFLICT (subject) DO UPDATE
           SET key_id = excluded.key_id, master_id = NULL, wrapped = NULL, destroyed_at = excluded.destroyed_at
           WHERE destroyed_at IS NULL`,
      ).run(...columnsOf(row));
    });
    // Takes the keys out of the -wal file as well.
    this.#ask(({ db }) => db.pragma('wal_checkpoint(TRUNCATE)'));
    return this.find([row.subject])[0] as DestroyedKeyRow;
  }

  rewrap(rows: readonly LiveKeyRow[]): Promise<void> {
    return this.#commit((db) => {
      const update = db.prepare(
        'UPDATE subject_key SET master_id = ?, wrapped = ? WHERE subject = ? AND key_id = ? AND wrapped IS NOT NULL',
      );
      for (const { subject, keyId, masterId, wrapped } of rows) update.run(masterId, wrapped, subject, keyId);
    });
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async page({
    after,
    limit,
  }: {
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly KeyRow[]> {
    const sql = `SELECT ${columns} FROM subject_key WHERE subject > ? ORDER BY subject LIMIT ?`;
    return this.#ask(({ db }) =>
      db.prepare<[string, number], Columns>(sql).raw().all(after, limit).map(rowOf),
    );
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async counts(): Promise<KeyCounts> {
    const sql = 'SELECT master_id, count(*) FROM subject_key GROUP BY master_id';
    const found = this.#ask(({ db }) => db.prepare<[], [string | null, number]>(sql).raw().all());
    const live = found.filter((row): row is [string, number] => row[0] !== null);
    return { live: new Map(live), destroyed: found.find(([masterId]) => masterId === null)?.[1] ?? 0 };
  }

  // oxlint-disable-next-line typescript/require-await -- as above
  async close(): Promise<void> {
    this.#open?.close();
    this.#open = undefined;
  }

  #ask<Result>(question: (file: OpenFile) => Result): Result {
    try {
      return question((this.#open ??= new OpenFile(this.name, this.mode)));
    } catch (error) {
      throw storeError(this.name, error);
    }
  }

  async #commit(change: Change): Promise<void> {
    const file = this.#ask((open) => {
      if (this.mode === 'read') throw new StoreReadOnlyError(this.name);
      open.held.refuseReplaced();
      open.inTransaction.immediate(change, open);
      return open;
    });
    try {
      await file.flush();
    } catch (error) {
      throw storeError(this.name, error);
    }
  }
}

/** The file while it is open. */
class OpenFile {
  readonly db: Database.Database;
  readonly held: HeldFile;
  readonly one: Database.Statement<[string], Columns>;
  readonly insert: Database.Statement<Columns>;
  readonly inTransaction: Database.Transaction<(change: Change, file: OpenFile) => void>;
  readonly #wal: number | undefined;

  constructor(
    private readonly name: string,
    private readonly mode: 'write' | 'read',
  ) {
    if (!existsSync(name)) throw new StoreCorruptError(name, 'it is gone');
    this.db = mode === 'read' ? connectToRead(name) : new Database(name, { fileMustExist: true });
    try {
      checkKeysFile(this.db, name);
      if (mode === 'write') this.#wal = this.#beginWal();
      this.one = this.db
        .prepare<[string], Columns>(`SELECT ${columns} FROM subject_key WHERE subject = ?`)
        .raw();
      this.insert = this.db.prepare<Columns>(
        `INSERT INTO subject_key (${columns}) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
      );
      this.inTransaction = this.db.transaction((change: Change, file: OpenFile) => {
        change(this.db, file);
      });
      this.held = new HeldFile(name, mode === 'write');
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  #beginWal(): number {
    enterWal(this.db);
    // The flush of each commit is `flush`; NORMAL flushes where a checkpoint needs it.
    this.db.pragma('synchronous = NORMAL');
    // Bytes that are taken away are overwritten.
    this.db.pragma('secure_delete = ON');
    // Makes the -wal file, whose name must be durable before anything in it is.
    this.db.pragma(`user_version = ${keysFormat}`);
    flush(dirname(this.name));
    return openSync(`${this.name}-wal`, 'r');
  }

  /** When it resolves, every commit up to now is on the disk, in a file that is still the one at its path. */
  async flush(): Promise<void> {
    if (this.#wal !== undefined) await flushed(this.#wal);
    this.held.refuseLost();
  }

  close(): void {
    if (this.#wal !== undefined) closeSync(this.#wal);
    try {
      if (this.mode === 'write') leaveWal(this.db);
    } catch (error) {
      // The file is no longer at its path. Whoever wanted something of it was told.
      if (!codeOf(error).startsWith('SQLITE_READONLY')) throw error;
    } finally {
      this.db.close();
    }
  }
}

function headerIn(db: Database.Database): KeyStoreHeader | undefined {
  const storeId = db.prepare<[], string>('SELECT id FROM store').pluck().get();
  if (storeId === undefined) return undefined;
  return {
    storeId,
    roots: db.prepare<[], WrappedRoot>('SELECT master_id AS masterId, wrapped FROM root').all(),
  };
}

const keepRoot = (db: Database.Database, { masterId, wrapped }: WrappedRoot): void => {
  db.prepare('INSERT INTO root VALUES (?, ?) ON CONFLICT DO NOTHING').run(masterId, wrapped);
};

const rowOf = ([subject, keyId, masterId, wrapped, destroyedAt]: Columns): KeyRow =>
  masterId === null || wrapped === null
    ? { subject, keyId, destroyedAt: destroyedAt ?? '' }
    : { subject, keyId, masterId, wrapped };

const columnsOf = (row: KeyRow): Columns =>
  isLive(row)
    ? [row.subject, row.keyId, row.masterId, row.wrapped, null]
    : [row.subject, row.keyId, null, null, row.destroyedAt];
