import type { On, State } from '../chart-parts.js';
import { age } from '../children/chart.js';
import { unresolved } from '../holds/chart.js';
import { returnTrack } from '../return/chart.js';

/** Accepted in every state in which the person is in the host country. */
export const inHost: On = {
  ...age,
  IdentityRecorded: {},
  CounsellingHeld: {},
  IntentionStated: {},
  RiskAssessed: {},
  PersonBroughtBack: {},
};

/** The stay in a facility, and the return from there. */
export const camped: State = {
  initial: 'settled',
  on: { ...inHost, ...unresolved },
  states: {
    settled: {
      on: {
        FacilityTransferred: {},
        ReturnRequested: 'camped.returning',
        AssuranceRouteOpened: 'pendingAssurance.seeking',
        RelocationOpened: 'relocating.referred',
        StayGranted: 'resolved',
      },
    },
    returning: returnTrack('camped.returning', 'camped.settled'),
  },
};
