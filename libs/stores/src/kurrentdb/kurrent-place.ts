import { EngineError, type Clock } from '@safeconduct/engine';
import { keyCheckName } from '../keys/key-check.js';
import type { StoreFact } from '../location.js';
import type { EventsPlace } from '../server-location.js';
import { systemClock } from '../system/clock.js';
import { readConnectionString } from './connection-string.js';
import { openKurrentEvents, type KurrentEvents } from './kurrent-events.js';

/** A log on a KurrentDB (EventStoreDB) server or cluster. */
export function kurrentEventsPlace(url: string): EventsPlace {
  const { name } = readConnectionString(url);
  const open = ({ clock }: { readonly clock: Clock }) => openKurrentEvents({ url, clock });
  return {
    name,
    open,
    howToCopy: 'copies of its files, as docs/how-to/back-up-and-restore.md says',
    hasLog: async () => {
      const events = await open({ clock: systemClock });
      try {
        // It is kept when a log is begun.
        return (await events.meta(keyCheckName)) !== undefined;
      } finally {
        await events.close();
      }
    },
    facts: () => factsOf(name, () => open({ clock: systemClock })),
  };
}

async function factsOf(name: string, open: () => Promise<KurrentEvents>): Promise<readonly StoreFact[]> {
  try {
    const events = await open();
    try {
      return [{ about: `KurrentDB ${name}`, value: events.features.version }];
    } finally {
      await events.close();
    }
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    return [{ about: `KurrentDB ${name}`, value: 'does not answer as needed', problem: error.message }];
  }
}
