import { z } from 'zod';
import { CaseId, Instant, Revision } from './scalars.js';
import { emergencyTriggers } from './emergency.js';

const ReportedActor = z.strictObject({
  pseudonym: z.string().meta({ description: 'The same person has the same sign. Never a name or an id.' }),
  roles: z.array(z.string()),
  unit: z.string().nullable(),
});

export const AccessReport = z
  .strictObject({
    caseId: CaseId,
    workflow: z.string(),
    reads: z
      .array(
        z.strictObject({
          at: Instant,
          by: ReportedActor,
          purposes: z.array(z.string()),
          operation: z.string(),
          way: z.string(),
          classes: z.array(z.string()),
          isEmergency: z.boolean(),
        }),
      )
      .meta({ description: 'The newest first.' }),
    hasOlderReads: z.boolean(),
    decisions: z
      .array(
        z.strictObject({
          revision: Revision,
          occurredAt: Instant,
          recordedAt: Instant,
          type: z.string(),
          by: ReportedActor,
          confirmedBy: ReportedActor.nullable(),
          rules: z.array(z.strictObject({ guard: z.string(), version: z.number().int() })),
        }),
      )
      .meta({ description: 'In the order of entry, with every rule that was asked.' }),
    emergencies: z.array(
      z.strictObject({
        begunAt: Instant,
        until: Instant,
        by: ReportedActor,
        trigger: z.enum(emergencyTriggers),
        classes: z.array(z.string()),
        verdict: z.enum(['justified', 'unjustified']).nullable(),
      }),
    ),
  })
  .meta({
    id: 'AccessReport',
    description: 'What the person whose case it is may know: who read it, who decided, under which rules.',
  });
export type AccessReport = z.infer<typeof AccessReport>;
