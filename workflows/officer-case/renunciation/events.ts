import { personal } from '@safeconduct/workflow';
import { z } from 'zod';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
const verification = z.strictObject({
  assessmentNo: z.string(),
  reasons: personal('narrative', z.string()),
});

export const renunciationEvents = {
  RenunciationDeclared: z.strictObject({ declarationNo: z.string(), declarationHash: z.string() }),
  RenunciationVerified: verification,
  RenunciationNotVerified: verification,
};
