import { personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntil } from '../field.js';
import { intentions, riskOutcomes } from '../code-lists.js';

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
  StayGranted: z.strictObject({
    permitNo: z.string(),
    validUntil,
    conditions: personal('narrative', z.string()).optional(),
  }),
};
