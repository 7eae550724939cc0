import type { acrossCommands } from '../../commands/across.js';
import type { afterCommands } from '../../commands/after.js';
import { passed, sealed, type SamplesOf } from '../sample.js';

export const afterSamples: SamplesOf<typeof afterCommands> = {
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
  CloseMonitoring: { by: 'sup-1', confirmedBy: 'pro-1', inputs: () => [{ summary: sealed('summary') }] },
  ReopenCase: {
    by: 'sup-1',
    confirmedBy: 'aut-1',
    inputs: () => [
      { ground: sealed('ground'), proposedState: 'camped.settled' },
      { ground: sealed('ground'), proposedState: 'returned.alert' },
    ],
  },
};

export const acrossSamples: SamplesOf<typeof acrossCommands> = {
  PlaceHold: {
    by: 'leg-1',
    inputs: () => [
      { kind: 'legal', ground: sealed('ground') },
      { kind: 'appeal', ground: sealed('ground') },
    ],
  },
  ReleaseHold: {
    by: 'sup-1',
    confirmedBy: 'leg-1',
    inputs: () => [
      { kind: 'legal', reason: sealed('reason') },
      { kind: 'appeal', reason: sealed('reason') },
    ],
  },
  AssignOfficer: { by: 'sup-1', inputs: () => [{ officer: 'co-1' }, { officer: 'co-2' }] },
};
