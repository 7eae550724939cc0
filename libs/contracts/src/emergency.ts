import { z } from 'zod';
import { CaseId, Instant, Name, Reference } from './scalars.js';

/** Why somebody needs a case at once. */
export const emergencyTriggers = [
  'threatToLife',
  'medicalEmergency',
  'imminentMovement',
  'childAtRisk',
  'courtOrder',
] as const;
const charactersMax = 2000;

const text = (description: string) => z.string().trim().min(10).max(charactersMax).meta({ description });

const request = {
  trigger: z.enum(emergencyTriggers),
  text: text('Why it cannot wait, in your words. It is sealed with the case.'),
  classes: z
    .array(Name)
    .min(1)
    .max(16)
    .optional()
    .meta({ description: 'The data classes that are needed; left out: all that your roles can get.' }),
  minutes: z.number().int().min(5).max(240).default(60),
};

export const EmergencyRequest = z.strictObject(request).meta({ id: 'EmergencyRequest' });
export type EmergencyRequest = z.infer<typeof EmergencyRequest>;

export const EmergencyByReference = z
  .strictObject({
    ...request,
    reference: Reference,
    workflow: Name.optional().meta({
      description: 'Of which workflow the case is; left out: of the first one.',
    }),
  })
  .meta({ id: 'EmergencyByReference' });
export type EmergencyByReference = z.infer<typeof EmergencyByReference>;

export const EmergencyReview = z
  .strictObject({
    verdict: z.enum(['justified', 'unjustified']),
    text: text('What the verdict follows from.'),
  })
  .meta({ id: 'EmergencyReview' });
export type EmergencyReview = z.infer<typeof EmergencyReview>;

export const EmergencyAccess = z
  .strictObject({
    id: z.string(),
    caseId: CaseId,
    workflow: z.string(),
    person: z.string(),
    role: z.string(),
    unit: z.string().nullable(),
    trigger: z.enum(emergencyTriggers),
    text: z.string().nullable().meta({ description: 'Null where it is not shown, or was erased.' }),
    classes: z.array(z.string()),
    begunAt: Instant,
    until: Instant,
    status: z.enum(['active', 'toReview', 'reviewed']),
    ended: z.strictObject({ at: Instant, by: z.string() }).nullable(),
    review: z
      .strictObject({
        at: Instant,
        by: z.string(),
        verdict: z.enum(['justified', 'unjustified']),
        text: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'EmergencyAccess', description: 'Access to one case that one person took in an emergency.' });
export type EmergencyAccess = z.infer<typeof EmergencyAccess>;

export const EmergencyList = z
  .strictObject({ items: z.array(EmergencyAccess) })
  .meta({ id: 'EmergencyList' });
export type EmergencyList = z.infer<typeof EmergencyList>;
