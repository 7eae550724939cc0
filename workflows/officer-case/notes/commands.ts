import { paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { command } from '../command.js';
import type { Role } from '../roles.js';

/** The roles that work on the file together: each of them reads the narratives that a note is among. */
const workOnFile: readonly Role[] = ['caseOfficer', 'supervisor', 'protection'];

/** Section X, notes: in every state. A note moves nothing and decides nothing. */
export const noteCommands = {
  RecordNote: command({
    input: z.strictObject({ note: paragraph }),
    roles: workOnFile,
    freeOfOrder: true,
    isNote: true,
    guards: [],
    yields: ['NoteRecorded'],
  }),
};
