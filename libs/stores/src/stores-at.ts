import type { StoresConfiguration, StoresLocation } from './location.js';
import { MemoryLocation } from './memory/memory-location.js';
import { SqliteLocation } from './sqlite/sqlite-location.js';
import { openMemoryViews } from './sqlite/views/sqlite-views.js';

/** Which texts `storesAt` understands. */
export const storesPattern = /^(sqlite:.+|memory:)$/;

const sqlite = 'sqlite:';

/** Chooses the stores that a configuration names; no other code does. Nothing is opened or created. */
export function storesAt({ events, masterKeyFile }: StoresConfiguration): StoresLocation {
  if (events.startsWith(sqlite)) return new SqliteLocation(events.slice(sqlite.length), masterKeyFile);
  return new MemoryLocation(openMemoryViews, masterKeyFile);
}
