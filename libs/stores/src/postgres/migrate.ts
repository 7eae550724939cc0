import { StoreMisconfiguredError, StoreTooNewError } from '@safeconduct/engine';
import { createHash } from 'node:crypto';
import type { Database, Row, TransactionQuery } from './database.js';
import { codeOf } from './store-error.js';

/** One step of a schema. It is never changed once it was released; what is to change is another step. */
export interface Migration {
  readonly name: string;
  /** Statements, separated by semicolons. */
  readonly sql: string;
}

/** All steps of one schema. The first one is version 1. */
export interface MigrationSet {
  readonly schema:
    | 'safeconduct_events'
    | 'safeconduct_views'
    | 'safeconduct_jobs'
    | 'safeconduct_keys'
    | 'safeconduct_reads'
    | 'safeconduct_accounts';
  readonly migrations: readonly Migration[];
}

export interface SchemaVersion {
  /** The version that the database has; 0 when the schema is not there. */
  readonly found: number;
  /** The version that this release knows. */
  readonly known: number;
}

interface Applied extends Row {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** Migrations may write large tables anew. */
const deadlineMs = 10 * 60_000;

/** "Safe": the class of advisory locks that migrations take; the schema is the second key. */
const lockClass = 0x53616665;

/**
 * Brings a schema to the version of this release: the steps that are missing, in order, each in a transaction
 * of its own. Of several processes that start at once one does it and the others wait. A schema that is up to
 * date is only read, so a role without rights to create may call this.
 * @returns the versions before and after
 * @throws StoreTooNewError  a later release has migrated the schema; nothing runs backwards
 * @throws StoreMisconfiguredError  the role may not create tables, or the schema was made by other steps
 */
export async function migrate(
  database: Database,
  set: MigrationSet,
): Promise<{ readonly from: number; readonly to: number }> {
  const from = (await schemaVersion(database, set)).found;
  for (let version = from; version < set.migrations.length;) version = await migrateOnce(database, set);
  return { from, to: set.migrations.length };
}

/**
 * Reads which version of a schema the database has, and refuses what this release cannot use. Changes
 * nothing.
 * @throws StoreTooNewError, StoreMisconfiguredError
 */
export async function schemaVersion(database: Database, set: MigrationSet): Promise<SchemaVersion> {
  const applied = await database.transaction((query) => appliedIn(query, set));
  return { found: checked(applied, database, set), known: set.migrations.length };
}

/** @returns the version that the schema has afterwards */
function migrateOnce(database: Database, set: MigrationSet): Promise<number> {
  const { schema, migrations } = set;
  const work = async (query: TransactionQuery) => {
    await query({
      text: 'SELECT pg_advisory_xact_lock($1, hashtext($2))',
      values: [lockClass, schema],
    });
    const version = checked(await appliedIn(query, set), database, set);
    const migration = migrations[version];
    if (migration === undefined) return version;
    if (version === 0) await prepare(query, schema);
    await query({ text: migration.sql });
    await query({
      text: `INSERT INTO ${schema}.migration (version, name, checksum) VALUES ($1, $2, $3)`,
      values: [version + 1, migration.name, checksumOf(migration)],
    });
    return version + 1;
  };
  return database.transaction(work, { deadlineMs });
}

async function prepare(query: TransactionQuery, schema: string): Promise<void> {
  // Tried only when it is missing, because IF NOT EXISTS asks for the right to create in any case.
  const found = await query({ text: 'SELECT 1 FROM pg_namespace WHERE nspname = $1', values: [schema] });
  if (found.length === 0) await query({ text: `CREATE SCHEMA ${schema}` });
  await query({
    text: `CREATE TABLE IF NOT EXISTS ${schema}.migration (
      version integer PRIMARY KEY,
      name text NOT NULL,
      checksum text NOT NULL,
      applied_at timestamptz NOT NULL DEFAULT now()
    )`,
  });
}

async function appliedIn(query: TransactionQuery, { schema }: MigrationSet): Promise<readonly Applied[]> {
  const [found] = await query<{ readonly isThere: boolean }>({
    text: `SELECT EXISTS (
      SELECT FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname = $1 AND c.relname = 'migration') AS "isThere"`,
    values: [schema],
  });
  if (found?.isThere !== true) return [];
  return query({ text: `SELECT version, name, checksum FROM ${schema}.migration ORDER BY version` });
}

/** @returns the version that these steps have led to */
function checked(applied: readonly Applied[], { name }: Database, set: MigrationSet): number {
  const { schema, migrations } = set;
  const found = applied.at(-1)?.version ?? 0;
  if (found > migrations.length)
    throw new StoreTooNewError(`${name}, schema ${schema}`, found, migrations.length);
  for (const [index, one] of applied.entries()) {
    const known = migrations[index];
    if (one.version === index + 1 && known !== undefined && one.checksum === checksumOf(known)) continue;
    throw new StoreMisconfiguredError(
      name,
      `schema ${schema} was made by another migration ${one.version} (${one.name}) than the one of this ` +
        'release; use the release that made it',
    );
  }
  return found;
}

const checksumOf = ({ sql }: Migration): string => createHash('sha256').update(sql).digest('hex');

/** Whether a statement failed because the schema, a table or a function of it is not there. */
export const isNotMigrated = (error: unknown): boolean => /^(42P01|42883|3F000)$/.test(codeOf(error));
