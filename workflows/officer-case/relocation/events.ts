import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntil } from '../field.js';
import {
  memberDecisions,
  ownDecisions,
  relocationChannels,
  relocationOutcomes,
  relocationReasons,
  splitChoices,
} from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const relocationEvents = {
  RelocationOpened: z.strictObject({
    countries: z.array(z.string()),
    channel: z.enum(relocationChannels),
    reason: z.enum(relocationReasons),
  }),
  RelocationAssessed: z.strictObject({
    outcome: z.enum(relocationOutcomes),
    reasons: personal('narrative', z.string()),
  }),
  RelocationConsentGiven: z.strictObject({ country: z.string(), declarationNo: z.string() }),
  RelocationSubmitted: z.strictObject({ country: z.string(), packageHash: z.string() }),
  RelocationDenied: z.strictObject({ country: z.string(), decisionNo: z.string() }),
  RelocationAccepted: z.strictObject({ country: z.string(), decisionNo: z.string(), validUntil }),
  SelectionInterviewHeld: z.strictObject({ mission: z.string(), interpreterId: z.string() }),
  RelocationDeferred: z.strictObject({
    country: z.string(),
    question: personal('narrative', z.string()),
  }),
  RelocationSplit: z.strictObject({
    country: z.string(),
    decisionNo: z.string(),
    ownDecision: z.enum(ownDecisions),
    validUntil: validUntil.optional(),
    members: z.array(
      z.strictObject({ relative: personal('identity', z.string()), decision: z.enum(memberDecisions) }),
    ),
  }),
  SplitResolved: z.strictObject({
    choice: z.enum(splitChoices),
    statement: personal('narrative', z.string()),
  }),
  RelocationAcceptanceRevoked: z.strictObject({ country: z.string(), letterNo: z.string() }),
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
  RelocationArrivalRefused: z.strictObject({
    report: personal('narrative', z.string()),
    admissionStands: z.boolean(),
  }),
  RelocationClosed: z.strictObject({
    reason: personal('narrative', z.string()),
    personHeard: z.literal(true),
  }),
  RelocationConsentWithdrawn: z.strictObject({
    statement: personal('narrative', z.string()).optional(),
    /** What was said or sent and did not fit the form. */
    asHeard: personal('narrative', z.string()).optional(),
  }),
  RelocationValidityExpired: z.strictObject({ deadline: z.string(), dueAt: instant }),
};
