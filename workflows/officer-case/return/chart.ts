import { when, type State } from '../chart-parts.js';
import { reasonEndsReturn } from '../code-lists.js';

/**
 * The return, from the request to the crossing. One function, mounted in `camped` and in `pendingAssurance`,
 * so that the two always have the same rules.
 * @param at the path it is mounted at: `camped.returning`
 * @param rest the state after a return that ended without a crossing: `camped.settled`
 */
export function returnTrack(at: string, rest: string): State {
  return {
    initial: 'requested',
    on: {
      // The person may withdraw at every step, up to the signature at the crossing.
      ReturnConsentWithdrawn: rest,
      ReturnConsentExpired: `${at}.requested`,
      RiskAssessed: {
        target: rest,
        guard: when<'RiskAssessed'>('real risk', ({ outcome }) => outcome === 'REAL_RISK'),
      },
    },
    states: {
      requested: { on: { ReturnConsentGiven: `${at}.consented` } },
      consented: { on: { VoluntarinessVerified: `${at}.verified`, VoluntarinessDoubted: rest } },
      verified: { on: { ReturnCleared: `${at}.cleared`, ReturnClearanceDenied: rest } },
      cleared: {
        on: { ReceptionConfirmed: {}, ReceptionRefused: rest, ManifestedForReturn: `${at}.manifested` },
      },
      manifested: { on: { RemovedFromManifest: `${at}.cleared`, ReturnMovementStarted: `${at}.inTransit` } },
      inTransit: {
        on: {
          ReturnCrossingConfirmed: 'returned.monitoring',
          ReturnMovementAborted: [
            {
              target: rest,
              guard: when<'ReturnMovementAborted'>('consent or risk', ({ reason }) =>
                reasonEndsReturn(reason),
              ),
            },
            { target: `${at}.manifested` },
          ],
        },
      },
    },
  };
}
