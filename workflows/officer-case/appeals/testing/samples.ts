import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { appealCommands } from '../commands.js';

const decision = { appealNo: 'AP-1', decisionNo: 'AD-1', reasons: sealed('reasons') };

export const appealSamples: SamplesOf<typeof appealCommands> = {
  FileAppeal: {
    by: 'leg-1',
    inputs: () => [
      { appealNo: 'AP-1', against: 'clearance', grounds: sealed('grounds') },
      { appealNo: 'AP-1', against: 'closing', grounds: sealed('grounds') },
      { appealNo: 'AP-1', against: 'risk', grounds: sealed('grounds') },
    ],
  },
  DecideAppeal: {
    by: 'pro-1',
    confirmedBy: 'law-1',
    inputs: () => [
      { ...decision, result: 'upheld' },
      { ...decision, result: 'dismissed' },
    ],
  },
};
