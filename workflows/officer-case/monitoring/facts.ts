import type { FactsByEvent, Instant } from '@safeconduct/workflow';
import { newest, type Dated } from '../dated.js';
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
  /** Since when an alert stands. */
  readonly alertAt?: Instant | undefined;
}

export const monitoringFacts: FactsByEvent<Facts, Events> = {
  MonitoringContactRecorded: (facts, data, event) =>
    monitored(facts, ({ contacts, lastContact, alertAt }) => ({
      contacts: contacts + 1,
      lastContact: newest(lastContact, { ...data, at: event.saidAt ?? event.occurredAt }),
      alertAt: data.finding === 'concern' ? (alertAt ?? event.occurredAt) : alertAt,
    })),
  MonitoringOverdue: (facts, { dueAt }) => monitored(facts, () => ({ lapsedAt: dueAt })),
  PostReturnIncidentReported: (facts, _data, { occurredAt }) =>
    monitored(facts, ({ incidents, alertAt = occurredAt }) => ({ incidents: incidents + 1, alertAt })),
  AlertResolved: (facts) => monitored(facts, () => ({ alertAt: undefined })),
  MonitoringClosed: (facts) => ({
    ...facts,
    outcome: facts.irregular === undefined ? 'RETURNED_VOLUNTARILY' : 'REMOVED_IRREGULARLY',
  }),
  CaseReopened: (facts, _data, { occurredAt }) => ({
    ...monitored(facts, () => ({ alertAt: occurredAt })),
    outcome: undefined,
  }),
};

function monitored(facts: Facts, change: (monitoring: Monitoring) => Partial<Monitoring>): Facts {
  const { monitoring } = facts;
  return monitoring === undefined
    ? facts
    : { ...facts, monitoring: { ...monitoring, ...change(monitoring) } };
}
