import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { dated, type Dated } from '../dated.js';
import type { Events } from '../events.js';
import type { Facts } from '../facts.js';

export interface MonitoringFacts {
  readonly monitoring?: Monitoring | undefined;
}

export interface Monitoring {
  readonly crossedAt: Instant;
  readonly contacts: number;
  readonly lastContact?: Dated<'MonitoringContactRecorded'> | undefined;
  readonly incidents: number;
  /** Contacts due until this time have been reported as missing. */
  readonly lapsedAt?: Instant | undefined;
}

export const monitoringFacts: FactsByEvent<Facts, Events> = {
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
