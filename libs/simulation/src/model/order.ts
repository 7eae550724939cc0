import { epochMsOf } from '@safeconduct/workflow';
import type { Accuse, Evidence } from './evidence.js';

/** Positions and revisions have no gap, no id stands twice, neither clock goes back. */
export function checkOrder({ log, clockErrorMs }: Evidence, accuse: Accuse): void {
  const streams = new Map<string, { revision: bigint; occurredAt: string }>();
  const ids = new Set<string>();
  let recordedAt = '';
  for (const [index, event] of log.entries()) {
    const where = `position ${event.position}`;
    if (event.position !== BigInt(index) + 1n)
      accuse('gap in the positions', `${where} is the event number ${index + 1}`);
    if (event.recordedAt < recordedAt)
      accuse('recorded time goes back', `${where}: ${event.recordedAt} after ${recordedAt}`);
    recordedAt = event.recordedAt;
    if (ids.has(event.eventId))
      accuse('recorded twice', `${where}: ${event.type} has an id that was there before`);
    ids.add(event.eventId);
    const last = streams.get(event.stream) ?? { revision: -1n, occurredAt: '' };
    if (event.revision !== last.revision + 1n)
      accuse('gap in the revisions', `${where}: ${event.revision} after ${last.revision}`);
    if (event.occurredAt < last.occurredAt)
      accuse('occurred time goes back', `${where}: ${event.occurredAt} after ${last.occurredAt}`);
    streams.set(event.stream, event);
    // Where clocks are wrong, what a process calls now can be later than what the store calls now, by that much.
    if (epochMsOf(event.occurredAt) > epochMsOf(event.recordedAt) + clockErrorMs)
      accuse('happened after it was recorded', `${where}: ${event.occurredAt}, recorded ${event.recordedAt}`);
  }
}
