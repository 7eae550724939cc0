import { compareText, days, endOfDay, plus, type Deadline, type Instant } from '@safeconduct/workflow';
import type { Facts, Monitoring, Relocation } from './facts.js';
import { endOfValidity } from './field.js';
import { hostOffset, hostOffsetMs, limits } from './limits.js';
import type { Role } from './roles.js';
import { isIn, isInHost } from './states.js';

/** What must happen by when. Those with `then` are recorded when they pass; the others are shown to who has to act. */
export const deadlines: Readonly<Record<string, Deadline<Facts, Role>>> = {
  screening: {
    role: 'caseOfficer',
    dueAt: ({ registeredAt, screeningOverdue }, state) =>
      state === 'entered.intake' && !screeningOverdue ? plus(registeredAt, limits.screening) : undefined,
    then: 'MarkScreeningOverdue',
  },
  verifiedIdentity: {
    role: 'caseOfficer',
    dueAt: ({ registeredAt, identity }, state) =>
      isInHost(state) && identity?.verified !== true
        ? plus(registeredAt, limits.verifiedIdentity)
        : undefined,
  },
  counselling: {
    role: 'protection',
    dueAt: ({ wishAt, counselling }, state) => {
      if (wishAt === undefined || !isInHost(state)) return undefined;
      // A session shortly before he spoke still informs him.
      const informed = counselling !== undefined && plus(counselling.at, limits.counsellingLife) >= wishAt;
      return informed ? undefined : plus(wishAt, limits.counselling);
    },
  },
  returnConsent: {
    role: 'caseOfficer',
    dueAt: (facts, state) => {
      const givenAt = facts.return?.consent?.at;
      return isReturning(state) && givenAt !== undefined
        ? plus(givenAt, limits.returnConsentLife)
        : undefined;
    },
    then: 'ExpireReturnConsent',
  },
  riskAssessment: {
    role: 'protection',
    dueAt: ({ risk }, state) =>
      isReturning(state) && risk !== undefined ? plus(risk.at, limits.riskLife) : undefined,
  },
  bringBack: {
    role: 'crossing',
    dueAt: ({ bringBackFrom }, state) =>
      isInHost(state) && bringBackFrom !== undefined ? plus(bringBackFrom, limits.bringBack) : undefined,
  },
  assuranceChase: {
    role: 'liaison',
    dueAt: ({ assurance }, state) =>
      state === 'pendingAssurance.requested' && assurance?.chasedAt !== undefined
        ? plus(assurance.chasedAt, limits.assuranceChase)
        : undefined,
    then: 'MarkAssuranceOverdue',
  },
  assuranceReview: {
    role: 'supervisor',
    dueAt: ({ assurance }, state) =>
      isIn('pendingAssurance', state) && assurance !== undefined
        ? plus(assurance.reviewedAt, limits.assuranceReview)
        : undefined,
    then: 'MarkAssuranceReviewDue',
  },
  assuranceValidity: {
    role: 'liaison',
    dueAt: ({ assurance }, state) =>
      isIn('pendingAssurance', state) && assurance?.instrument !== undefined
        ? endOfValidity(assurance.instrument.validUntil)
        : undefined,
    then: 'ExpireAssurance',
  },
  relocationValidity: {
    role: 'relocation',
    dueAt: ({ relocation }, state) =>
      relocation !== undefined && (state === 'relocating.predeparture' || state === 'relocating.ready')
        ? firstPaperToLapse(relocation)
        : undefined,
    then: 'ExpireRelocationValidity',
  },
  contact: {
    role: 'monitor',
    dueAt: ({ monitoring }, state) =>
      state === 'returned.monitoring' && monitoring !== undefined ? nextContact(monitoring) : undefined,
    then: 'MarkMonitoringOverdue',
  },
};

const isReturning = (state: string): boolean => state.includes('.returning.');

/** A paper that has been reported as run out is not reported again. */
function firstPaperToLapse({ acceptance, permit, lapsedAt }: Relocation): Instant | undefined {
  return [acceptance, permit]
    .flatMap((paper) => (paper === undefined ? [] : [endOfValidity(paper.validUntil)]))
    .filter((end) => lapsedAt === undefined || end > lapsedAt)
    .sort(compareText)[0];
}

/** The first day of the contact plan that neither a contact nor a report of its absence has settled. */
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
