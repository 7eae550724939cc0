import { days, endOfDay, plus, type Deadline, type Instant } from '@safeconduct/workflow';
import type { Facts } from '../facts.js';
import { hostOffset, hostOffsetMs, limits } from '../limits.js';
import type { Role } from '../roles.js';
import type { Monitoring } from './facts.js';

/** The deadline of the next contact after the crossing. */
export const monitoringDeadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  contact: {
    role: 'monitor',
    dueAt: ({ monitoring }, state) =>
      state === 'returned.monitoring' && monitoring !== undefined ? nextContact(monitoring) : undefined,
    then: 'MarkMonitoringOverdue',
  },
};

/** The end of the first planned day that neither a contact nor the report of a missing one has settled. */
function nextContact({ crossedAt, lastContact, lapsedAt }: Monitoring): Instant {
  const settled = [lastContact && plus(lastContact.at, limits.contactEarly), lapsedAt]
    .flatMap((at) => at ?? [])
    .reduce((latest, at) => (at > latest ? at : latest), crossedAt);
  const planned = limits.contactDays.map((day) => endOfDayAfter(crossedAt, day));
  return planned.find((due) => due > settled) ?? nextAnniversary(crossedAt, settled);
}

function nextAnniversary(crossedAt: Instant, settled: Instant): Instant {
  for (let day: number = limits.yearDays; ; day += limits.yearDays) {
    const due = endOfDayAfter(crossedAt, day);
    if (due > settled) return due;
  }
}

/** A contact on the seventh day is in time until that day ends. */
const endOfDayAfter = (at: Instant, count: number): Instant =>
  endOfDay(plus(at, hostOffsetMs + days(count)).slice(0, 10), hostOffset);
