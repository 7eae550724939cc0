import { logStart, type EventStore } from '@safeconduct/engine';
import { instantOf, type Instant } from '@safeconduct/workflow';
import { lastRecordedAt } from '../clock.js';
import { firstWithDemo } from '../named-workflow.js';
import { DemonstrationClock } from './demonstration-clock.js';

/** Texts kept beside the log, so that each process over it knows whether it is a demonstration, and how far its import came. */
const begunName = 'demoBegun';
const completedName = 'demoCompleted';
const declinedName = 'demoDeclined';

/** The names of these texts; they go along when the log is poured into another store. */
export const demoTexts: readonly string[] = [begunName, completedName, declinedName];

/** Makes a new log a demonstration, if a workflow has one and it was not declined there. */
export async function beginDemonstration(events: EventStore): Promise<void> {
  const startsAt = firstWithDemo()?.demo.startsAt;
  if (startsAt === undefined || (await events.meta(declinedName)) !== undefined) return;
  // The same text in every log, because a pour compares it.
  if ((await events.head()) === logStart) await events.setMetaOnce(begunName, startsAt);
}

/**
 * Keeps an empty log free of the demonstration for ever. Called by whatever begins a log for other persons, so that a
 * later plain start does not put invented persons among them.
 */
export async function declineDemonstration(events: EventStore): Promise<void> {
  if ((await events.head()) === logStart) await events.setMetaOnce(declinedName, 'yes');
}

/** Says that the whole caseload is imported. */
export async function completeDemonstration(events: EventStore): Promise<void> {
  await events.setMetaOnce(completedName, 'yes');
}

/** A log that was begun as a demonstration. */
export interface Demonstration {
  readonly clock: DemonstrationClock;
  /** The moment at which its caseload ends. Its clock runs on from there. */
  readonly startsAt: Instant;
  /** Whether a part of its caseload is still to be imported. */
  readonly isIncomplete: boolean;
}

/**
 * The demonstration that a log is, with its clock; undefined for every other log. The clock goes on from the last event,
 * so a demonstration that was left for a month is as it was left.
 */
export async function demonstrationIn(events: EventStore): Promise<Demonstration | undefined> {
  const startsAt = await events.meta(begunName);
  if (startsAt === undefined || (await events.meta(declinedName)) !== undefined) return undefined;
  const isIncomplete = (await events.meta(completedName)) === undefined;
  const last = (await lastRecordedAt(events)) ?? instantOf(0);
  const clock = new DemonstrationClock(last);
  clock.runFrom(isIncomplete || last > startsAt ? last : startsAt);
  return { clock, startsAt, isIncomplete };
}
