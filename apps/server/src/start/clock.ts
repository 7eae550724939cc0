import {
  EngineError,
  gatedProposals,
  logStart,
  type Engine,
  type EventStore,
  type Instant,
} from '@safeconduct/engine';
import { ClockWatch, systemClock } from '@safeconduct/stores';

/** Watches the clock of this machine, which must fit the log or the date of today. */
export async function watchClock(events: EventStore, today: string | undefined): Promise<ClockWatch> {
  const last = today === undefined ? await lastRecordedAt(events) : undefined;
  return new ClockWatch(systemClock, { today, lastRecordedAt: last });
}

/** When the last event of the log was recorded; undefined where there is none that can be read. */
export async function lastRecordedAt(events: EventStore): Promise<Instant | undefined> {
  const head = await events.head();
  if (head === logStart) return undefined;
  try {
    return (await events.readAt(head))?.recordedAt;
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
  proposals: gatedProposals(engine.proposals, () => watch.problem()),
});
