import { backTo, relocationRefused } from '../appeals/chart.js';
import { opensRelocation, when, type On, type State } from '../chart-parts.js';
import { inCustody } from '../custody/chart.js';
import { unresolved } from '../holds/chart.js';
import { returnTrack } from '../return/chart.js';

/** In each state of waiting the person may choose another track, or be granted a stay. */
const waiting = (on: On): State => ({
  on: {
    FacilityTransferred: {},
    AssuranceRouteClosed: 'camped.settled',
    RelocationOpened: opensRelocation,
    StayGranted: 'resolved',
    ...backTo(relocationRefused),
    ...on,
  },
});

const verdict = (wanted: string) =>
  when<'AssuranceAssessed'>(`verdict ${wanted}`, (assessed) => assessed.verdict === wanted);

/** Waiting for a written assurance, and the return under it. */
export const pendingAssurance: State = {
  initial: 'seeking',
  on: {
    ...inCustody,
    ...unresolved,
    AssuranceReviewDue: {},
    AssuranceExpired: 'pendingAssurance.seeking',
  },
  states: {
    seeking: waiting({
      ...backTo({ assurance: 'pendingAssurance.offered', ...relocationRefused }),
      DisclosureConsentGiven: {},
      AssuranceRequested: 'pendingAssurance.requested',
    }),
    requested: waiting({
      AssuranceReceived: 'pendingAssurance.offered',
      AssuranceRefused: 'pendingAssurance.seeking',
      AssuranceOverdue: {},
    }),
    offered: waiting({
      AssuranceAssessed: [
        { target: 'pendingAssurance.assessed', guard: verdict('adequate') },
        { target: 'pendingAssurance.requested', guard: verdict('clarify') },
        { target: 'pendingAssurance.seeking', guard: verdict('inadequate') },
      ],
    }),
    assessed: waiting({
      AssuranceAcceptedByPerson: 'pendingAssurance.effective',
      AssuranceDeclinedByPerson: 'pendingAssurance.seeking',
    }),
    effective: waiting({
      ...backTo({ clearance: 'pendingAssurance.returning.verified', ...relocationRefused }),
      ReturnRequested: 'pendingAssurance.returning',
    }),
    returning: returnTrack('pendingAssurance.returning', 'pendingAssurance.effective'),
  },
};
