import { line, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { holders, mayHold, mayRelease } from '../guards.js';
import { roles } from '../roles.js';
import { holdKinds } from '../vocabulary.js';
import { command } from './command.js';

const allHolders = roles.filter((role) => Object.values(holders).some((list) => list.includes(role)));

/** X: what may happen wherever a case stands. */
export const acrossCommands = {
  PlaceHold: command({
    input: z.strictObject({ kind: z.enum(holdKinds), ground: paragraph }),
    roles: allHolders,
    guards: [mayHold],
    yields: ['HoldPlaced'],
  }),
  ReleaseHold: command({
    input: z.strictObject({ kind: z.enum(holdKinds), reason: paragraph }),
    roles: allHolders,
    confirmedBy: allHolders,
    guards: [mayRelease],
    yields: ['HoldReleased'],
  }),
  AssignOfficer: command({
    input: z.strictObject({ officer: line }),
    roles: ['supervisor'],
    guards: [],
    yields: ['CaseAssigned', 'CaseReassigned'],
    decide: (data, { officer: previousOfficer }) => [
      previousOfficer === undefined
        ? { type: 'CaseAssigned', data }
        : { type: 'CaseReassigned', data: { ...data, previousOfficer } },
    ],
  }),
};
