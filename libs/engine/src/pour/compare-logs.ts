import { LogsDifferError } from '../errors.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import { logStart, type Position } from '../ports/position.js';
import { eventText, metadataText, type LogDigest } from './log-digest.js';

/** The log that is poured, and the one it is poured into. */
export interface PouredLogs {
  readonly from: EventStore;
  readonly to: EventStore;
}

const batchSize = 500;

/**
 * Compares the events that the target has with the first ones of the source, event by event.
 * @param digest  gets the events that are in both
 * @param onBatch  called after each batch
 * @returns the position in the source behind which the target has nothing yet
 * @throws LogsDifferError  the target has an event that does not stand at this place of the source
 */
export async function compareLogs(
  { from, to }: PouredLogs,
  digest: LogDigest,
  onBatch: () => void = () => {},
): Promise<Position> {
  let [reached, reachedInTarget] = [logStart, logStart];
  for (;;) {
    const known = await to.readAll({ after: reachedInTarget, limit: batchSize });
    const last = known.at(-1);
    if (last === undefined) return reached;
    const events = await from.readAll({ after: reached, limit: known.length });
    for (const [index, event] of known.entries()) digest.add(sameText(events[index], event));
    reached = events.at(-1)?.position ?? reached;
    reachedInTarget = last.position;
    onBatch();
  }
}

/** The text of an event that both logs have. @throws LogsDifferError */
function sameText(event: RecordedEvent | undefined, inTarget: RecordedEvent): string {
  if (event === undefined) {
    throw new LogsDifferError(
      `the target has an event at position ${inTarget.position} where the source has ended`,
    );
  }
  const text = eventText(event);
  if (text === eventText(inTarget)) return text;
  throw new LogsDifferError(
    `the event at position ${inTarget.position} of the target is not the one at position ` +
      `${event.position} of the source: they differ in ${differing(event, inTarget).join(', ')}`,
  );
}

const parts: Readonly<Record<string, (event: RecordedEvent) => unknown>> = {
  stream: ({ stream }) => stream,
  revision: ({ revision }) => revision,
  eventId: ({ eventId }) => eventId,
  type: ({ type }) => type,
  schemaVersion: ({ schemaVersion }) => schemaVersion,
  recordedAt: ({ recordedAt }) => recordedAt,
  occurredAt: ({ occurredAt }) => occurredAt,
  metadata: ({ metadata }) => metadataText(metadata),
  data: ({ data }) => data,
};

/** The names of the parts that differ; never their values. */
const differing = (one: RecordedEvent, other: RecordedEvent): readonly string[] =>
  Object.entries(parts).flatMap(([name, part]) => (part(one) === part(other) ? [] : [name]));
