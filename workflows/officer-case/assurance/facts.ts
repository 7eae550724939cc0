import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, newest, signed, type Dated, type Signed } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';
import { endReturn } from '../return/facts.js';

export interface AssuranceFacts {
  /** Whether the person returns only under an assurance. Only the person can give that up. */
  readonly assuranceRequired: boolean;
  readonly assurance?: Assurance | undefined;
  /** By authority, the newest consent to disclose the name to it. */
  readonly disclosures: Readonly<Record<string, Dated<'DisclosureConsentGiven'>>>;
}

export interface Assurance {
  readonly openedAt: Instant;
  /** When the waiting case was last reviewed. */
  readonly reviewedAt: Instant;
  readonly refusals: number;
  readonly request?: Dated<'AssuranceRequested'> | undefined;
  /** When the authority last got the request or a reminder. */
  readonly chasedAt?: Instant | undefined;
  readonly instrument?: Dated<'AssuranceReceived', 'carveOuts' | 'monitoring'> | undefined;
  readonly assessment?: Signed<'AssuranceAssessed', 'criteria'> | undefined;
  readonly acceptance?: Dated<'AssuranceAcceptedByPerson', 'statement'> | undefined;
}

export const initialAssuranceFacts: AssuranceFacts = { assuranceRequired: false, disclosures: {} };

export const assuranceFacts: FactsByEvent<Facts, Events> = {
  AssuranceRouteOpened: (facts, _data, { occurredAt }) => ({
    ...facts,
    assuranceRequired: true,
    refused: undefined,
    assurance: { openedAt: occurredAt, reviewedAt: occurredAt, refusals: 0 },
  }),
  DisclosureConsentGiven: (facts, data, event) => ({
    ...facts,
    disclosures: {
      ...facts.disclosures,
      [data.authority]: newest(facts.disclosures[data.authority], dated(data, event)),
    },
  }),
  AssuranceRequested: (facts, data, event) =>
    inRoute({ ...facts, refused: undefined }, () => ({
      request: dated(data, event),
      chasedAt: event.occurredAt,
    })),
  AssuranceOverdue: (facts, _data, { occurredAt }) => inRoute(facts, () => ({ chasedAt: occurredAt })),
  AssuranceReceived: (facts, { carveOuts: _carveOuts, monitoring: _monitoring, ...instrument }, event) =>
    inRoute(facts, () => ({ instrument: dated(instrument, event) })),
  AssuranceRefused: (facts) => inRoute(facts, ({ refusals }) => ({ ...searchAgain, refusals: refusals + 1 })),
  AssuranceAssessed: (facts, { verdict }, event) => {
    switch (verdict) {
      case 'adequate':
        return inRoute(facts, () => ({ assessment: signed({ verdict }, event) }));
      case 'clarify':
        return inRoute(facts, () => ({ instrument: undefined, chasedAt: event.occurredAt }));
      case 'inadequate':
        return {
          ...inRoute(facts, () => searchAgain),
          refused: { of: 'assurance', assurance: facts.assurance },
        };
    }
  },
  AssuranceAcceptedByPerson: (facts, { counselOffered }, event) =>
    inRoute(facts, () => ({ acceptance: dated({ counselOffered }, event) })),
  AssuranceDeclinedByPerson: (facts) => inRoute(facts, () => searchAgain),
  AssuranceReviewDue: (facts, _data, { occurredAt }) => inRoute(facts, () => ({ reviewedAt: occurredAt })),
  AssuranceExpired: (facts, _data, event) =>
    inRoute({ ...endReturn(facts, event), refused: undefined }, () => searchAgain),
  AssuranceRouteClosed: (facts, { closedBy }) => ({
    ...facts,
    assuranceRequired: closedBy === 'office',
    refused: undefined,
    assurance: undefined,
  }),
};

/** The search begins again: neither the request to the authority nor its answer counts any more. */
const searchAgain = {
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
