import { afterAll } from '@jest/globals';
import type { Clock, EventStore } from '@safeconduct/engine';
import {
  closeAll,
  openFileKeyRing,
  openFolderJobs,
  openMemoryEvents,
  openSqliteViews,
  storesAt,
  type OpenedStores,
  type StoresLocation,
} from '@safeconduct/stores';
import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '../../../libs/stores/testing/index.js';

interface TestStores {
  readonly location: StoresLocation;
  readonly stores: OpenedStores;
}

type Opener = (folder: string, clock: Clock) => Promise<TestStores>;

const logId = 'the-log';
let opener: Opener = openEmbedded;
let servers = 1;

/** How many servers of a suite share its stores. */
export const serversOfStores = (): number => servers;

/** The stores of a folder. A folder that is opened again has the same data again, as after a restart. */
export const openTestStores: Opener = (folder, clock) => opener(folder, clock);

/**
 * Lets the servers of this test file run on a log in memory that has gaps between positions and one clock for
 * each stream, with the views in the folder.
 */
export function useLogWithGaps(): void {
  const logs = new Map<string, EventStore>();
  opener = (folder, clock) => {
    const location = storesAt({ events: `sqlite:${folder}` });
    const keys = openFileKeyRing(folder);
    const views = openSqliteViews({ folder, mode: 'write' });
    const events = logs.get(folder) ?? openMemoryEvents({ clock, positions: 'sparse' });
    logs.set(folder, events);
    const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock });
    const close = () => closeAll([() => jobs.close(), () => views.close()]);
    const stores = { events, views, keys, jobs, logId, announce: () => {}, close };
    return Promise.resolve({ location, stores });
  };
}

/** Lets a suite ask two servers that share a PostgreSQL database; each folder has a database of its own. */
export async function onPostgres(suite: () => Promise<unknown>): Promise<void> {
  const server: TestPostgres = await startPostgres();
  const databases = new Map<string, string>();
  servers = 2;
  opener = async (folder, clock) => {
    const events = databases.get(folder) ?? (await server.freshDatabase());
    databases.set(folder, events);
    openFileKeyRing(folder);
    return opened(storesAt({ events, masterKeyFile: join(folder, 'master.key') }), clock);
  };
  await suite();
  // Hooks run in the order in which they are given: the suite closes its servers first.
  afterAll(() => server.stop());
}

function openEmbedded(folder: string, clock: Clock): Promise<TestStores> {
  return opened(storesAt({ events: `sqlite:${folder}` }), clock);
}

async function opened(location: StoresLocation, clock: Clock): Promise<TestStores> {
  const stores = await location.open({ note: 'test' }, { clock, newLogId: () => logId });
  return { location, stores };
}
