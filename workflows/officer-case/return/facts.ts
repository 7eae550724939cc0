import type { FactEvent, FactsByEvent, Instant } from '@safeconduct/workflow';
import { reasonEndsReturn } from '../code-lists.js';
import { dated, newest, signed, type Dated, type Signed } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface ReturnFacts {
  /** The return under way, or the one that ended at the crossing. */
  readonly return?: ReturnTrack | undefined;
  /** Since when a person who does not cross any more has to be brought back; not set once they are back. */
  readonly bringBackFrom?: Instant | undefined;
}

export interface ReturnTrack {
  readonly requestedAt: Instant;
  readonly wishedDate?: string | undefined;
  readonly consent?: Signed<'ReturnConsentGiven', 'witness'> | undefined;
  readonly voluntariness?: Signed<'VoluntarinessVerified'> | undefined;
  readonly clearance?: Dated<'ReturnCleared'> | undefined;
  readonly reception?: Dated<'ReceptionConfirmed'> | undefined;
  readonly manifest?: Dated<'ManifestedForReturn'> | undefined;
  readonly movement?: Dated<'ReturnMovementStarted'> | undefined;
  /** Since when two lists disagree about the handover of this movement. */
  readonly disputedAt?: Instant | undefined;
  readonly crossing?: Dated<'ReturnCrossingConfirmed', 'receivingOfficer'> | undefined;
}

export const returnFacts: FactsByEvent<Facts, Events> = {
  ReturnRequested: (facts, { wishedDate }, { occurredAt }) => ({
    ...facts,
    wishAt: occurredAt,
    refused: undefined,
    return: { requestedAt: occurredAt, ...(wishedDate === undefined ? {} : { wishedDate }) },
  }),
  ReturnConsentGiven: (facts, { formNo, formVersion, formHash, interpreterId, rightToWithdrawRead }, event) =>
    // A consent that is given again is a new decision: what rested on the earlier one has to be done again.
    onTrack(requestedAgain(facts), {
      consent: signed({ formNo, formVersion, formHash, interpreterId, rightToWithdrawRead }, event),
    }),
  VoluntarinessVerified: (facts, data, event) => onTrack(facts, { voluntariness: signed(data, event) }),
  VoluntarinessDoubted: (facts, _data, event) => endReturn(facts, event),
  ReturnCleared: (facts, data, event) => onTrack(facts, { clearance: dated(data, event) }),
  ReturnClearanceDenied: (facts, _data, event) => ({
    ...endReturn(facts, event),
    refused: { of: 'clearance', return: facts.return },
  }),
  // Entered late, it may answer a clearance that does not count any more.
  ReceptionConfirmed(facts, data, event) {
    const cleared = facts.return?.clearance;
    return cleared === undefined || event.occurredAt < cleared.at
      ? facts
      : onTrack(facts, { reception: newest(facts.return?.reception, dated(data, event)) });
  },
  ReceptionRefused: (facts, _data, event) => endReturn(facts, event),
  ManifestedForReturn: (facts, data, event) => onTrack(facts, { manifest: dated(data, event) }),
  RemovedFromManifest: (facts) => onTrack(facts, { manifest: undefined }),
  ReturnMovementStarted: (facts, data, event) => ({
    ...onTrack(facts, { movement: dated(data, event) }),
    bringBackFrom: undefined,
  }),
  ReturnMovementAborted: (facts, { reason }, event) =>
    reasonEndsReturn(reason)
      ? endReturn(facts, event)
      : {
          ...onTrack(facts, { movement: undefined, disputedAt: undefined }),
          bringBackFrom: event.occurredAt,
        },
  PersonBroughtBack: (facts, { facility }) => ({ ...facts, facility, bringBackFrom: undefined }),
  ReturnCrossingConfirmed: (facts, { listNo, crossingPoint, signatureHash }, event) => ({
    ...onTrack(facts, { crossing: dated({ listNo, crossingPoint, signatureHash }, event) }),
    monitoring: { crossedAt: event.occurredAt, contacts: 0, incidents: 0 },
  }),
  // An appeal against an earlier refusal does not bring back what the person does not want any more.
  ReturnConsentWithdrawn: (facts, _data, event) => ({ ...endReturn(facts, event), refused: undefined }),
  ReturnConsentExpired: (facts, _data, event) => ({
    ...endReturn(facts, event),
    return: requestedAgain(facts).return,
  }),
};

/**
 * Ends a return without a crossing. Nothing of it counts for the next return: neither the consent nor the
 * steps that depend on it. A person who was already on the way to the crossing has to be brought back.
 */
export function endReturn(facts: Facts, { occurredAt }: FactEvent): Facts {
  if (facts.return === undefined || facts.return.crossing !== undefined) return facts;
  const bringBackFrom = facts.return.movement === undefined ? facts.bringBackFrom : occurredAt;
  return { ...facts, return: undefined, bringBackFrom };
}

/** The request stands, and nothing that came after it. */
function requestedAgain(facts: Facts): Facts {
  if (facts.return === undefined) return facts;
  const { requestedAt, wishedDate } = facts.return;
  return { ...facts, return: { requestedAt, ...(wishedDate === undefined ? {} : { wishedDate }) } };
}

function onTrack(facts: Facts, change: Partial<ReturnTrack>): Facts {
  return facts.return === undefined ? facts : { ...facts, return: { ...facts.return, ...change } };
}
