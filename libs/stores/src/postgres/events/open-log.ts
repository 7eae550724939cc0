import { openDatabase, type Database } from '../database.js';
import { migrate, schemaVersion } from '../migrate.js';
import { StoreMisconfiguredError } from '@safeconduct/engine';
import { LogReader } from './log-reader.js';
import { eventsSchema } from './schema.js';

export interface LogOptions {
  /** Whose role owns the tables and migrates them. Left out: the role of the application does. */
  readonly migrationUrl?: string | undefined;
  /** `read` changes nothing, so there must be a log of this release. */
  readonly mode: 'write' | 'read';
}

/**
 * Brings the schema of the log to this release, and checks the end of the log.
 * @throws StoreTooNewError, StoreMisconfiguredError, StoreCorruptError, StoreUnavailableError
 */
export async function prepareLog(database: Database, { migrationUrl, mode }: LogOptions): Promise<void> {
  if (mode === 'read') await refuseOtherVersion(database);
  else if (migrationUrl === undefined) await migrate(database, eventsSchema);
  else await migrateAs(migrationUrl, database);
  await new LogReader(database).checkTail();
}

async function refuseOtherVersion(database: Database): Promise<void> {
  const { found, known } = await schemaVersion(database, eventsSchema);
  if (found === known) return;
  throw new StoreMisconfiguredError(
    database.name,
    found === 0
      ? 'there is no log; start the server once, or correct the address of the store'
      : `the log has version ${found}, this release needs ${known}; start the server of this release once`,
  );
}

/** Migrates as the owner, and gives the role of the application what it needs: to read, and to append. */
async function migrateAs(migrationUrl: string, application: Database): Promise<void> {
  const owner = openDatabase(migrationUrl, { connections: 1, purpose: 'migrations' });
  try {
    await migrate(owner, eventsSchema);
    const [user] = await application.query<{ name: string }>({ text: 'SELECT current_user::text AS name' });
    await grant(owner, user?.name ?? '');
  } finally {
    await owner.close();
  }
}

const grant = (owner: Database, role: string): Promise<void> =>
  owner.transaction(async (query) => {
    // Two processes that grant the same at the same time would fail.
    await query({ text: `SELECT pg_advisory_xact_lock(hashtext('safeconduct grant'))` });
    const [statements] = await query<{ sql: string }>({
      text: `SELECT format(
        'GRANT USAGE ON SCHEMA safeconduct_events TO %1$I;
         GRANT SELECT ON ALL TABLES IN SCHEMA safeconduct_events TO %1$I;
         GRANT EXECUTE ON FUNCTION safeconduct_events.append, safeconduct_events.keep_meta TO %1$I', $1::text) AS sql`,
      values: [role],
    });
    await query({ text: statements?.sql ?? '' });
  });
