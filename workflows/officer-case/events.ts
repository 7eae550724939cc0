import type { DataOf, EventOf } from '@safeconduct/workflow';
import { acrossEvents } from './events/across.js';
import { afterEvents } from './events/after.js';
import { assuranceEvents } from './events/assurance.js';
import { custodyEvents } from './events/custody.js';
import { entryEvents } from './events/entry.js';
import { relocationEvents } from './events/relocation.js';
import { returnEvents } from './events/return.js';

/** Every fact that can be recorded about a case, in the order of the procedure. */
export const events = {
  ...entryEvents,
  ...custodyEvents,
  ...returnEvents,
  ...assuranceEvents,
  ...relocationEvents,
  ...afterEvents,
  ...acrossEvents,
};
export type Events = typeof events;
export type Event = EventOf<Events>;
export type EventData<Type extends keyof Events> = DataOf<Events, Type>;
