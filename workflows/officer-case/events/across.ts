import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { holdKinds } from '../vocabulary.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const acrossEvents = {
  HoldPlaced: z.strictObject({ kind: z.enum(holdKinds), ground: personal('narrative', z.string()) }),
  HoldReleased: z.strictObject({ kind: z.enum(holdKinds), reason: personal('narrative', z.string()) }),
  CaseAssigned: z.strictObject({ officer: z.string() }),
  CaseReassigned: z.strictObject({ officer: z.string(), previousOfficer: z.string() }),
};
