import { identifier, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { appealResults, appealable } from '../code-lists.js';
import { command } from '../command.js';
import { speaksForPerson } from '../roles.js';
import { isAppeal } from './facts.js';
import { appealKnown, appealNumberFree, appealPending, notOwnFinding, roomForAppeal } from './guards.js';

/** Section X, appeals: in every state, also when the case is closed. */
export const appealCommands = {
  FileAppeal: command({
    input: z.strictObject({ appealNo: identifier, against: z.enum(appealable), grounds: paragraph }),
    roles: ['counsel', ...speaksForPerson],
    onBehalf: true,
    guards: [appealNumberFree, roomForAppeal],
    yields: ['AppealFiled'],
  }),
  // Entered by two who took no part in the decision, with the number of the decision of the appeal body.
  DecideAppeal: command({
    input: z.strictObject({
      appealNo: identifier,
      decisionNo: identifier,
      result: z.enum(appealResults),
      reasons: paragraph,
    }),
    roles: ['protection'],
    confirmedBy: ['legalAdviser'],
    guards: [appealPending, appealKnown, notOwnFinding],
    yields: ['AppealDecided'],
    decide: (data, { appeals }) => {
      const against = appeals.find(isAppeal(data.appealNo))?.against ?? 'other';
      return [{ type: 'AppealDecided', data: { ...data, against } }];
    },
  }),
};
