import type { FactsByEvent } from '@safeconduct/workflow';
import type { Events } from '../events.js';
import { dated } from './dated.js';
import type { Facts, Monitoring } from './shape.js';

export const afterFacts: FactsByEvent<Facts, Events> = {
  MonitoringContactRecorded: (facts, data, event) =>
    monitored(facts, ({ contacts }) => ({ contacts: contacts + 1, lastContact: dated(data, event) })),
  MonitoringOverdue: (facts, { dueAt }) => monitored(facts, () => ({ lapsedAt: dueAt })),
  PostReturnIncidentReported: (facts) => monitored(facts, ({ incidents }) => ({ incidents: incidents + 1 })),
  MonitoringClosed: (facts) => ({ ...facts, outcome: 'RETURNED_VOLUNTARILY' }),
  CaseReopened: (facts) => ({ ...facts, outcome: undefined }),
};

function monitored(facts: Facts, change: (monitoring: Monitoring) => Partial<Monitoring>): Facts {
  const { monitoring } = facts;
  return monitoring === undefined
    ? facts
    : { ...facts, monitoring: { ...monitoring, ...change(monitoring) } };
}
