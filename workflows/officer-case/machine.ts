import { chartOf } from '@safeconduct/workflow';
import type { Events } from './events.js';
import type { Facts } from './facts.js';
import { pendingAssurance } from './machine/pending-assurance.js';
import { relocating } from './machine/relocating.js';
import { returnTrack } from './machine/return-track.js';
import { inHost, unresolved, when } from './machine/shared.js';
import type { ReopenTarget } from './vocabulary.js';

export { deadlines } from './deadlines.js';

const reopensTo = (target: ReopenTarget) => ({
  target,
  guard: when<'CaseReopened'>(`reopened to ${target}`, ({ proposedState }) => proposedState === target),
});

/** What may follow what. Every state answers for itself; nothing here knows a command, a clock or a person. */
export const chart = chartOf<Facts, Events>()({
  initial: 'entered',
  on: { CaseAssigned: {}, CaseReassigned: {} },
  states: {
    entered: {
      initial: 'intake',
      on: { ...inHost, ...unresolved, WeaponsSurrendered: {}, RightsNoticeDelivered: {} },
      states: {
        intake: { on: { ScreeningCompleted: 'entered.screened', ScreeningOverdue: {} } },
        screened: { on: { PlacedInFacility: 'camped.settled' } },
      },
    },
    camped: {
      initial: 'settled',
      on: { ...inHost, ...unresolved, FacilityTransferred: {} },
      states: {
        settled: {
          on: {
            ReturnRequested: 'camped.returning',
            AssuranceRouteOpened: 'pendingAssurance.seeking',
            RelocationOpened: 'relocating.referred',
            StayGranted: 'resolved',
          },
        },
        returning: returnTrack('camped.returning', 'camped.settled'),
      },
    },
    pendingAssurance,
    relocating,
    returned: {
      initial: 'monitoring',
      on: { ...unresolved, MonitoringContactRecorded: {}, PostReturnIncidentReported: 'returned.alert' },
      states: {
        monitoring: { on: { MonitoringOverdue: 'returned.alert', MonitoringClosed: 'resolved' } },
        alert: { on: { AlertResolved: 'returned.monitoring' } },
      },
    },
    // The outcome is a fact, not a state: the procedure rests here, and can be taken up again.
    resolved: { end: true, on: { CaseReopened: [reopensTo('camped.settled'), reopensTo('returned.alert')] } },
  },
});
