import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { correctable } from '../code-lists.js';

const told = personal('narrative', z.string());

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const correctionEvents = {
  CorrectionRequested: z.strictObject({
    correctionNo: z.string(),
    field: z.enum(correctable),
    claimed: personal('identity', z.string()),
    proof: z.string(),
  }),
  /** The particulars as they are from now on, all of them; what they were stands in the events before. */
  DataCorrected: z.strictObject({
    correctionNo: z.string(),
    field: z.enum(correctable),
    nameArabic: personal('identity', z.string()),
    nameLatin: personal('identity', z.string()),
    birthDate: personal('identity', z.string()),
    rank: personal('identity', z.string()).optional(),
    unit: personal('identity', z.string()).optional(),
    language: personal('identity', z.string()),
    adult: z.boolean(),
  }),
  CorrectionRejected: z.strictObject({
    correctionNo: z.string(),
    reasons: told,
    /** What the person says to it. */
    disagreement: told.optional(),
  }),
};
