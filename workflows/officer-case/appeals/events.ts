import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { appealResults, appealable } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const appealEvents = {
  AppealFiled: z.strictObject({
    appealNo: z.string(),
    against: z.enum(appealable),
    grounds: personal('narrative', z.string()),
  }),
  AppealDecided: z.strictObject({
    appealNo: z.string(),
    against: z.enum(appealable),
    decisionNo: z.string(),
    result: z.enum(appealResults),
    reasons: personal('narrative', z.string()),
  }),
};
