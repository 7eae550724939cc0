import { backTo, relocationRefused } from '../appeals/chart.js';
import { opensRelocation, type On, type State } from '../chart-parts.js';
import { age } from '../children/chart.js';
import { fatesInHost } from '../fates/chart.js';
import { unresolved } from '../holds/chart.js';
import { renunciation } from '../renunciation/chart.js';
import { returnTrack } from '../return/chart.js';

/** Accepted in every state in which the person is in the host country. */
export const inHost: On = {
  IcrcAccessRecorded: {},
  ...age,
  IdentityRecorded: {},
  CounsellingHeld: {},
  IntentionStated: {},
  RiskAssessed: {},
  PersonBroughtBack: {},
  ...fatesInHost,
};

/** Accepted when the case is resolved because the person stays: what may lead to another decision. */
export const whileStaying: On = {
  StayRenewed: {},
  IcrcAccessRecorded: {},
  IdentityRecorded: {},
  CounsellingHeld: {},
  IntentionStated: {},
  RiskAssessed: {},
};

/** Accepted wherever the person lives in a facility. */
export const inCustody: On = { ...inHost, ...renunciation, CustodyReviewed: {} };

/** The stay in a facility, and the return from there. */
export const camped: State = {
  initial: 'settled',
  on: { ...inCustody, ...unresolved },
  states: {
    settled: {
      on: {
        ...backTo({ clearance: 'camped.returning.verified', ...relocationRefused }),
        FacilityTransferred: {},
        ReturnRequested: 'camped.returning',
        AssuranceRouteOpened: 'pendingAssurance.seeking',
        RelocationOpened: opensRelocation,
        StayGranted: 'resolved',
        RouteDenied: {},
      },
    },
    returning: returnTrack('camped.returning', 'camped.settled'),
  },
};
