import { z } from 'zod';
import { where } from './cases.js';
import {
  AskedPerson,
  CaseId,
  GivenInstant,
  GuardInputs,
  Id,
  Instant,
  Position,
  Revision,
} from './scalars.js';

/** The fields of a command besides its sender and its case. */
export const commandEnvelope = {
  occurredAt: GivenInstant.optional().meta({ description: 'When it happened. Left out: now.' }),
  onBehalfOf: AskedPerson.optional().meta({
    description: 'Whose will it is: `subject`, or the id of a representative.',
  }),
  purpose: Id.optional().meta({ description: 'What for, as a code.' }),
};

export const CommandRequest = z
  .strictObject({
    data: z
      .record(z.string(), z.unknown())
      .default({})
      .meta({ description: 'The fields of the command; their schema is in `GET …/commands`.' }),
    ...commandEnvelope,
  })
  .meta({ id: 'CommandRequest' });
export type CommandRequest = z.infer<typeof CommandRequest>;

/** Headers of every operation that acts in somebody's name. */
export const actorHeaders = {
  'x-correlation-id': Id.optional().meta({
    description: 'Kept with the events and in the log, and sent back.',
  }),
};

const etagList = /^(?:\*|(?:W\/)?"[^"]{0,32}")$/;

export const CommandHeaders = z.object({
  ...actorHeaders,
  'idempotency-key': z
    .string()
    .overwrite((text) => text.replace(/^"(.*)"$/, '$1'))
    .regex(
      /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/,
      'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens',
    )
    .optional()
    .meta({
      description:
        'The same key with the same content is recorded once and answered alike, also after a restart.',
      examples: ['7d8f0c3e-6a54-4a8c-9d53-0f1f6f1f7c11'],
    }),
  'if-match': z
    .string()
    .regex(etagList, 'must be the ETag of the case, such as "7"')
    .optional()
    .meta({ description: 'The `ETag` of the case as it was read. Another one now: 412.', examples: ['"7"'] }),
});

export const CommandAccepted = z
  .strictObject({
    caseId: CaseId,
    reference: z.string(),
    workflow: z.string(),
    revision: Revision,
    position: Position.meta({ description: 'Read with `atLeast` of it to see this very command.' }),
    ...where,
    occurredAt: Instant,
    recordedAt: Instant.nullable().meta({
      description: 'When it was recorded; null where the store tells it only with the history of the case.',
    }),
    events: z.array(z.strictObject({ type: z.string(), revision: Revision })),
  })
  .meta({ id: 'CommandAccepted', description: 'What was recorded. Durable when this answer arrives.' });
export type CommandAccepted = z.infer<typeof CommandAccepted>;

export const WhyNot = z
  .strictObject({
    code: z.string(),
    title: z.string(),
    requiredRoles: z.array(z.string()).optional(),
    refusals: z
      .array(
        z.strictObject({
          guard: z.string(),
          code: z.string(),
          inputs: GuardInputs,
          message: z.string(),
        }),
      )
      .optional(),
  })
  .meta({
    id: 'WhyNot',
    description: 'Why a command is not possible. `refusals` has every rule that does not hold.',
  });

const InBothLanguages = z
  .strictObject({ en: z.string(), ar: z.string() })
  .meta({ id: 'InBothLanguages', description: 'A text in every language of the product.' });

/** Any JSON Schema. */
export const JsonSchema = z.record(z.string(), z.unknown()).meta({
  id: 'JsonSchema',
  description: 'A JSON Schema, draft 2020-12. `x-titles` and `x-values` have texts in both languages.',
});

export const CommandForm = z
  .strictObject({
    command: z.string(),
    titles: InBothLanguages,
    roles: z.array(z.string()),
    confirmedBy: z
      .array(z.string())
      .nullable()
      .meta({ description: 'Roles of the second person, where one is needed.' }),
    form: JsonSchema,
  })
  .meta({ id: 'CommandForm' });
export type CommandForm = z.infer<typeof CommandForm>;

export const CaseCommand = z
  .strictObject({ ...CommandForm.shape, open: z.boolean(), whyNot: WhyNot.nullable() })
  .meta({ id: 'CaseCommand', description: 'A command of the case: open, or why not, and its form.' });

export const CaseCommands = z
  .strictObject({ caseId: CaseId, revision: Revision, ...where, commands: z.array(CaseCommand) })
  .meta({ id: 'CaseCommands' });
export type CaseCommands = z.infer<typeof CaseCommands>;
export { InBothLanguages };
