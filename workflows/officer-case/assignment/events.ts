import { z } from 'zod';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const assignmentEvents = {
  CaseAssigned: z.strictObject({ officer: z.string() }),
  CaseReassigned: z.strictObject({ officer: z.string(), previousOfficer: z.string() }),
};
