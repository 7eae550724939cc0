import { identifier, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { holdKinds, holdScopes } from '../code-lists.js';
import { command } from '../command.js';
import { reviewDayField, validUntilField } from '../field.js';
import { roles } from '../roles.js';
import { held, holders, holdKnown, holdNumberFree, mayHold, mayRelease, roomForHold } from './guards.js';

const allHolders = roles.filter((role) => Object.values(holders).some((list) => list.includes(role)));

/** When a hold ends, and when it is looked at again. It never ends by itself: both dates are tasks. */
const dates = { until: validUntilField.optional(), reviewAt: reviewDayField.optional() };

/** Section X, holds: in every state of a case that is not resolved. */
export const holdCommands = {
  PlaceHold: command({
    input: z.strictObject({
      kind: z.enum(holdKinds),
      // Of a hold by a court it is the number of the order.
      holdNo: identifier,
      ground: paragraph,
      scope: z.array(z.enum(holdScopes)).min(1).max(holdScopes.length).optional(),
      ...dates,
    }),
    roles: allHolders,
    freeOfOrder: true,
    guards: [mayHold, holdNumberFree, roomForHold],
    yields: ['HoldPlaced'],
  }),
  ReviewHold: command({
    input: z.strictObject({ holdNo: identifier, reason: paragraph, ...dates }),
    roles: allHolders,
    guards: [held, holdKnown],
    yields: ['HoldReviewed'],
  }),
  ReleaseHold: command({
    input: z.strictObject({ holdNo: identifier, reason: paragraph }),
    roles: allHolders,
    confirmedBy: allHolders,
    guards: [held, mayRelease],
    yields: ['HoldReleased'],
  }),
};
