import type { monitoringCommands } from '../commands.js';
import { passed, sealed, type SamplesOf } from '../../testing/sample.js';

export const monitoringSamples: SamplesOf<typeof monitoringCommands> = {
  RecordContact: {
    by: 'mon-1',
    inputs: () => [
      { channel: 'phone', finding: 'safe' },
      { channel: 'phone', finding: 'concern' },
      { channel: 'visit', finding: 'unreachable' },
    ],
  },
  MarkMonitoringOverdue: passed('contact'),
  ReportIncident: { by: 'mon-1', inputs: () => [{ report: sealed('report'), reliability: 'probable' }] },
  ResolveAlert: { by: 'pro-1', confirmedBy: 'sup-1', inputs: () => [{ findings: sealed('findings') }] },
  CloseMonitoring: {
    by: 'sup-1',
    confirmedBy: 'pro-1',
    inputs: () => [{ summary: sealed('summary'), earlyReason: sealed('reason') }],
  },
  ReopenCase: {
    by: 'sup-1',
    confirmedBy: 'aut-1',
    inputs: () => [
      { ground: sealed('ground'), proposedState: 'camped.settled' },
      { ground: sealed('ground'), proposedState: 'returned.alert' },
      { ground: sealed('ground'), proposedState: 'entered.intake' },
      { ground: sealed('ground'), proposedState: 'entered.screened' },
      { ground: sealed('ground'), proposedState: 'entered.childTrack' },
    ],
  },
};
