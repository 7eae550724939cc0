import { keyCheckName } from '../keys/keys-location.js';
import { serverFacts } from '../server-facts.js';
import type { EventsPlace } from '../server-location.js';
import { systemClock } from '../system/clock.js';
import { readConnectionString } from './connection-string.js';
import { openKurrentEvents, type KurrentEvents } from './kurrent-events.js';

/** A log on a KurrentDB (EventStoreDB) server or cluster. */
export function kurrentEventsPlace(url: string): EventsPlace {
  const { name } = readConnectionString(url);
  const about = `KurrentDB ${name}`;
  return {
    name,
    howToCopy: 'copies of its files, as docs/how-to/back-up-and-restore.md says',
    open: ({ clock }) => openKurrentEvents({ url, clock }),
    // It is kept when a log is begun.
    hasLog: () => asking(url, async (events) => (await events.meta(keyCheckName)) !== undefined),
    facts: () =>
      serverFacts(about, () => asking(url, ({ features }) => [{ about, value: features.version }])),
  };
}

async function asking<Result>(
  url: string,
  ask: (events: KurrentEvents) => Result | Promise<Result>,
): Promise<Result> {
  const events = await openKurrentEvents({ url, clock: systemClock });
  try {
    return await ask(events);
  } finally {
    await events.close();
  }
}
