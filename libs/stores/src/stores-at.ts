import { join } from 'node:path';
import type { KeyStorePlace } from './keys/key-store.js';
import { KeysLocation, masterKeyFileIn } from './keys/keys-location.js';
import { kurrentEventsPlace } from './kurrentdb/kurrent-place.js';
import type { StoresConfiguration, StoresLocation } from './location.js';
import { openMemoryKeyStore } from './memory/memory-key-store.js';
import { MemoryLocation } from './memory/memory-location.js';
import { postgresKeyStorePlace } from './postgres/keys/postgres-key-store.js';
import { postgresEventsPlace, postgresViewsPlace } from './postgres/postgres-places.js';
import { ServerLocation, type EventsPlace, type ViewsPlace } from './server-location.js';
import { sqliteKeyStorePlace } from './sqlite/keys/sqlite-key-store.js';
import { SqliteLocation } from './sqlite/sqlite-location.js';
import { sqliteViewsPlace } from './sqlite/sqlite-views-place.js';
import { openMemoryViews } from './sqlite/views/sqlite-views.js';

/** Which texts `storesAt` understands: for the events, for the views and the keys, and for a PostgreSQL database. */
export const eventsPattern =
  /^(sqlite:.+|postgres(ql)?:\/\/.+|(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/.+|memory:)$/;
export const viewsPattern = /^(sqlite:.+|postgres(ql)?:\/\/.+)$/;
export const postgresPattern = /^postgres(ql)?:\/\/.+$/;
const serverPattern = /^(postgres(ql)?|(kurrentdb|kurrent|kdb|esdb)(\+discover)?):\/\//;

const sqlite = 'sqlite:';
const memory = 'memory:';

/** Chooses the stores that a configuration names; no other code does. Nothing is opened or created. */
export function storesAt(configuration: StoresConfiguration): StoresLocation {
  const { events } = configuration;
  const keysIn = (folder: string, log = folder) => keysLocationOf(configuration, { folder, log });
  if (events === memory) return new MemoryLocation(openMemoryViews, keysIn);
  if (events.startsWith(sqlite)) {
    const folder = events.slice(sqlite.length);
    return new SqliteLocation(folder, keysIn(folder));
  }
  const [eventsPlace, viewsPlace] = [eventsPlaceOf(configuration), viewsPlaceOf(configuration)];
  return new ServerLocation(eventsPlace, viewsPlace, (folder) => keysIn(folder, eventsPlace.name));
}

/** The keys of an installation: what is not named is in its folder, or with its data. */
function keysLocationOf(
  configuration: StoresConfiguration,
  { folder, log }: { readonly folder: string; readonly log: string },
): KeysLocation {
  const own = { keyFile: masterKeyFileIn(folder), log };
  return new KeysLocation(configuration, own, keyStorePlaceOf(configuration, folder));
}

function keyStorePlaceOf(
  { events, views = events, keys }: StoresConfiguration,
  folder: string,
): KeyStorePlace {
  if (keys !== undefined)
    return postgresPattern.test(keys)
      ? postgresKeyStorePlace(keys)
      : sqliteKeyStorePlace(keys.slice(sqlite.length));
  if (events === memory) return { name: 'memory', open: () => Promise.resolve(openMemoryKeyStore()) };
  const beside = [events, views].find((one) => postgresPattern.test(one));
  if (beside !== undefined) return postgresKeyStorePlace(beside);
  return sqliteKeyStorePlace(join(views.startsWith(sqlite) ? views.slice(sqlite.length) : folder, 'keys'));
}

function eventsPlaceOf({ events, migration }: StoresConfiguration): EventsPlace {
  return postgresPattern.test(events) ? postgresEventsPlace(events, migration) : kurrentEventsPlace(events);
}

function viewsPlaceOf({ events, views = events, migration }: StoresConfiguration): ViewsPlace {
  return views.startsWith(sqlite)
    ? sqliteViewsPlace(views.slice(sqlite.length))
    : postgresViewsPlace(views, { migrationUrl: migration, scratchViews: openMemoryViews });
}

/** A key store in a folder, such as a copy of another one. */
export const keyStoreIn = (folder: string): KeyStorePlace => sqliteKeyStorePlace(folder);

/** Whether the events are where the views have no place of their own: in a folder or in memory. */
export const isEmbedded = (events: string): boolean => !serverPattern.test(events);

/** Why stores cannot be used together, and what to do; `undefined` when they can. */
export function combinationProblem({ events, views, migration }: StoresConfiguration): string | undefined {
  const embedded = isEmbedded(events);
  if (embedded && views !== undefined && views !== events)
    return 'the views of the embedded store are in its folder; leave SAFECONDUCT_VIEWS out';
  if (!embedded && views === undefined && !postgresPattern.test(events))
    return 'KurrentDB keeps events only; give SAFECONDUCT_VIEWS, such as postgres://db.example.org/safeconduct';
  if (migration !== undefined && ![events, views ?? ''].some((one) => postgresPattern.test(one)))
    return 'SAFECONDUCT_MIGRATION_URL is for PostgreSQL; leave it out';
  return undefined;
}
