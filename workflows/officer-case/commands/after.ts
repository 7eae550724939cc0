import { line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { contactSettled, reopensThere } from '../guards.js';
import { meetsHim } from '../roles.js';
import { findings, reliabilities, reopenTargets } from '../vocabulary.js';
import { afterDeadline, command } from './command.js';

/** F: after the crossing, and after the case is resolved. */
export const afterCommands = {
  RecordContact: command({
    input: z.strictObject({ channel: line, finding: z.enum(findings) }),
    roles: ['monitor'],
    guards: [],
    yields: ['MonitoringContactRecorded'],
  }),
  MarkMonitoringOverdue: command({ ...afterDeadline, yields: ['MonitoringOverdue'] }),
  ReportIncident: command({
    input: z.strictObject({ report: paragraph, reliability: z.enum(reliabilities) }),
    roles: meetsHim,
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
    input: z.strictObject({ summary: paragraph }),
    roles: ['supervisor'],
    confirmedBy: ['protection'],
    guards: [contactSettled],
    yields: ['MonitoringClosed'],
  }),
  ReopenCase: command({
    input: z.strictObject({ ground: paragraph, proposedState: z.enum(reopenTargets) }),
    roles: ['supervisor'],
    confirmedBy: ['authority'],
    guards: [reopensThere],
    yields: ['CaseReopened'],
  }),
};
