import type { ViewStore } from '@safeconduct/engine';
import type { StoreFact } from '../location.js';
import { openTogether } from '../open-together.js';
import { serverFacts } from '../server-facts.js';
import type { EventsPlace, OpenedViews, OpenedViewsAndMore, ViewsPlace } from '../server-location.js';
import { openPostgresAccounts } from './accounts/postgres-account-store.js';
import { databaseName, openDatabase, type Database } from './database.js';
import { openPostgresEvents } from './events/postgres-events.js';
import { eventsSchema } from './events/schema.js';
import { openPostgresJobs } from './jobs/postgres-jobs.js';
import { schemaVersion } from './migrate.js';
import { rowsOfDatabase } from './rows-of-database.js';
import { openPostgresReads } from './reads/postgres-reads.js';
import { openPostgresViews } from './views/postgres-views.js';

/** How many questions to the views run at a time in one process. */
const viewConnections = 8;

/** A log in a PostgreSQL database. */
export const postgresEventsPlace = (url: string, migrationUrl: string | undefined): EventsPlace => ({
  name: databaseName(url),
  howToCopy: 'pg_dump or pg_basebackup, as docs/how-to/back-up-and-restore.md says',
  hasLog: () => asking(url, async (database) => (await schemaVersion(database, eventsSchema)).found > 0),
  open: ({ mode }) => openPostgresEvents({ url, migrationUrl, mode }),
  contents: () => rowsOfDatabase(url),
  facts: () =>
    factsOf(url, async (database) => {
      const { found, known } = await schemaVersion(database, eventsSchema);
      return [
        await serverFact(database),
        { about: 'schema of the events', value: versionText(found, known) },
      ];
    }),
});

interface ViewsOptions {
  /** Whose role makes the schema of the views; left out: that of the application. */
  readonly migrationUrl: string | undefined;
  readonly scratchViews: () => ViewStore;
}

/** Views in a PostgreSQL database. */
export const postgresViewsPlace = (
  url: string,
  { migrationUrl, scratchViews }: ViewsOptions,
): ViewsPlace => ({
  name: databaseName(url),
  open: () => openedViewsAndMore({ url, migrationUrl }, 'write'),
  openToRead: () => openedViewsAndMore({ url }, 'read'),
  openForProjections: async () => ({
    ...(await openedViews({ url, migrationUrl })),
    viewsAreDamaged: () => false,
  }),
  scratchViews,
  folders: [],
  contents: () => rowsOfDatabase(url),
  facts: () => factsOf(url, async (database) => [await serverFact(database)]),
});

interface ViewsAddress {
  readonly url: string;
  readonly migrationUrl?: string | undefined;
}

const openedViewsAndMore = (
  { url, migrationUrl }: ViewsAddress,
  mode: 'write' | 'read',
): Promise<OpenedViewsAndMore> =>
  openTogether((toClose) => {
    const database = openDatabase(url, { connections: viewConnections, purpose: 'views' });
    toClose(() => database.close());
    const views = openPostgresViews({ database, migrationUrl, mode });
    toClose(() => views.close());
    const jobs = openPostgresJobs({ database, mode });
    toClose(() => jobs.close());
    const reads = openPostgresReads({ database, mode });
    toClose(() => reads.close());
    const accounts = openPostgresAccounts({ database, mode });
    toClose(() => accounts.close());
    return { views, jobs, reads, accounts, announce: () => {} };
  });

const openedViews = ({ url, migrationUrl }: ViewsAddress): Promise<OpenedViews> =>
  openTogether((toClose) => {
    const database = openDatabase(url, { connections: 2, purpose: 'projections' });
    toClose(() => database.close());
    const views = openPostgresViews({ database, migrationUrl, mode: 'write' });
    toClose(() => views.close());
    return { views };
  });

async function asking<Result>(url: string, ask: (database: Database) => Promise<Result>): Promise<Result> {
  const database = openDatabase(url, { connections: 1, purpose: 'questions' });
  try {
    return await ask(database);
  } finally {
    await database.close();
  }
}

const factsOf = (
  url: string,
  ask: (database: Database) => Promise<readonly StoreFact[]>,
): Promise<readonly StoreFact[]> => serverFacts(aboutServer(databaseName(url)), () => asking(url, ask));

const aboutServer = (name: string): string => `PostgreSQL ${name}`;

async function serverFact(database: Database): Promise<StoreFact> {
  const [row] = await database.query<{ version: string }>({
    text: `SELECT current_setting('server_version') AS version`,
  });
  const pooled = (await database.isPooled()) ? `, ${throughPooler}` : '';
  return { about: aboutServer(database.name), value: `${row?.version ?? ''}${pooled}` };
}

const throughPooler = 'through a pooler: what other servers append is noticed at the next poll';

const versionText = (found: number, known: number): string =>
  found === 0 ? 'not there yet' : `${found} of ${known}`;
