import { identifier, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { correctable } from '../code-lists.js';
import { command } from '../command.js';
import { birthDateField } from '../field.js';
import { meetsPerson } from '../roles.js';
import { isInHost } from '../states.js';
import { corrected } from './facts.js';
import {
  correctionKnown,
  correctionNumberFree,
  correctionRequested,
  notOwnRequest,
  roomForCorrection,
} from './guards.js';

const ageInDoubt = { type: 'AgeDisputeRaised', data: { basis: 'correction' } } as const;

const request = z
  .strictObject({
    correctionNo: identifier,
    field: z.enum(correctable),
    claimed: line,
    proof: identifier,
  })
  .refine(({ field, claimed }) => field !== 'birthDate' || birthDateField.safeParse(claimed).success, {
    path: ['claimed'],
    message: 'must be a year such as 1979, or a day such as 1979-08-28',
  });

/** Section X, corrections: in every state. One asks, another decides. */
export const correctionCommands = {
  RequestCorrection: command({
    input: request,
    roles: meetsPerson,
    freeOfOrder: true,
    guards: [correctionNumberFree, roomForCorrection],
    yields: ['CorrectionRequested'],
  }),
  ApproveCorrection: command({
    input: z.strictObject({ correctionNo: identifier }),
    roles: ['supervisor'],
    guards: [correctionRequested, correctionKnown, notOwnRequest],
    yields: ['DataCorrected', 'AgeDisputeRaised'],
    // What rested on the date of birth is asked again: a person who may be a child is held apart.
    decide({ correctionNo }, facts, { state }) {
      const data = corrected(facts, correctionNo);
      const isDoubtful = facts.adult && !data.adult && isInHost(state);
      return [{ type: 'DataCorrected', data }, ...(isDoubtful ? [ageInDoubt] : [])];
    },
  }),
  RejectCorrection: command({
    input: z.strictObject({
      correctionNo: identifier,
      reasons: paragraph,
      disagreement: paragraph.optional(),
    }),
    roles: ['supervisor'],
    guards: [correctionRequested, correctionKnown, notOwnRequest],
    yields: ['CorrectionRejected'],
  }),
};
