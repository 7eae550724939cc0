import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { dataClasses, erasureGrounds, restrictionKinds } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const erasureEvents = {
  ErasureRestricted: z.strictObject({
    kind: z.enum(restrictionKinds),
    restrictionNo: z.string(),
    ground: personal('narrative', z.string()),
  }),
  ErasureRestrictionLifted: z.strictObject({
    restrictionNo: z.string(),
    reason: personal('narrative', z.string()),
  }),
  /** Nothing in it is personal: it has to stay readable when the keys are gone. */
  ErasureDecided: z.strictObject({
    legalGround: z.enum(erasureGrounds),
    scheduleNo: z.string(),
    approvalNo: z.string(),
    archiveReceiptNo: z.string(),
    /** What is destroyed: the keys of these classes of data. */
    classes: z.array(z.enum(dataClasses)),
  }),
};
