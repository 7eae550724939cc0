import { instant, personal } from '@safeconduct/workflow';
import { z } from 'zod';
import { identitySources, personCategories, serviceCategories } from '../code-lists.js';

// Storage format: these names are in the log for ever. Change a shape only with an upcaster (`versioned`).
export const entryEvents = {
  EntryRegistered: z.strictObject({
    registrationNo: z.string(),
    nameArabic: personal('identity', z.string()),
    nameLatin: personal('identity', z.string()),
    birthDate: personal('identity', z.string()),
    /** Derived from the date of birth at the registration, so that no guard has to unseal that date. */
    adult: z.boolean(),
    serviceCategory: z.enum(serviceCategories),
    rank: personal('identity', z.string()).optional(),
    unit: personal('identity', z.string()).optional(),
    crossingPoint: z.string(),
    crossedAt: instant,
    // The language can reveal the ethnic group of a person.
    language: personal('identity', z.string()),
    otherLanguages: personal('identity', z.array(z.string())).optional(),
  }),
  WeaponsSurrendered: z.strictObject({
    weaponsCount: z.int(),
    receiptNo: z.string().optional(),
    nilDeclaration: z.boolean().optional(),
  }),
  RightsNoticeDelivered: z.strictObject({
    noticeVersion: z.string(),
    language: personal('identity', z.string()),
    interpreterId: z.string().optional(),
    receiptNo: z.string(),
  }),
  IdentityRecorded: z.strictObject({
    sourceType: z.enum(identitySources),
    documentNo: personal('identity', z.string()),
    verified: z.boolean(),
  }),
  ScreeningCompleted: z.strictObject({
    category: z.enum(personCategories),
    reasons: personal('narrative', z.string()),
    interpreterId: z.string(),
  }),
  ReferredToCivilianProcedure: z.strictObject({ agency: z.string(), receiptNo: z.string() }),
  RegistrationVoided: z.strictObject({ proofNo: z.string(), reason: personal('narrative', z.string()) }),
  ScreeningOverdue: z.strictObject({ deadline: z.string(), dueAt: instant }),
  PlacedInFacility: z.strictObject({ facility: z.string(), orderNo: z.string(), legalBasis: z.string() }),
};
