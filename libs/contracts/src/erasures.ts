import { z } from 'zod';
import { HistoryEvent } from './cases.js';
import { CaseId, Instant, Name, Position, Reference } from './scalars.js';

const Sha256 = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({
    description:
      'SHA-256 of the event as one text: a JSON array in canonical form (RFC 8785) of stream, revision as text, event id, ' +
      'type, schema version, recorded time, occurred time, metadata and data as text.',
  });

export const ErasureCertificate = z
  .strictObject({
    form: z.literal('safeconduct-erasure-1'),
    log: z.string().meta({ description: 'The name of the log.' }),
    caseId: CaseId,
    reference: Reference,
    workflow: Name,
    status: z.enum(['destroyed', 'pending']).meta({
      description:
        '`pending`: it is decided, and the keys are not destroyed yet. It is done within seconds, or at the next start.',
    }),
    decision: HistoryEvent.meta({ description: 'Who decided it, who confirmed it, and on what ground.' }),
    decisionHash: Sha256,
    destruction: z
      .strictObject({
        keyId: z.string().meta({ description: 'The id of the keys. It is no key.' }),
        destroyedAt: Instant,
        eventId: z.string(),
        position: Position,
        recordedAt: Instant,
        hash: Sha256,
      })
      .nullable()
      .meta({ description: 'The keys that were destroyed, and the event that says so.' }),
    sealed: z.array(z.strictObject({ class: z.string(), parts: z.number().int() })).meta({
      description: 'How many sealed parts of each class stay in the log. None can be opened any more.',
    }),
    verification: z
      .array(z.string())
      .meta({ description: 'How to verify it, in the language of the request.' }),
  })
  .meta({
    id: 'ErasureCertificate',
    description: 'What shows that a person was erased. Nothing in it is personal.',
  });
export type ErasureCertificate = z.infer<typeof ErasureCertificate>;
