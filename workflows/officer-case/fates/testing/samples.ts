import { hours, plus } from '@safeconduct/workflow';
import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { fateCommands } from '../commands.js';

export const fateSamples: SamplesOf<typeof fateCommands> = {
  ReportMissing: {
    by: 'cus-1',
    inputs: (at) => [
      { lastSeen: sealed('last seen') },
      { lastSeen: sealed('last seen'), lastSeenAt: plus(at, -hours(5)) },
    ],
  },
  RecordSearch: {
    by: 'cus-1',
    inputs: () => [{ area: 'surroundings of the camp', result: sealed('result') }],
  },
  Locate: { by: 'co-1', inputs: () => [{ where: sealed('place') }] },
  CloseAsAbsconded: {
    by: 'sup-1',
    confirmedBy: 'aut-1',
    inputs: () => [{ noticesRef: 'N-1', reasons: sealed('reasons') }],
  },
  RecordSpontaneousDeparture: {
    by: 'sup-1',
    inputs: () => [
      { report: sealed('report'), reliability: 'probable' },
      { report: sealed('report'), reliability: 'confirmed', destination: 'TR' },
    ],
  },
  RecordDeath: {
    by: 'med-1',
    confirmedBy: 'sup-1',
    inputs: (at) => [
      { certificateNo: sealed('certificate') },
      {
        certificateNo: sealed('certificate'),
        diedAt: plus(at, -hours(2)),
        circumstances: sealed('circumstances'),
      },
    ],
  },
  RecordIrregularCrossing: {
    by: 'pro-1',
    confirmedBy: 'sup-1',
    inputs: (at) => [
      { crossedAt: plus(at, -hours(3)), circumstances: sealed('circumstances'), reliability: 'confirmed' },
      {
        ...{ crossedAt: plus(at, -hours(3)), crossingPoint: 'AL_QAIM' },
        ...{ circumstances: sealed('circumstances'), reliability: 'probable' },
      },
    ],
  },
  ContestHandover: {
    by: 'brd-1',
    inputs: () => [
      { ownListNo: 'H-1', otherListNo: 'R-1' },
      { ownListNo: 'H-1', otherListNo: 'R-1', details: sealed('details') },
    ],
  },
  RecordReEntry: {
    by: 'intake-1',
    inputs: (at) => [{ crossingPoint: 'AL_QAIM', crossedAt: plus(at, -hours(1)) }],
  },
  TransferToJustice: {
    by: 'aut-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      { orderNo: 'J-1', court: 'Anbar', destination: 'IQ', counselNotified: true, receiptNo: 'JR-1' },
    ],
  },
  RecordLateFact: {
    by: 'co-1',
    confirmedBy: 'sup-1',
    inputs: () => [{ source: sealed('source'), fact: sealed('fact') }],
  },
};
