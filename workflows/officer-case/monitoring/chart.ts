import { when, type State } from '../chart-parts.js';
import type { ReopenTarget } from '../code-lists.js';
import { unresolved } from '../holds/chart.js';

/** The time after the crossing. */
export const returned: State = {
  initial: 'monitoring',
  on: { ...unresolved, MonitoringContactRecorded: {}, PostReturnIncidentReported: 'returned.alert' },
  states: {
    monitoring: { on: { MonitoringOverdue: 'returned.alert', MonitoringClosed: 'resolved' } },
    alert: { on: { AlertResolved: 'returned.monitoring' } },
  },
};

const reopensTo = (target: ReopenTarget) => ({
  target,
  guard: when<'CaseReopened'>(`reopened to ${target}`, ({ proposedState }) => proposedState === target),
});

/** The outcome is a fact, not a state. A case may rest here, and can be reopened. */
export const resolved: State = {
  end: true,
  on: { CaseReopened: [reopensTo('camped.settled'), reopensTo('returned.alert')] },
};
