import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { holdCommands } from '../commands.js';

export const holdSamples: SamplesOf<typeof holdCommands> = {
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
};
