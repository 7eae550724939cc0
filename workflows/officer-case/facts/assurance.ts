import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import { dated, signed } from './dated.js';
import { offTheReturnTrack } from './return.js';
import type { Assurance, Facts } from './shape.js';

export const assuranceFacts: FactsByEvent<Facts, Events> = {
  AssuranceRouteOpened: (facts, _data, { occurredAt }) => ({
    ...facts,
    assuranceRequired: true,
    assurance: { openedAt: occurredAt, reviewedAt: occurredAt, disclosures: [], refusals: 0 },
  }),
  DisclosureConsentGiven: (facts, data, event) =>
    inRoute(facts, ({ disclosures }) => ({ disclosures: [...disclosures, dated(data, event)] })),
  AssuranceRequested: (facts, data, event) =>
    inRoute(facts, () => ({ request: dated(data, event), chasedAt: event.occurredAt })),
  AssuranceOverdue: (facts, _data, { occurredAt }) => inRoute(facts, () => ({ chasedAt: occurredAt })),
  AssuranceReceived: (facts, data, event) => inRoute(facts, () => ({ instrument: dated(data, event) })),
  AssuranceRefused: (facts) =>
    inRoute(facts, ({ refusals }) => ({ ...nothingInHand, refusals: refusals + 1 })),
  AssuranceAssessed: (facts, data, event) => {
    switch (data.verdict) {
      case 'adequate':
        return inRoute(facts, () => ({ assessment: signed(data, event) }));
      case 'clarify':
        return inRoute(facts, () => ({ instrument: undefined, chasedAt: event.occurredAt }));
      case 'inadequate':
        return inRoute(facts, () => nothingInHand);
    }
  },
  AssuranceAcceptedByPerson: (facts, { counselOffered }, event) =>
    inRoute(facts, () => ({ acceptance: dated({ counselOffered }, event) })),
  AssuranceDeclinedByPerson: (facts) => inRoute(facts, () => nothingInHand),
  AssuranceReviewDue: (facts, _data, { occurredAt }) => inRoute(facts, () => ({ reviewedAt: occurredAt })),
  AssuranceExpired: (facts, _data, event) => inRoute(offTheReturnTrack(facts, event), () => nothingInHand),
  AssuranceRouteClosed: (facts, { closedBy }) => ({
    ...facts,
    assuranceRequired: closedBy === 'office',
    assurance: undefined,
  }),
};

/** Back to seeking: what the authority was asked and what it gave counts no more. */
const nothingInHand = {
  request: undefined,
  chasedAt: undefined,
  instrument: undefined,
  assessment: undefined,
  acceptance: undefined,
};

function inRoute(facts: Facts, change: (assurance: Assurance) => Partial<Assurance>): Facts {
  const { assurance } = facts;
  return assurance === undefined ? facts : { ...facts, assurance: { ...assurance, ...change(assurance) } };
}
