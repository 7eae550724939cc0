import type { Clock } from '@safeconduct/engine';
import {
  openFileKeyRing,
  openMemoryEvents,
  openMemoryViews,
  storesAt,
  type OpenedStores,
  type StoresLocation,
} from '@safeconduct/stores';

interface TestStores {
  readonly location: StoresLocation;
  readonly stores: OpenedStores;
}

const logId = 'the-log';
const kept = new Map<string, OpenedStores>();
let inMemory = false;

/**
 * Has the servers of this test file run on a log in memory whose positions have gaps, and which declares no clock over
 * all streams. A folder that is opened again has the same log again, as after a restart.
 */
export function useLogWithGaps(): void {
  inMemory = true;
}

/** The stores of a folder: the embedded ones, unless `useLogWithGaps` was called. */
export async function openTestStores(folder: string, clock: Clock): Promise<TestStores> {
  const location = storesAt({ events: `sqlite:${folder}` });
  if (!inMemory) {
    const stores = await location.open({ note: 'test' }, { clock, newLogId: () => logId });
    return { location, stores };
  }
  const stores = kept.get(folder) ?? {
    events: openMemoryEvents({ clock, positions: 'sparse' }),
    views: openMemoryViews(),
    keys: openFileKeyRing(folder),
    logId,
    announce: () => {},
    close: () => Promise.resolve(),
  };
  kept.set(folder, stores);
  return { location, stores };
}
