import { identifier, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { renunciationResults } from '../code-lists.js';
import { command } from '../command.js';
import { rightsDelivered } from '../entry/guards.js';
import { sha256Field } from '../field.js';
import { speaksForPerson } from '../roles.js';
import { observed } from './guards.js';

/** Section B, renunciation: a former combatant gives up military activity for good, and that is verified. */
export const renunciationCommands = {
  DeclareRenunciation: command({
    input: z.strictObject({ declarationNo: identifier, declarationHash: sha256Field }),
    roles: speaksForPerson,
    onBehalf: true,
    guards: [rightsDelivered],
    yields: ['RenunciationDeclared'],
  }),
  VerifyRenunciation: command({
    input: z.strictObject({
      result: z.enum(renunciationResults),
      assessmentNo: identifier,
      reasons: paragraph,
    }),
    roles: ['protection'],
    guards: [observed],
    yields: ['RenunciationVerified', 'RenunciationNotVerified'],
    decide: ({ result, ...data }) => [
      { type: result === 'verified' ? 'RenunciationVerified' : 'RenunciationNotVerified', data },
    ],
    notRecorded: ['result'],
  }),
};
