import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntil } from '../field.js';
import { custodyReviews, intentions, riskOutcomes, routes } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const custodyEvents = {
  FacilityTransferred: z.strictObject({ facility: z.string(), orderNo: z.string() }),
  CounsellingHeld: z.strictObject({
    sessionNo: z.string(),
    interpreterId: z.string(),
    packVersion: z.string(),
    counselOffered: z.boolean(),
  }),
  IntentionStated: z.strictObject({
    intention: z.enum(intentions),
    statement: personal('narrative', z.string()).optional(),
  }),
  RiskAssessed: z.strictObject({
    destination: z.string(),
    outcome: z.enum(riskOutcomes),
    coiVersion: z.string(),
    reasonsRef: z.string(),
  }),
  CustodyReviewed: z.strictObject({
    reviewNo: z.string(),
    outcome: z.enum(custodyReviews),
    grounds: personal('narrative', z.string()),
    personHeard: z.literal(true),
    counselPresent: z.boolean(),
  }),
  // That access was granted, never what was said or found.
  IcrcAccessRecorded: z.strictObject({ facility: z.string(), icrcNo: z.string().optional() }),
  RouteDenied: z.strictObject({
    route: z.enum(routes),
    decisionNo: z.string(),
    reasons: personal('narrative', z.string()),
    remedy: personal('narrative', z.string()),
  }),
  StayGranted: z.strictObject({
    permitNo: z.string(),
    validUntil,
    conditions: personal('narrative', z.string()).optional(),
  }),
  StayRenewed: z.strictObject({
    permitNo: z.string(),
    validUntil,
    conditions: personal('narrative', z.string()).optional(),
  }),
};
