import { paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { findings, reliabilities, reopenTargets } from '../code-lists.js';
import { afterDeadline, command } from '../command.js';
import { contactChannelField } from '../registers/suggestions.js';
import { meetsPerson } from '../roles.js';
import { contactSettled, planKept, reopenedByAuthority, reopensThere } from './guards.js';

/** Section F: after the crossing, and after the case is resolved. */
export const monitoringCommands = {
  RecordContact: command({
    input: z.strictObject({ channel: contactChannelField, finding: z.enum(findings) }),
    roles: ['monitor'],
    freeOfOrder: true,
    guards: [],
    yields: ['MonitoringContactRecorded'],
  }),
  MarkMonitoringOverdue: command({ ...afterDeadline, yields: ['MonitoringOverdue'] }),
  ReportIncident: command({
    input: z.strictObject({ report: paragraph, reliability: z.enum(reliabilities) }),
    roles: meetsPerson,
    guards: [],
    yields: ['PostReturnIncidentReported'],
  }),
  ResolveAlert: command({
    input: z.strictObject({ findings: paragraph }),
    roles: ['protection'],
    confirmedBy: ['supervisor'],
    guards: [],
    yields: ['AlertResolved'],
  }),
  CloseMonitoring: command({
    input: z.strictObject({ summary: paragraph, earlyReason: paragraph.optional() }),
    roles: ['supervisor'],
    confirmedBy: ['protection'],
    guards: [contactSettled, planKept],
    yields: ['MonitoringClosed'],
  }),
  ReopenCase: command({
    input: z.strictObject({ ground: paragraph, proposedState: z.enum(reopenTargets) }),
    roles: ['supervisor'],
    confirmedBy: ['authority', 'protection'],
    guards: [reopensThere, reopenedByAuthority],
    yields: ['CaseReopened'],
  }),
};
