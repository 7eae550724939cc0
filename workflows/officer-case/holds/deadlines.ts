import { compareText, endOfDay, plus, type Deadline, type Instant } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { endOfValidity } from '../field.js';
import { hostOffset, limits } from '../limits.js';
import type { Role } from '../roles.js';
import { isIn } from '../states.js';
import type { Hold } from './facts.js';

/** The deadline by which a hold is reviewed or released. No hold ends by itself. */
export const holdDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  holdReview: {
    role: 'supervisor',
    dueAt: ({ holds }, state) => (isIn('resolved', state) ? undefined : firstOf(holds.flatMap(datesOf))),
  },
};

const firstOf = (dates: readonly Instant[]): Instant | undefined => dates.toSorted(compareText)[0];

/** Its end, and the day of its review: the one that was set, else thirty days after it was last looked at. */
const datesOf = ({ at, reviewedAt = at, reviewAt, until }: Hold): readonly Instant[] => [
  reviewAt === undefined ? plus(reviewedAt, limits.holdReview) : endOfDay(reviewAt, hostOffset),
  ...(until === undefined ? [] : [endOfValidity(until)]),
];
