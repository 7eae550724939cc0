import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { validUntil } from '../field.js';
import { assuranceScopes, disclosedItems, instrumentTypes, verdicts } from '../code-lists.js';
import { criteriaOf } from './criteria.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const assuranceEvents = {
  AssuranceRouteOpened: z.strictObject({
    fears: personal('narrative', z.string()),
    wantedAssurance: personal('narrative', z.string()),
  }),
  DisclosureConsentGiven: z.strictObject({ authority: z.string(), items: z.array(z.enum(disclosedItems)) }),
  AssuranceRequested: z.strictObject({
    authority: z.string(),
    noteNo: z.string(),
    channel: z.string(),
    anonymous: z.boolean(),
  }),
  AssuranceReceived: z.strictObject({
    instrumentNo: z.string(),
    instrumentType: z.enum(instrumentTypes),
    issuer: z.string(),
    validUntil,
    instrumentHash: z.string(),
    scope: z.array(z.enum(assuranceScopes)).optional(),
    carveOuts: personal('narrative', z.string()).optional(),
    monitoring: personal('narrative', z.string()).optional(),
  }),
  AssuranceRefused: z.strictObject({ replyNo: z.string() }),
  AssuranceAssessed: z.strictObject({
    verdict: z.enum(verdicts),
    criteria: criteriaOf({ evidence: z.string(), note: personal('narrative', z.string()) }),
  }),
  AssuranceAcceptedByPerson: z.strictObject({
    statement: personal('narrative', z.string()),
    counselOffered: z.boolean(),
  }),
  AssuranceDeclinedByPerson: z.strictObject({ statement: personal('narrative', z.string()).optional() }),
  AssuranceRouteClosed: z.strictObject({
    statement: personal('narrative', z.string()),
    /**
     * Whether the person or the office closed it. Only the person can give up the protection of an assurance.
     */
    closedBy: z.enum(['person', 'office']),
  }),
  AssuranceOverdue: z.strictObject({ deadline: z.string(), dueAt: instant }),
  AssuranceReviewDue: z.strictObject({ deadline: z.string(), dueAt: instant }),
  AssuranceExpired: z.strictObject({ deadline: z.string(), dueAt: instant }),
};
