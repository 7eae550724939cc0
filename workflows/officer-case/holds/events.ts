import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { holdKinds } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const holdEvents = {
  HoldPlaced: z.strictObject({ kind: z.enum(holdKinds), ground: personal('narrative', z.string()) }),
  HoldReleased: z.strictObject({ kind: z.enum(holdKinds), reason: personal('narrative', z.string()) }),
};
