import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { childCommands } from '../commands.js';

export const childSamples: SamplesOf<typeof childCommands> = {
  RaiseAgeDispute: { by: 'med-1', inputs: () => [{ basis: 'appearance', ground: sealed('ground') }] },
  DetermineAge: {
    by: 'cpo-1',
    confirmedBy: 'med-1',
    inputs: () => [
      { result: 'adult', doubtRemains: false, assessmentNo: 'AGE-1', reasons: sealed('reasons') },
      { result: 'minor', doubtRemains: true, assessmentNo: 'AGE-2', reasons: sealed('reasons') },
    ],
  },
  TransferToChildProtection: {
    by: 'cpo-1',
    confirmedBy: 'sup-1',
    inputs: () => [
      {
        bestInterestsNo: 'BID-1',
        guardian: sealed('guardian'),
        agency: 'UNICEF',
        receiptNo: 'CP-1',
      },
    ],
  },
};
