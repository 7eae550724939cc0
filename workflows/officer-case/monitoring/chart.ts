import { when, type State } from '../chart-parts.js';
import { appealsAfterEnd } from '../appeals/chart.js';
import { reopenTargets, type ReopenTarget } from '../code-lists.js';
import { correctionsAfterEnd } from '../corrections/chart.js';
import { whileStaying } from '../custody/chart.js';
import { erasureAfterEnd } from '../erasure/chart.js';
import { fatesAfterCrossing, fatesAfterEnd } from '../fates/chart.js';
import { unresolved } from '../holds/chart.js';

const concern = when<'MonitoringContactRecorded'>(
  'cause for concern',
  ({ finding }) => finding === 'concern',
);

/** The time after the crossing. */
export const returned: State = {
  initial: 'monitoring',
  on: { ...unresolved, ...fatesAfterCrossing, PostReturnIncidentReported: 'returned.alert' },
  states: {
    monitoring: {
      on: {
        MonitoringContactRecorded: [{ target: 'returned.alert', guard: concern }, {}],
        MonitoringOverdue: 'returned.overdue',
        MonitoringClosed: 'resolved',
      },
    },
    // A contact that is missing is no incident yet: the next one ends it.
    overdue: {
      on: {
        MonitoringContactRecorded: [
          { target: 'returned.alert', guard: concern },
          { target: 'returned.monitoring' },
        ],
      },
    },
    alert: { on: { MonitoringContactRecorded: {}, AlertResolved: 'returned.monitoring' } },
  },
};

const reopensTo = (target: ReopenTarget) => ({
  target,
  guard: when<'CaseReopened'>(`reopened to ${target}`, ({ proposedState }) => proposedState === target),
});

/** The outcome is a fact, not a state. A case may rest here, and can be reopened. */
export const resolved: State = {
  end: true,
  on: {
    ...fatesAfterEnd,
    ...appealsAfterEnd,
    ...correctionsAfterEnd,
    ...whileStaying,
    ...erasureAfterEnd,
    CaseReopened: reopenTargets.map(reopensTo),
  },
};
