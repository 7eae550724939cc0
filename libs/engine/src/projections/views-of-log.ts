import { ViewAheadError, ViewForeignError } from '../errors.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import type { Generation } from '../ports/view-store.js';

/**
 * Checks that generations were made from this log: each knows when the last event it has was recorded, and that event
 * must stand there. To be asked before anything is recorded, because positions that are given again would hide it.
 * @throws ViewAheadError  one knows events that this log does not have
 * @throws ViewForeignError  one was made from another log
 */
export async function checkViewsOfLog(events: EventStore, generations: readonly Generation[]): Promise<void> {
  const head = await events.head();
  for (const { view, checkpoint, recordedAt } of generations) {
    if (checkpoint > head) throw new ViewAheadError(view, checkpoint, head);
    if (checkpoint === 0n) continue;
    const [last] = await events.readAll({ after: checkpoint - 1n, limit: 1 });
    const inLog = (last as RecordedEvent).recordedAt;
    if (inLog !== recordedAt) throw new ViewForeignError(view, checkpoint, { inView: recordedAt, inLog });
  }
}
