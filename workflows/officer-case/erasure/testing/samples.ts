import { sealed, type SamplesOf } from '../../testing/sample.js';
import type { erasureCommands } from '../commands.js';

export const erasureSamples: SamplesOf<typeof erasureCommands> = {
  RestrictErasure: {
    by: 'leg-1',
    inputs: () => [
      { kind: 'legal', restrictionNo: 'RE-1', ground: sealed('ground') },
      { kind: 'dataProtection', restrictionNo: 'RE-2', ground: sealed('ground') },
    ],
  },
  LiftErasureRestriction: {
    by: 'dpo-1',
    confirmedBy: 'pro-1',
    inputs: () => [
      { restrictionNo: 'RE-1', reason: sealed('reason') },
      { restrictionNo: 'RE-2', reason: sealed('reason') },
    ],
  },
  DestroySubjectKey: {
    by: 'dpo-1',
    confirmedBy: 'key-1',
    inputs: () => [
      {
        ...{ legalGround: 'retentionOver', scheduleNo: 'RS-4' },
        ...{ approvalNo: 'AP-2031/7', archiveReceiptNo: 'AR-881' },
      },
    ],
  },
};
