import { refuseDamaged, type EventRow } from './event-row.js';
import { expects, type IncomingWrite, type Verdict } from './wire.js';

/** The parts of an event that identify it. */
export interface Trace {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
  readonly recordedAtMs: number;
}

/** @throws StoreCorruptError  the row is not what was recorded */
export function traceOf(row: EventRow, file: string): Trace {
  refuseDamaged(row, file);
  const [position, stream, revision, eventId, , , recordedAtMs] = row;
  return { position, stream, revision, eventId, recordedAtMs };
}

/**
 * Where to look for an append that was made before: the first of its events is `before` positions in front of
 * this one.
 */
export interface Anchor {
  readonly stream: string;
  readonly revision: number;
  readonly before: number;
}

/**
 * An expected revision says where to look. Where no write has one, a repetition is recognised only at the end
 * of its stream; `heads` are the last revisions.
 */
export function anchorOf(writes: readonly IncomingWrite[], heads: readonly number[]): Anchor {
  const exact = writes.findIndex(({ expected }) => expected >= expects.noStream);
  const index = Math.max(exact, 0);
  const { stream, expected, events } = writes[index] as IncomingWrite;
  const revision = exact >= 0 ? expected + 1 : (heads[index] as number) - events.length + 1;
  return { stream, revision, before: eventsIn(writes.slice(0, index)) };
}

/**
 * The first answer, if the log has exactly this append at that place: the events of one append are
 * neighbours.
 */
export function firstAnswer(writes: readonly IncomingWrite[], traces: readonly Trace[]): Verdict | undefined {
  const revisions: number[] = [];
  let at = 0;
  for (const { stream, expected, events } of writes) {
    const first = expected >= expects.noStream ? expected + 1 : traces[at]?.revision;
    if (first === undefined) return undefined;
    for (const [index, { eventId }] of events.entries()) {
      const trace = traces[at++];
      if (trace?.stream !== stream || trace.revision !== first + index || trace.eventId !== hexOf(eventId)) {
        return undefined;
      }
    }
    revisions.push(first + events.length - 1);
  }
  const { position, recordedAtMs } = traces[at - 1] as Trace;
  return { position, recordedAtMs, revisions };
}

export const eventsIn = (writes: readonly IncomingWrite[]): number =>
  writes.reduce((sum, { events }) => sum + events.length, 0);

/** A UUID as it is kept: its hexadecimal digits alone. */
export const hexOf = (uuid: string): string => uuid.replaceAll('-', '');
