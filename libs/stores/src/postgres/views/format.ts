import { EngineError, StoreTooNewError, StoreUnavailableError } from '@safeconduct/engine';
import { dictionaries } from '../../queries/coded-columns.js';
import { openDatabase, type Database, type TransactionQuery } from '../database.js';
import { codeOf } from '../store-error.js';
import { inSchema, quoted, viewsSchema } from './table-sql.js';

/** The form in which this release keeps views. Another one is another number. */
export const viewsFormat = 1;

/** Leases outlast a change of format: an epoch is never given twice. */
const keptTables = ['lease'];

/** "Seen": the class of the advisory locks of views; the schema is the second key. */
const lockClass = 0x5365656e;

const makingDeadlineMs = 60_000;

const dictionaryTables = dictionaries.map(
  (name) => `CREATE TABLE ${inSchema(name)} (
    code integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text COLLATE "C" NOT NULL UNIQUE
  );`,
);

// A generation has a number that was never given before, not even before the schema was removed: numbers begin with the
// milliseconds since 1970. So a runner that is left over can touch no later generation. `incarnation` says whether the
// dictionaries are still those that somebody knows by heart.
// The unique index on the epoch of a lease makes the epoch a key. A change of hands changes the key, so it waits for
// whoever compares the key under FOR KEY SHARE; to renew the lease does not.
const tables = (firstNumber: number) => `
  CREATE TABLE ${inSchema('format')} (
    number integer NOT NULL,
    incarnation uuid NOT NULL DEFAULT gen_random_uuid()
  );
  INSERT INTO ${inSchema('format')} (number) VALUES (${viewsFormat});
  CREATE TABLE ${inSchema('generation')} (
    number bigint GENERATED ALWAYS AS IDENTITY (START WITH ${firstNumber}) PRIMARY KEY,
    view text COLLATE "C" NOT NULL,
    version integer NOT NULL,
    live boolean NOT NULL DEFAULT false,
    checkpoint bigint NOT NULL DEFAULT 0,
    recorded_at text,
    taken bigint NOT NULL DEFAULT 0,
    latest_at text,
    UNIQUE (view, live)
  );
  CREATE TABLE IF NOT EXISTS ${inSchema('lease')} (
    name text COLLATE "C" PRIMARY KEY,
    holder text,
    epoch bigint NOT NULL,
    until_ms bigint NOT NULL,
    UNIQUE (name, epoch)
  );
  ${dictionaryTables.join('\n')}`;

/**
 * Makes the schema of the views, or leaves it if this release can use it. Views in an older form are removed: they can
 * be made again from the log. Of several processes that start at once one does it and the others wait.
 * @param migrationUrl  whose role makes a schema that is not there; left out: the role of the database does
 * @throws StoreTooNewError  a later release has made them, and may be at work
 * @throws StoreMisconfiguredError  the role may not make a schema, or tables in it
 */
export async function prepareViews(database: Database, migrationUrl?: string): Promise<void> {
  if ((await formatOf(database)) === viewsFormat) return;
  if (migrationUrl !== undefined) await makeSchemaAs(migrationUrl, database);
  await database.transaction((query) => makeViews(query, database), { deadlineMs: makingDeadlineMs });
}

/**
 * Says why the views cannot be read; nothing, when this release has made them and something else is wrong.
 * @throws StoreTooNewError, StoreUnavailableError
 */
export async function refuseOtherFormat(database: Database): Promise<void> {
  const found = await formatOf(database);
  if (found === undefined || found === viewsFormat) return;
  throw new StoreUnavailableError(
    `${database.name}, schema ${viewsSchema}`,
    'another release made the views; any process of this one that writes makes them again',
  );
}

/** Makes the schema as its owner. The role of the application makes the tables, so it may remove them as well. */
async function makeSchemaAs(migrationUrl: string, application: Database): Promise<void> {
  const owner = openDatabase(migrationUrl, { connections: 1, purpose: 'migrations' });
  try {
    const [grant] = await application.query<{ readonly text: string }>({
      text: `SELECT format('GRANT USAGE, CREATE ON SCHEMA ${viewsSchema} TO %I', current_user) AS "text"`,
    });
    await owner.transaction(async (query) => {
      await oneAtATime(query);
      await makeSchema(query);
      await query({ text: grant?.text ?? '' });
    });
  } finally {
    await owner.close();
  }
}

const oneAtATime = (query: TransactionQuery): Promise<unknown> =>
  query({ text: 'SELECT pg_advisory_xact_lock($1, hashtext($2))', values: [lockClass, viewsSchema] });

async function makeSchema(query: TransactionQuery): Promise<void> {
  // Tried only when it is missing, because IF NOT EXISTS asks for the right to create in any case.
  const schemas = await query({ text: 'SELECT FROM pg_namespace WHERE nspname = $1', values: [viewsSchema] });
  if (schemas.length === 0) await query({ text: `CREATE SCHEMA ${viewsSchema}` });
}

async function makeViews(query: TransactionQuery, database: Database): Promise<void> {
  await oneAtATime(query);
  const found = await formatIn(query, database);
  if (found === viewsFormat) return;
  await makeSchema(query);
  await removeTables(query);
  const [now] = await query<{ readonly ms: number }>({
    text: 'SELECT (extract(epoch FROM clock_timestamp()) * 1000)::bigint AS "ms"',
  });
  await query({ text: tables(now?.ms ?? 1) });
}

/** Views go with the tables they are of. */
async function removeTables(query: TransactionQuery): Promise<void> {
  const found = await query<{ readonly name: string }>({
    text: `SELECT relname AS "name" FROM pg_class
      WHERE relnamespace = $1::regnamespace AND relkind = 'r' AND relname <> ALL ($2)`,
    values: [viewsSchema, keptTables],
  });
  const names = found.map(({ name }) => `${viewsSchema}.${quoted(name)}`);
  if (names.length > 0) await query({ text: `DROP TABLE ${names.join(', ')} CASCADE` });
}

const formatOf = (database: Database): Promise<number | undefined> =>
  database.transaction((query) => formatIn(query, database));

/** The format that the database has; `undefined` when there are no views. @throws StoreTooNewError */
async function formatIn(query: TransactionQuery, { name }: Database): Promise<number | undefined> {
  const [table] = await query<{ readonly found: boolean }>({
    text: 'SELECT to_regclass($1) IS NOT NULL AS "found"',
    values: [inSchema('format')],
  });
  if (table?.found !== true) return undefined;
  const [format] = await query<{ readonly number: number }>({
    text: `SELECT number FROM ${inSchema('format')}`,
  });
  const found = format?.number;
  if (found !== undefined && found > viewsFormat)
    throw new StoreTooNewError(`${name}, schema ${viewsSchema}`, found, viewsFormat);
  return found;
}

/** Whether a statement failed because a table, a view or the schema is not there. */
export const isNoTable = (error: unknown): boolean => /^(42P01|3F000)$/.test(codeOf(error));

/** Whether a statement failed because a column is not there: the tables are of another form. */
export const isNoColumn = (error: unknown): boolean => codeOf(error) === '42703';

/** What the driver said, where an error of the engine was made from it. */
export const ofDriver = (error: unknown): unknown =>
  error instanceof EngineError && error.cause !== undefined ? error.cause : error;
