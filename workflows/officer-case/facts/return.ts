import type { FactEvent, FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import { leavesTheTrack } from '../vocabulary.js';
import { dated, signed } from './dated.js';
import type { Facts, ReturnTrack } from './shape.js';

export const returnFacts: FactsByEvent<Facts, Events> = {
  ReturnRequested: (facts, { wishedDate }, { occurredAt }) => ({
    ...facts,
    wishAt: occurredAt,
    return: { requestedAt: occurredAt, ...(wishedDate === undefined ? {} : { wishedDate }) },
  }),
  ReturnConsentGiven: (facts, { formNo, formVersion, formHash, interpreterId, rightToWithdrawRead }, event) =>
    onTrack(facts, {
      consent: signed({ formNo, formVersion, formHash, interpreterId, rightToWithdrawRead }, event),
    }),
  VoluntarinessVerified: (facts, data, event) => onTrack(facts, { voluntariness: signed(data, event) }),
  VoluntarinessDoubted: (facts, _data, event) => offTheReturnTrack(facts, event),
  ReturnCleared: (facts, data, event) => onTrack(facts, { clearance: dated(data, event) }),
  ReturnClearanceDenied: (facts, _data, event) => offTheReturnTrack(facts, event),
  ReceptionConfirmed: (facts, data, event) => onTrack(facts, { reception: dated(data, event) }),
  ReceptionRefused: (facts, _data, event) => offTheReturnTrack(facts, event),
  ManifestedForReturn: (facts, data, event) => onTrack(facts, { manifest: dated(data, event) }),
  RemovedFromManifest: (facts) => onTrack(facts, { manifest: undefined }),
  ReturnMovementStarted: (facts, data, event) => onTrack(facts, { movement: dated(data, event) }),
  ReturnMovementAborted: (facts, { reason }, event) =>
    leavesTheTrack(reason) ? offTheReturnTrack(facts, event) : onTrack(facts, { movement: undefined }),
  ReturnCrossingConfirmed: (facts, { listNo, crossingPoint, signatureHash }, event) => ({
    ...onTrack(facts, { crossing: dated({ listNo, crossingPoint, signatureHash }, event) }),
    monitoring: { crossedAt: event.occurredAt, contacts: 0, incidents: 0 },
  }),
  ReturnConsentWithdrawn: (facts, _data, event) => offTheReturnTrack(facts, event),
  ReturnConsentExpired: (facts, _data, event) => ({
    ...offTheReturnTrack(facts, event),
    return: facts.return && { requestedAt: facts.return.requestedAt },
  }),
};

/**
 * Nothing of a return is carried over to the next one: neither the consent nor what was built on it. Who was already on
 * the way to the crossing has to be brought back.
 */
export function offTheReturnTrack(facts: Facts, { occurredAt }: FactEvent): Facts {
  if (facts.return === undefined || facts.return.crossing !== undefined) return facts;
  const bringBackFrom = facts.return.movement === undefined ? facts.bringBackFrom : occurredAt;
  return { ...facts, return: undefined, bringBackFrom };
}

function onTrack(facts: Facts, change: Partial<ReturnTrack>): Facts {
  return facts.return === undefined ? facts : { ...facts, return: { ...facts.return, ...change } };
}
