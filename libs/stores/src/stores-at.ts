import type { StoresConfiguration, StoresLocation } from './location.js';
import { MemoryLocation } from './memory/memory-location.js';
import { SqliteLocation } from './sqlite/sqlite-location.js';
import { openMemoryViews } from './sqlite/views/sqlite-views.js';

/** Which texts `storesAt` understands. */
export const storesPattern = /^(sqlite:.+|memory:)$/;

const sqlite = 'sqlite:';

/** The one place that chooses: which stores a configuration means. Nothing is opened or made by that. */
export function storesAt({ events, masterKeyFile }: StoresConfiguration): StoresLocation {
  if (events.startsWith(sqlite)) return new SqliteLocation(events.slice(sqlite.length), masterKeyFile);
  return new MemoryLocation(openMemoryViews, masterKeyFile);
}
