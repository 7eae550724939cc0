import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { findings, reliabilities, reopenTargets } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const monitoringEvents = {
  MonitoringContactRecorded: z.strictObject({ channel: z.string(), finding: z.enum(findings) }),
  MonitoringOverdue: z.strictObject({ deadline: z.string(), dueAt: instant }),
  PostReturnIncidentReported: z.strictObject({
    report: personal('narrative', z.string()),
    reliability: z.enum(reliabilities),
  }),
  AlertResolved: z.strictObject({ findings: personal('narrative', z.string()) }),
  MonitoringClosed: z.strictObject({
    summary: personal('narrative', z.string()),
    /** Why it was closed before the last planned contact. */
    earlyReason: personal('narrative', z.string()).optional(),
  }),
  CaseReopened: z.strictObject({
    ground: personal('narrative', z.string()),
    proposedState: z.enum(reopenTargets),
  }),
};
