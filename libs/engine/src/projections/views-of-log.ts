import { ViewAheadError, ViewForeignError } from '../errors.js';
import type { EventStore } from '../ports/event-store.js';
import { logStart } from '../ports/position.js';
import type { Generation, ViewStore } from '../ports/view-store.js';

/**
 * Checks that views were made from this log: each generation knows when the last event it has was recorded, and that
 * event must stand there. To be asked before anything is recorded, because positions that are given again would hide it.
 * @param generations  those to check; all of them when left out
 * @throws ViewAheadError  one knows events that this log does not have
 * @throws ViewForeignError  one was made from another log
 */
export async function checkViewsOfLog(
  events: EventStore,
  views: ViewStore,
  generations?: readonly Generation[],
): Promise<void> {
  // The views are read first: another process may fill them meanwhile, and they are never ahead of their log.
  const known = generations ?? (await views.generations());
  const head = await events.head();
  for (const { view, checkpoint, recordedAt: inView } of known) {
    if (checkpoint > head) throw new ViewAheadError(view, { checkpoint, head }, views.howToRemove);
    if (checkpoint === logStart) continue;
    const inLog = (await events.readAt(checkpoint))?.recordedAt;
    if (inLog !== inView) throw new ViewForeignError(view, { checkpoint, inView, inLog }, views.howToRemove);
  }
}
