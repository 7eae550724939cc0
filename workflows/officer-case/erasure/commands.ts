import { identifier, paragraph } from '@safeconduct/workflow';
import { z } from 'zod';
import { noAppeal } from '../appeals/guards.js';
import { dataClasses, erasureGrounds, restrictionKinds } from '../code-lists.js';
import { command } from '../command.js';
import {
  noHoldOnErasure,
  notErased,
  restricted,
  restrictionKnown,
  restrictionNumberFree,
  retentionOver,
  roomForRestriction,
  unrestricted,
} from './guards.js';

/** Section X, erasure: when the case is resolved. */
export const erasureCommands = {
  RestrictErasure: command({
    input: z.strictObject({
      kind: z.enum(restrictionKinds),
      // Of an order of a court it is the number of the order.
      restrictionNo: identifier,
      ground: paragraph,
    }),
    roles: ['dataProtection', 'protection', 'counsel', 'supervisor'],
    guards: [notErased, restrictionNumberFree, roomForRestriction],
    yields: ['ErasureRestricted'],
  }),
  LiftErasureRestriction: command({
    input: z.strictObject({ restrictionNo: identifier, reason: paragraph }),
    roles: ['dataProtection'],
    confirmedBy: ['protection', 'counsel', 'supervisor'],
    guards: [restricted, restrictionKnown],
    yields: ['ErasureRestrictionLifted'],
  }),
  DestroySubjectKey: command({
    input: z.strictObject({
      legalGround: z.enum(erasureGrounds),
      // The line of the retention schedule, the approval, and the receipt of the archive for what is kept there.
      scheduleNo: identifier,
      approvalNo: identifier,
      archiveReceiptNo: identifier,
    }),
    roles: ['dataProtection'],
    confirmedBy: ['keyCustodian'],
    erases: true,
    guards: [notErased, retentionOver, noHoldOnErasure, unrestricted, noAppeal],
    yields: ['ErasureDecided'],
    decide: (data) => [{ type: 'ErasureDecided', data: { ...data, classes: [...dataClasses] } }],
  }),
};
