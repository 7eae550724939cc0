import { paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { holdKinds } from '../code-lists.js';
import { command } from '../command.js';
import { roles } from '../roles.js';
import { holders, mayHold, mayRelease, roomForHold } from './guards.js';

const allHolders = roles.filter((role) => Object.values(holders).some((list) => list.includes(role)));

/** Section X, holds: in every state of a case that is not resolved. */
export const holdCommands = {
  PlaceHold: command({
    input: z.strictObject({ kind: z.enum(holdKinds), ground: paragraph }),
    roles: allHolders,
    guards: [mayHold, roomForHold],
    yields: ['HoldPlaced'],
  }),
  ReleaseHold: command({
    input: z.strictObject({ kind: z.enum(holdKinds), reason: paragraph }),
    roles: allHolders,
    confirmedBy: allHolders,
    guards: [mayRelease],
    yields: ['HoldReleased'],
  }),
};
