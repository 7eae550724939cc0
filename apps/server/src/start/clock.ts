import { EngineError, logStart, type Engine, type EventStore, type RecordedEvent } from '@safeconduct/engine';
import { ClockWatch, systemClock } from '@safeconduct/stores';

/** Watches the clock of this machine, which must fit the log or the date of today. */
export async function watchClock(events: EventStore, today: string | undefined): Promise<ClockWatch> {
  const last = today === undefined ? await lastOf(events) : undefined;
  return new ClockWatch(systemClock, { today, lastRecordedAt: last?.recordedAt });
}

async function lastOf(events: EventStore): Promise<RecordedEvent | undefined> {
  const head = await events.head();
  if (head === logStart) return undefined;
  try {
    return await events.readAt(head);
  } catch (error) {
    // What is wrong with the event is said by whoever needs it; its time is not known.
    if (error instanceof EngineError && error.code === 'STORE_CORRUPT') return undefined;
    throw error;
  }
}

/** The same engine, which refuses every command while the clock cannot be right. */
export const watched = <Watched extends Engine>(engine: Watched, watch: ClockWatch): Watched => ({
  ...engine,
  handle(sent) {
    const problem = watch.problem();
    // The command is not awaited here: it reaches the store without waiting for a promise.
    return problem === undefined ? engine.handle(sent) : Promise.reject(problem);
  },
});
