import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { ageDisputeBases, ageResults } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const childEvents = {
  AgeDisputeRaised: z.strictObject({
    basis: z.enum(ageDisputeBases),
    ground: personal('narrative', z.string()).optional(),
  }),
  AgeDetermined: z.strictObject({
    result: z.enum(ageResults),
    doubtRemains: z.boolean(),
    assessmentNo: z.string(),
    reasons: personal('narrative', z.string()),
  }),
  TransferredToChildProtection: z.strictObject({
    bestInterestsNo: z.string(),
    guardian: personal('identity', z.string()),
    agency: z.string(),
    receiptNo: z.string(),
  }),
};
