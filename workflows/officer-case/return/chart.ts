import { when, type On, type State } from '../chart-parts.js';
import { reasonEndsReturn } from '../code-lists.js';
import { mayBeChild } from '../corrections/chart.js';
import { forbidsReturn } from '../custody/facts.js';

/**
 * The return, from the request to the crossing. One function, mounted in `camped` and in `pendingAssurance`,
 * so that the two always have the same rules.
 * @param at the path it is mounted at: `camped.returning`
 * @param rest the state after a return that ended without a crossing: `camped.settled`
 */
export function returnTrack(at: string, rest: string): State {
  /** Before the movement: the person may be moved to another facility, and may consent again. */
  const inPlace = (on: On): State => ({
    on: { FacilityTransferred: {}, ReturnConsentGiven: `${at}.consented`, ...on },
  });
  return {
    initial: 'requested',
    on: {
      // The person may withdraw at every step, up to the signature at the crossing.
      ReturnConsentWithdrawn: rest,
      DataCorrected: [{ target: rest, guard: mayBeChild }, {}],
      // The receiving side asks for the name; the person is asked before.
      DisclosureConsentGiven: {},
      ReturnConsentExpired: `${at}.requested`,
      RiskAssessed: {
        target: rest,
        guard: when<'RiskAssessed'>('real risk', forbidsReturn),
      },
    },
    states: {
      requested: inPlace({}),
      consented: inPlace({ VoluntarinessVerified: `${at}.verified`, VoluntarinessDoubted: rest }),
      verified: inPlace({ ReturnCleared: `${at}.cleared`, ReturnClearanceDenied: rest }),
      cleared: inPlace({
        ReceptionConfirmed: {},
        ReceptionRefused: rest,
        ManifestedForReturn: `${at}.manifested`,
      }),
      manifested: inPlace({
        RemovedFromManifest: `${at}.cleared`,
        ReturnMovementStarted: `${at}.inTransit`,
      }),
      inTransit: {
        on: {
          HandoverDisputed: {},
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
