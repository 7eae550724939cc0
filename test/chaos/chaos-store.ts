import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';
import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startOwnPostgres } from '../../libs/stores/testing/index.js';
import type { EventRow } from './log-on-disk.js';

/** Where the killed server keeps its data, and how they are read without any code of the product. */
export interface ChaosStore {
  /** Options and environment of the server and of the command line. */
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  /** How many servers work on it at once. */
  readonly servers: number;
  /** The events from a position on. */
  rowsFrom(position: number): Promise<readonly EventRow[]>;
  /** Removes the views, so that the next server makes them again. Nobody has them open. */
  removeViews(): Promise<void>;
  /** Kills the database itself without warning and starts it again; undefined where there is none. */
  readonly crash?: (() => Promise<void>) | undefined;
  close(): Promise<void>;
}

const select = `SELECT position, stream, revision, hex(event_id) AS id, type, recorded_at AS recordedAt, metadata, data
  FROM event WHERE position >= ? ORDER BY position`;

/** A data folder of the embedded store. */
export const sqliteChaosStore = (folder: string): ChaosStore => ({
  args: ['--data', folder],
  env: {},
  servers: 1,
  rowsFrom: (position) => Promise.resolve(readRows(folder, position)),
  removeViews() {
    for (const suffix of ['', '-wal', '-shm']) rmSync(join(folder, `views.db${suffix}`), { force: true });
    return Promise.resolve();
  },
  close: () => Promise.resolve(),
});

function readRows(folder: string, from: number): readonly EventRow[] {
  const file = join(folder, 'events.db');
  if (!existsSync(file)) return [];
  const db = new Database(file, { readonly: true });
  try {
    // A log whose writer was killed before it had created its table is a file without one.
    const isMade = db.prepare(`SELECT count(*) FROM sqlite_schema WHERE name = 'event'`).pluck().get() === 1;
    return isMade ? db.prepare<[number], EventRow>(select).all(from) : [];
  } finally {
    db.close();
  }
}

const selectFromPostgres = `SELECT position::integer, stream, revision::integer, replace(event_id::text, '-', '') AS id,
    type, recorded_at::float8 AS "recordedAt", metadata, data
  FROM safeconduct_events.event WHERE position >= $1 ORDER BY position`;

/** A PostgreSQL of its own, which is killed as well. Two servers work on it. */
export async function postgresChaosStore(folder: string): Promise<ChaosStore> {
  const database = await startOwnPostgres();
  const key = join(folder, 'master.key');
  writeFileSync(key, randomBytes(32), { mode: 0o600 });
  return {
    args: [],
    env: { SAFECONDUCT_EVENTS: database.url, SAFECONDUCT_MASTER_KEY_FILE: key },
    servers: 2,
    async rowsFrom(position) {
      const [log] = await database.query<{ made: boolean }>(
        `SELECT to_regclass('safeconduct_events.event') IS NOT NULL AS made`,
      );
      return log?.made === true ? database.query<EventRow>(selectFromPostgres, [position]) : [];
    },
    async removeViews() {
      await database.query('DROP SCHEMA IF EXISTS safeconduct_views CASCADE');
    },
    async crash() {
      await database.kill();
      await database.start();
    },
    close: () => database.stop(),
  };
}
