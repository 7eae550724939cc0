import { leavesTheTrack } from '../vocabulary.js';
import { when, type State } from './shared.js';

/**
 * The way back, from the request to the crossing. One configuration, mounted in `camped` and in `pendingAssurance`, so
 * that the two can never come to differ.
 * @param at the path it is mounted at: `camped.returning`
 * @param rest where the person is when the return is over without a crossing: `camped.settled`
 */
export function returnTrack(at: string, rest: string): State {
  return {
    initial: 'requested',
    on: {
      // He may change his mind at every step, up to the signature at the crossing.
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
              guard: when<'ReturnMovementAborted'>('consent or risk', ({ reason }) => leavesTheTrack(reason)),
            },
            { target: `${at}.manifested` },
          ],
        },
      },
    },
  };
}
