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

interface TestStores {
  readonly location: StoresLocation;
  readonly stores: OpenedStores;
}

const logId = 'the-log';
const logs = new Map<string, EventStore>();
let withGaps = false;

/**
 * Lets the servers of this test file run on a log in memory that has gaps between positions and one clock for
 * each stream. A folder that is opened again has the same log again, as after a restart.
 */
export function useLogWithGaps(): void {
  withGaps = true;
}

/** The stores of a folder: the embedded ones, or their views beside a log with gaps. */
export async function openTestStores(folder: string, clock: Clock): Promise<TestStores> {
  const location = storesAt({ events: `sqlite:${folder}` });
  if (!withGaps) {
    const stores = await location.open({ note: 'test' }, { clock, newLogId: () => logId });
    return { location, stores };
  }
  const keys = openFileKeyRing(folder);
  const views = openSqliteViews({ folder, mode: 'write' });
  const events = logs.get(folder) ?? openMemoryEvents({ clock, positions: 'sparse' });
  logs.set(folder, events);
  const jobs = openFolderJobs({ folder: join(folder, 'jobs'), clock });
  const close = () => closeAll([() => jobs.close(), () => views.close()]);
  const stores = { events, views, keys, jobs, logId, announce: () => {}, close };
  return { location, stores };
}
