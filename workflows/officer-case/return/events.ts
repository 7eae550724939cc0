import { day, instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { abortReasons } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const returnEvents = {
  ReturnRequested: z.strictObject({ wishedDate: day.optional() }),
  ReturnConsentGiven: z.strictObject({
    formNo: z.string(),
    formVersion: z.string(),
    formHash: z.string(),
    witness: personal('witness', z.string()),
    interpreterId: z.string(),
    rightToWithdrawRead: z.literal(true),
  }),
  VoluntarinessVerified: z.strictObject({
    interviewNo: z.string(),
    private: z.literal(true),
    pressureFound: z.literal(false),
  }),
  VoluntarinessDoubted: z.strictObject({
    interviewNo: z.string(),
    reasons: personal('narrative', z.string()),
  }),
  ReturnCleared: z.strictObject({ decisionNo: z.string() }),
  ReturnClearanceDenied: z.strictObject({
    decisionNo: z.string(),
    reasons: personal('narrative', z.string()),
    remedy: personal('narrative', z.string()),
  }),
  ReceptionConfirmed: z.strictObject({ authority: z.string(), acceptanceRef: z.string() }),
  ReceptionRefused: z.strictObject({ message: personal('narrative', z.string()) }),
  ManifestedForReturn: z.strictObject({ manifestNo: z.string(), seatNo: z.string().optional() }),
  RemovedFromManifest: z.strictObject({ reason: personal('narrative', z.string()) }),
  ReturnMovementStarted: z.strictObject({ reconfirmedAt: instant }),
  ReturnMovementAborted: z.strictObject({
    reason: z.enum(abortReasons),
    details: personal('narrative', z.string()).optional(),
  }),
  PersonBroughtBack: z.strictObject({ facility: z.string() }),
  ReturnCrossingConfirmed: z.strictObject({
    listNo: z.string(),
    receivingOfficer: personal('identity', z.string()),
    crossingPoint: z.string(),
    signatureHash: z.string(),
  }),
  ReturnConsentWithdrawn: z.strictObject({
    statement: personal('narrative', z.string()).optional(),
    heardBy: personal('witness', z.string()).optional(),
    /** What was said or sent and did not fit the form. */
    asHeard: personal('narrative', z.string()).optional(),
  }),
  ReturnConsentExpired: z.strictObject({ deadline: z.string(), dueAt: instant }),
};
