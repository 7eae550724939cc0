import { days, endOfDay, plus, type Instant } from '@safeconduct/workflow';
import { hostOffset, hostOffsetMs, limits } from '../limits.js';
import type { Monitoring } from './facts.js';

/** The end of the first planned day that neither a contact nor the report of a missing one has settled. */
export function nextContact({ crossedAt, lastContact, lapsedAt }: Monitoring): Instant {
  const settled = [lastContact && plus(lastContact.at, limits.contactEarly), lapsedAt]
    .flatMap((at) => at ?? [])
    .reduce((latest, at) => (at > latest ? at : latest), crossedAt);
  const planned = limits.contactDays.map((day) => endOfDayAfter(crossedAt, day));
  return planned.find((due) => due > settled) ?? nextAnniversary(crossedAt, settled);
}

/** When a contact is the last planned one, or a later one. Those after it, one a year, are no plan. */
export const lastPlanned = (crossedAt: Instant): Instant =>
  plus(endOfDayAfter(crossedAt, Math.max(...limits.contactDays)), -limits.contactEarly);

function nextAnniversary(crossedAt: Instant, settled: Instant): Instant {
  for (let day: number = limits.yearDays; ; day += limits.yearDays) {
    const due = endOfDayAfter(crossedAt, day);
    if (due > settled) return due;
  }
}

/** A contact on the seventh day is in time until that day ends. */
const endOfDayAfter = (at: Instant, count: number): Instant =>
  endOfDay(plus(at, hostOffsetMs + days(count)).slice(0, 10), hostOffset);
