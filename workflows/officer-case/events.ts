import type { DataOf, EventOf } from '@safeconduct/workflow';
import { assignmentEvents } from './assignment/events.js';
import { assuranceEvents } from './assurance/events.js';
import { childEvents } from './children/events.js';
import { custodyEvents } from './custody/events.js';
import { entryEvents } from './entry/events.js';
import { erasureEvents } from './erasure/events.js';
import { appealEvents } from './appeals/events.js';
import { correctionEvents } from './corrections/events.js';
import { fateEvents } from './fates/events.js';
import { holdEvents } from './holds/events.js';
import { monitoringEvents } from './monitoring/events.js';
import { noteEvents } from './notes/events.js';
import { relocationEvents } from './relocation/events.js';
import { renunciationEvents } from './renunciation/events.js';
import { returnEvents } from './return/events.js';

/** Every fact that can be recorded about a case, in the order of the procedure. */
export const events = {
  ...entryEvents,
  ...childEvents,
  ...custodyEvents,
  ...renunciationEvents,
  ...returnEvents,
  ...assuranceEvents,
  ...relocationEvents,
  ...monitoringEvents,
  ...fateEvents,
  ...holdEvents,
  ...correctionEvents,
  ...appealEvents,
  ...assignmentEvents,
  ...noteEvents,
  ...erasureEvents,
};
export type Events = typeof events;
export type Event = EventOf<Events>;
export type EventData<Type extends keyof Events> = DataOf<Events, Type>;
