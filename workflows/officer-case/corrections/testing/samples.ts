import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { correctionCommands } from '../commands.js';

export const correctionSamples: SamplesOf<typeof correctionCommands> = {
  RequestCorrection: {
    by: 'leg-1',
    inputs: () => [
      { correctionNo: 'CR-1', field: 'nameLatin', claimed: sealed('corrected name'), proof: 'P-1' },
      { correctionNo: 'CR-1', field: 'death', claimed: sealed('lives'), proof: 'P-2' },
      { correctionNo: 'CR-1', field: 'unit', claimed: sealed('unit'), proof: 'P-3' },
    ],
  },
  ApproveCorrection: { by: 'sup-1', inputs: () => [{ correctionNo: 'CR-1' }] },
  RejectCorrection: {
    by: 'sup-1',
    inputs: () => [
      { correctionNo: 'CR-1', reasons: sealed('reasons') },
      { correctionNo: 'CR-1', reasons: sealed('reasons'), disagreement: sealed('disagreement') },
    ],
  },
};
