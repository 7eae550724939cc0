import { days, plus } from '@safeconduct/workflow';
import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { holdCommands } from '../commands.js';

export const holdSamples: SamplesOf<typeof holdCommands> = {
  PlaceHold: {
    by: 'leg-1',
    inputs: (at) => [
      { kind: 'legal', holdNo: 'HOLD-1', ground: sealed('ground') },
      {
        ...{ kind: 'appeal', holdNo: 'HOLD-2', ground: sealed('ground'), scope: ['return'] },
        ...{ until: plus(at, days(20)), reviewAt: plus(at, days(10)).slice(0, 10) },
      },
    ],
  },
  ReviewHold: {
    by: 'leg-1',
    inputs: (at) => [
      { holdNo: 'HOLD-1', reason: sealed('reason') },
      {
        ...{ holdNo: 'HOLD-2', reason: sealed('reason') },
        ...{ until: plus(at, days(20)), reviewAt: plus(at, days(25)).slice(0, 10) },
      },
    ],
  },
  ReleaseHold: {
    by: 'sup-1',
    confirmedBy: 'leg-1',
    inputs: () => [
      { holdNo: 'HOLD-1', reason: sealed('reason') },
      { holdNo: 'HOLD-2', reason: sealed('reason') },
    ],
  },
};
