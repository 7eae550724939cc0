import { day, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { holdKinds, holdScopes } from '../code-lists.js';
import { validUntil } from '../field.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const holdEvents = {
  HoldPlaced: z.strictObject({
    kind: z.enum(holdKinds),
    holdNo: z.string(),
    ground: personal('narrative', z.string()),
    /** What it stops; everything where it is left out. */
    scope: z.array(z.enum(holdScopes)).optional(),
    until: validUntil.optional(),
    reviewAt: day.optional(),
  }),
  HoldReviewed: z.strictObject({
    holdNo: z.string(),
    reason: personal('narrative', z.string()),
    until: validUntil.optional(),
    reviewAt: day.optional(),
  }),
  HoldReleased: z.strictObject({ holdNo: z.string(), reason: personal('narrative', z.string()) }),
};
