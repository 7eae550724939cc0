import { z } from 'zod';
import type { Folded } from './fold.js';
import { fails, holds, type Guard } from './guard.js';
import { instant } from './field.js';
import type { Instant } from './time.js';

/**
 * Something that must happen by a date. The date is derived from the state and the facts, so no timer has to
 * be stored: a deadline starts, moves and ends with the events.
 */
export interface Deadline<Facts, Role extends string = string> {
  /** When it is due, or `undefined` while it does not run. Pure. */
  dueAt(facts: Facts, state: string): Instant | undefined;
  /** The role that has to act before it. */
  readonly role: Role;
  /**
   * The command that the system sends once it has passed. Without one the deadline is shown and nothing is
   * recorded.
   */
  readonly then?: string;
}

/** The input of every command that a passed deadline sends. */
export const deadlinePassed = z.strictObject({ deadline: z.string(), dueAt: instant });
export type DeadlinePassed = z.infer<typeof deadlinePassed>;

/**
 * The guard of every command that a deadline sends: the deadline still runs, with the same date, and the date
 * is over. So the command of a deadline that was met or moved meanwhile is refused.
 */
export function dueGuard<Facts>(
  deadlines: Readonly<Record<string, Deadline<Facts>>>,
): Guard<Facts, DeadlinePassed, 'DEADLINE_NOT_RUNNING' | 'DEADLINE_NOT_REACHED'> {
  return {
    id: 'G-DUE',
    version: 1,
    codes: ['DEADLINE_NOT_RUNNING', 'DEADLINE_NOT_REACHED'],
    remedies: [],
    readsInput: true,
    ask(facts, { input, state, now }) {
      const { deadline, dueAt } = input;
      // What is no name of a deadline is free text, which is neither recorded nor shown.
      if (!Object.hasOwn(deadlines, deadline)) return fails('DEADLINE_NOT_RUNNING', { deadline: null });
      const running = deadlines[deadline];
      if (running?.dueAt(facts, state) !== dueAt) return fails('DEADLINE_NOT_RUNNING', { deadline });
      return now < dueAt ? fails('DEADLINE_NOT_REACHED', { deadline, dueAt }) : holds;
    },
  };
}

/** Every deadline that runs, with its date. */
export function dueDates<Facts>(
  deadlines: Readonly<Record<string, Deadline<Facts>>>,
  { state, facts }: Folded<Facts>,
): Readonly<Record<string, Instant>> {
  const due: Record<string, Instant> = {};
  for (const [name, deadline] of Object.entries(deadlines)) {
    const dueAt = deadline.dueAt(facts, state);
    if (dueAt !== undefined) due[name] = dueAt;
  }
  return due;
}
