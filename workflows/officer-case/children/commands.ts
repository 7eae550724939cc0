import { identifier, line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { ageResults, raisedBases } from '../code-lists.js';
import { command } from '../command.js';
import { meetsPerson } from '../roles.js';
import { treatedAsChild } from './guards.js';

/** Section A, children: a person who may be a child is treated as one until the age is determined. */
export const childCommands = {
  RaiseAgeDispute: command({
    input: z.strictObject({ basis: z.enum(raisedBases), ground: paragraph }),
    roles: meetsPerson,
    freeOfOrder: true,
    guards: [],
    yields: ['AgeDisputeRaised'],
  }),
  DetermineAge: command({
    input: z
      .strictObject({
        result: z.enum(ageResults),
        doubtRemains: z.boolean(),
        assessmentNo: identifier,
        reasons: paragraph,
      })
      .refine(({ result, doubtRemains }) => result === 'minor' || !doubtRemains, {
        path: ['result'],
        message: 'must be minor while doubt remains',
      }),
    roles: ['childProtection'],
    confirmedBy: ['medical'],
    guards: [treatedAsChild],
    yields: ['AgeDetermined'],
  }),
  TransferToChildProtection: command({
    input: z.strictObject({
      bestInterestsNo: identifier,
      guardian: line,
      agency: line,
      receiptNo: identifier,
    }),
    roles: ['childProtection'],
    confirmedBy: ['supervisor'],
    guards: [treatedAsChild],
    yields: ['TransferredToChildProtection'],
  }),
};
