import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntil } from '../field.js';
import { origins, relocationChannels, relocationOutcomes, relocationReasons } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const relocationEvents = {
  RelocationOpened: z.strictObject({
    countries: z.array(z.string()),
    channel: z.enum(relocationChannels),
    reason: z.enum(relocationReasons),
    /** The state before the relocation, to which the case goes back when the person does not depart. */
    origin: z.enum(origins),
  }),
  RelocationAssessed: z.strictObject({
    outcome: z.enum(relocationOutcomes),
    reasons: personal('narrative', z.string()),
  }),
  RelocationConsentGiven: z.strictObject({ country: z.string(), declarationNo: z.string() }),
  RelocationSubmitted: z.strictObject({ country: z.string(), packageHash: z.string() }),
  RelocationDenied: z.strictObject({ country: z.string(), decisionNo: z.string() }),
  RelocationAccepted: z.strictObject({ country: z.string(), decisionNo: z.string(), validUntil }),
  ExitClearanceRequested: z.strictObject({ listNo: z.string() }),
  ExitCleared: z.strictObject({ permitNo: z.string(), validUntil }),
  ExitClearanceRefused: z.strictObject({
    decisionNo: z.string(),
    reasons: personal('narrative', z.string()),
    remedy: personal('narrative', z.string()),
  }),
  PreDepartureCompleted: z.strictObject({
    medicalRef: personal('medical', z.string()),
    documentNo: personal('identity', z.string()),
  }),
  RelocationDeparted: z.strictObject({ carrier: z.string() }),
  RelocationArrived: z.strictObject({ receiptNo: z.string() }),
  RelocationConsentWithdrawn: z.strictObject({
    statement: personal('narrative', z.string()).optional(),
    /** What was said or sent and did not fit the form. */
    asHeard: personal('narrative', z.string()).optional(),
  }),
  RelocationValidityExpired: z.strictObject({ deadline: z.string(), dueAt: instant }),
};
