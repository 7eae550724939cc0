import { type EventStore, type NewEvent, type RecordedEvent, logStart } from '@safeconduct/engine';
import { countingIds } from '@safeconduct/engine/testing';
import type { Database } from '../database.js';
import { statementOf } from '../events/group.js';

const ids = countingIds();

export const newEvent = (type = 'NoteAdded'): NewEvent => ({
  eventId: ids.next(),
  type,
  schemaVersion: 1,
  metadata: { workflow: 'test' },
  data: '{"text":"a note"}',
});

/** The statement of an append without an expectation, for a transaction of a test. */
export const appendTo = (stream: string, event: NewEvent = newEvent()) => {
  const unheard = { resolve: () => {}, reject: () => {} };
  return statementOf([{ writes: [{ stream, expected: 'any', events: [event] }], checks: [], ...unheard }]);
};

/**
 * A reader as simple as one can be: it remembers the last position it saw, and asks for what follows. When it
 * is told to end it reads on to the end of the log, and answers with what it has seen.
 */
export function naiveReader(database: Database): { end(): Promise<readonly SeenEvent[]> } {
  const told = { toEnd: false };
  const reading = (async () => {
    const seen: SeenEvent[] = [];
    for (;;) {
      const { toEnd } = told;
      const rows = await database.query<SeenEvent>({
        text: `SELECT position, stream, revision, event_id AS "eventId"
          FROM safeconduct_events.event WHERE position > $1 ORDER BY position LIMIT 100`,
        values: [seen.at(-1)?.position ?? 0],
      });
      seen.push(...rows);
      if (toEnd && rows.length === 0) return seen;
    }
  })();
  reading.catch(() => {});
  return {
    end: () => {
      told.toEnd = true;
      return reading;
    },
  };
}

export interface SeenEvent extends Readonly<Record<string, unknown>> {
  readonly position: number;
  readonly stream: string;
  readonly revision: number;
  readonly eventId: string;
}

/** Positions that are missing, and revisions that do not follow the one before in their stream. */
export function flawsOf(seen: readonly SeenEvent[]): readonly string[] {
  const lasts = new Map<string, number>();
  return seen.flatMap(({ position, stream, revision }, index) => {
    const expected = (lasts.get(stream) ?? -1) + 1;
    lasts.set(stream, revision);
    return [
      ...(position === index + 1 ? [] : [`position ${position} follows ${index}`]),
      ...(revision === expected ? [] : [`${stream}: revision ${revision}, expected ${expected}`]),
    ];
  });
}

export const wholeLog = (events: EventStore): Promise<readonly RecordedEvent[]> =>
  events.readAll({ after: logStart, limit: 1_000_000 });

/** What a writer was told, and what it never was. */
export interface Written {
  readonly acknowledged: string[];
  unavailable: number;
}

/**
 * Appends events to a stream of its own, one after the other, and repeats each with the same id until it is
 * answered.
 */
export async function writePatiently(
  events: EventStore,
  stream: string,
  { count, written }: { readonly count: number; readonly written: Written },
): Promise<void> {
  for (let revision = 0; revision < count;) {
    const event = newEvent();
    const expected = revision === 0 ? ('noStream' as const) : BigInt(revision - 1);
    while (!(await attempt(events, { stream, expected, events: [event] }, written))) await pause();
    written.acknowledged.push(event.eventId);
    revision += 1;
  }
}

type Write = Parameters<EventStore['append']>[0][number];

/** @returns whether it was answered; anything but an unknown outcome is a failure of the test */
async function attempt(events: EventStore, write: Write, written: Written): Promise<boolean> {
  try {
    await events.append([write]);
    return true;
  } catch (error) {
    if ((error as { code?: string }).code !== 'STORE_UNAVAILABLE') throw error;
    written.unavailable += 1;
    return false;
  }
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 20));
