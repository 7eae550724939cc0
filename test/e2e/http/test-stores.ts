import { afterAll, expect } from '@jest/globals';
import { eventStoreWith, type Clock, type EventStore } from '@safeconduct/engine';
import {
  closeAll,
  createMasterKey,
  KeysLocation,
  openFolderJobs,
  openMemoryEvents,
  openSqliteReads,
  openMemoryAccounts,
  openSqliteViews,
  keyStoreIn,
  storesAt,
  type OpenedStores,
  type StoresLocation,
} from '@safeconduct/stores';
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openKurrentEvents, startPostgres, type TestPostgres } from '../../../libs/stores/testing/index.js';
import { levels } from '../../../tools/kurrentdb-levels.mjs';
import { KurrentdbDouble } from '../../doubles/kurrentdb/kurrentdb-double.js';

interface TestStores {
  readonly location: StoresLocation;
  readonly stores: OpenedStores;
}

type Opener = (folder: string, clock: Clock) => Promise<TestStores>;

const logId = 'the-log';
/** The stores that a test file has chosen. They are those of no other file: the next one may run in the same process. */
let chosen:
  { readonly by: string | undefined; readonly opener: Opener; readonly servers: number } | undefined;
const runningFile = (): string | undefined => expect.getState().testPath;
const choiceNow = () => (chosen?.by === runningFile() ? chosen : undefined);

function choose(opener: Opener, servers = 1): void {
  chosen = { by: runningFile(), opener, servers };
}

/** How many servers of a suite share its stores. */
export const serversOfStores = (): number => choiceNow()?.servers ?? 1;

/** The stores of a folder. A folder that is opened again has the same data again, as after a restart. */
export const openTestStores: Opener = (folder, clock) => (choiceNow()?.opener ?? openEmbedded)(folder, clock);

/**
 * Lets the servers of this test file run on a log in memory that has gaps between positions and one clock for
 * each stream, with the views in the folder.
 */
export function useLogWithGaps(): void {
  const logs = new Map<string, EventStore>();
  choose((folder, clock) => {
    const location = storesAt({ events: `sqlite:${folder}` });
    const events = logs.get(folder) ?? openMemoryEvents({ clock, positions: 'sparse' });
    logs.set(folder, events);
    const kept = eventStoreWith(events, { close: () => Promise.resolve() });
    return besideLog(kept, folder, clock).then((stores) => ({ location, stores }));
  });
}

/** Lets a suite ask two servers that share a PostgreSQL database; each folder has a database of its own. */
export async function onPostgres(suite: () => Promise<unknown>): Promise<void> {
  const server: TestPostgres = await startPostgres();
  const databases = new Map<string, string>();
  choose(async (folder, clock) => {
    const events = databases.get(folder) ?? (await server.freshDatabase());
    databases.set(folder, events);
    createMasterKey(join(folder, 'master.key'));
    return opened(storesAt({ events, masterKeyFile: join(folder, 'master.key') }), clock);
  }, 2);
  await suite();
  // Hooks run in the order in which they are given: the suite closes its servers first.
  afterAll(() => server.stop());
}

/**
 * Lets the servers of a suite run on KurrentDB, with the views in the folder: on the real server at KURRENTDB_URL where
 * there is one, else on a double of it. The log of each folder has names of its own there.
 */
export async function onKurrentdb(suite: () => Promise<unknown>): Promise<void> {
  const double = await KurrentdbDouble.start({ version: '23.10.8' });
  useKurrentdb(levels.server().url ?? double.url);
  await suite();
  afterAll(() => {
    double.stop();
  });
}

/** Lets the servers of this test file run on the KurrentDB at an address. */
export function useKurrentdb(url: string): void {
  choose(async (folder, clock) => {
    const location = storesAt({ events: url, views: `sqlite:${folder}` });
    const events = await openKurrentEvents({ url, clock, namespace: `${basename(folder)}/` });
    return { location, stores: await besideLog(events, folder, clock) };
  });
}

/** Views, jobs and the keys in the folder, beside a log that is elsewhere. */
async function besideLog(events: EventStore, folder: string, clock: Clock): Promise<OpenedStores> {
  const own = { keyFile: join(folder, 'master.key'), log: folder };
  const location = new KeysLocation({}, own, keyStoreIn(join(folder, 'keys')));
  const opened = await location.open({ mode: 'write', hasLog: existsSync(own.keyFile) });
  const keys = await opened.ringFor(events);
  const views = openSqliteViews({ folder, mode: 'write' });
  const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock });
  const reads = openSqliteReads({ folder, flushing: 'soon' });
  const close = () =>
    closeAll([
      () => reads.close(),
      () => jobs.close(),
      () => views.close(),
      () => events.close(),
      () => opened.close(),
    ]);
  const accounts = openMemoryAccounts();
  return { events, views, keys, jobs, reads, accounts, logId, announce: () => {}, close };
}

function openEmbedded(folder: string, clock: Clock): Promise<TestStores> {
  return opened(storesAt({ events: `sqlite:${folder}` }), clock);
}

async function opened(location: StoresLocation, clock: Clock): Promise<TestStores> {
  const stores = await location.open({ note: 'test' }, { clock, newLogId: () => logId });
  return { location, stores };
}
