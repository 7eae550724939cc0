import { kurrentEventsPlace } from './kurrentdb/kurrent-place.js';
import type { StoresConfiguration, StoresLocation } from './location.js';
import { MemoryLocation } from './memory/memory-location.js';
import { postgresEventsPlace, postgresViewsPlace } from './postgres/postgres-places.js';
import { ServerLocation, type EventsPlace, type ViewsPlace } from './server-location.js';
import { SqliteLocation } from './sqlite/sqlite-location.js';
import { sqliteViewsPlace } from './sqlite/sqlite-views-place.js';
import { openMemoryViews } from './sqlite/views/sqlite-views.js';

/** Which texts `storesAt` understands: for the events, for the views, and for a PostgreSQL database. */
export const eventsPattern =
  /^(sqlite:.+|postgres(ql)?:\/\/.+|(kurrentdb|kurrent|kdb|esdb)(\+discover)?:\/\/.+|memory:)$/;
export const viewsPattern = /^(sqlite:.+|postgres(ql)?:\/\/.+)$/;
export const postgresPattern = /^postgres(ql)?:\/\/.+$/;
const serverPattern = /^(postgres(ql)?|(kurrentdb|kurrent|kdb|esdb)(\+discover)?):\/\//;

const sqlite = 'sqlite:';
const memory = 'memory:';

/** Chooses the stores that a configuration names; no other code does. Nothing is opened or created. */
export function storesAt(configuration: StoresConfiguration): StoresLocation {
  const { events, masterKeyFile } = configuration;
  if (events === memory) return new MemoryLocation(openMemoryViews, masterKeyFile);
  if (events.startsWith(sqlite)) return new SqliteLocation(events.slice(sqlite.length), masterKeyFile);
  return new ServerLocation(eventsPlaceOf(configuration), viewsPlaceOf(configuration), masterKeyFile);
}

function eventsPlaceOf({ events, migration }: StoresConfiguration): EventsPlace {
  return postgresPattern.test(events) ? postgresEventsPlace(events, migration) : kurrentEventsPlace(events);
}

function viewsPlaceOf({ events, views = events, migration }: StoresConfiguration): ViewsPlace {
  return views.startsWith(sqlite)
    ? sqliteViewsPlace(views.slice(sqlite.length))
    : postgresViewsPlace(views, { migrationUrl: migration, scratchViews: openMemoryViews });
}

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
