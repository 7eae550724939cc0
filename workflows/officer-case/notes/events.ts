import { personal } from '@safeconduct/workflow';
import { z } from 'zod';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const noteEvents = {
  NoteRecorded: z.strictObject({ note: personal('narrative', z.string()) }),
};
