import { personIn } from '@safeconduct/workflow';
import { z } from 'zod';
import { command } from '../command.js';

/** Section X, assignment: in every state. */
export const assignmentCommands = {
  AssignOfficer: command({
    input: z.strictObject({ officer: personIn('caseOfficer') }),
    roles: ['supervisor'],
    freeOfOrder: true,
    inBulk: true,
    guards: [],
    yields: ['CaseAssigned', 'CaseReassigned'],
    decide: (data, { officer: previousOfficer }) => [
      previousOfficer === undefined
        ? { type: 'CaseAssigned', data }
        : { type: 'CaseReassigned', data: { ...data, previousOfficer } },
    ],
  }),
};
