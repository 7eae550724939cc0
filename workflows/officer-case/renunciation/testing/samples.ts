import { hash, sealed, type SamplesOf } from '../../testing/sample.js';
import type { renunciationCommands } from '../commands.js';

export const renunciationSamples: SamplesOf<typeof renunciationCommands> = {
  DeclareRenunciation: {
    by: 'co-1',
    inputs: () => [{ declarationNo: 'RN-1', declarationHash: hash('a') }],
  },
  VerifyRenunciation: {
    by: 'pro-2',
    inputs: () => [
      { result: 'verified', assessmentNo: 'RV-1', reasons: sealed('reasons') },
      { result: 'notVerified', assessmentNo: 'RV-2', reasons: sealed('reasons') },
    ],
  },
};
