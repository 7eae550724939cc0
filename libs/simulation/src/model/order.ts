import { epochMsOf } from '@safeconduct/workflow';
import type { ReportViolation, Evidence } from './evidence.js';
import { isFreeOfOrder } from './replay.js';

/** Where a stream stands: since when, up to which revision, and up to which time in either clock. */
interface End {
  readonly revision: bigint;
  readonly began: string;
  readonly clock: string;
  readonly recordedAt: string;
}

/**
 * Positions ascend, revisions have no gap, no id stands twice, neither clock goes back within a stream. What is free of order
 * has a time of its own, after the beginning of its stream.
 */
export function checkOrder({ log, clockErrorMs }: Evidence, report: ReportViolation): void {
  const streams = new Map<string, End>();
  const ids = new Set<string>();
  let position = 0n;
  for (const event of log) {
    const where = `position ${event.position}`;
    if (event.position <= position) report('positions do not ascend', `${where} after ${position}`);
    position = event.position;
    if (ids.has(event.eventId))
      report('recorded twice', `${where}: ${event.type} has an id that was there before`);
    ids.add(event.eventId);
    const last = streams.get(event.stream) ?? { revision: -1n, began: '', clock: '', recordedAt: '' };
    if (event.revision !== last.revision + 1n)
      report('gap in the revisions', `${where}: ${event.revision} after ${last.revision}`);
    if (event.recordedAt < last.recordedAt)
      report('recorded time goes back', `${where}: ${event.recordedAt} after ${last.recordedAt}`);
    const isFree = isFreeOfOrder(event);
    const earliest = isFree ? last.began : last.clock;
    if (event.occurredAt < earliest)
      report('occurred time goes back', `${where}: ${event.occurredAt} after ${earliest}`);
    const { stream, revision, occurredAt, recordedAt } = event;
    const clock = isFree ? last.clock : occurredAt;
    streams.set(stream, { revision, began: last.began || occurredAt, clock, recordedAt });
    // Where clocks are wrong, the time of a process can be ahead of the time of the store by that much.
    if (epochMsOf(event.occurredAt) > epochMsOf(event.recordedAt) + clockErrorMs)
      report('happened after it was recorded', `${where}: ${event.occurredAt}, recorded ${event.recordedAt}`);
  }
}
