import { z } from 'zod';
import { where, withheld } from './cases.js';
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

const InBothLanguages = z
  .strictObject({ en: z.string(), ar: z.string() })
  .meta({ id: 'InBothLanguages', description: 'A text in every language of the product.' });

export const SendQuery = z.strictObject({
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Answer what it would lead to, or why it would be refused, and record nothing.' }),
});

const place = z.strictObject(where);
const named = z.string().meta({ description: 'The name of a deadline.' });

export const CommandForeseen = z
  .strictObject({
    caseId: CaseId,
    revision: Revision.meta({ description: 'Of the case as it was asked.' }),
    from: place,
    to: place,
    events: z.array(z.strictObject({ type: z.string(), titles: InBothLanguages })),
    deadlines: z.strictObject({
      starts: z.array(z.strictObject({ name: named, dueAt: Instant })),
      moves: z.array(z.strictObject({ name: named, from: Instant, to: Instant })),
      ends: z.array(named),
    }),
    secondPerson: z
      .array(z.string())
      .nullable()
      .meta({ description: 'The roles of whom one has to confirm it; null where it waits for nobody.' }),
  })
  .meta({ id: 'CommandForeseen', description: 'What a command would lead to. Nothing is recorded.' });
export type CommandForeseen = z.infer<typeof CommandForeseen>;

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

/** Any JSON Schema. */
export const JsonSchema = z.record(z.string(), z.unknown()).meta({
  id: 'JsonSchema',
  description:
    'A JSON Schema, draft 2020-12. Of each field `x-titles` and `x-values` have texts in both languages, and so has ' +
    '`x-hints` where there is something to know; `x-order` is its place, `x-widget` how it is filled in (textarea, date, ' +
    'partialDate, instant, fileHash, person, code, country, language, confirm, checklist) where its shape does not say it, ' +
    '`x-items` the questions of a checklist, `x-data-class` the class of data in which it is kept. `x-registry` ' +
    'names the registry of a field, see `GET /workflows/{workflow}/registries/{registry}`, and says whether it is closed; the ' +
    'texts of a long one stand there alone.',
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

const CaseGuard = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    titles: InBothLanguages.meta({ description: 'What the rule requires.' }),
    holds: z.boolean().nullable().meta({
      description: 'Null: it reads the form, so it is asked when the command is sent.',
    }),
    code: z.string().nullable().meta({ description: 'The code with which it fails.' }),
    inputs: GuardInputs,
    message: z.string().nullable().meta({ description: 'What is missing, in the language asked for.' }),
    remedies: z.array(z.string()).meta({
      description: 'The commands that can make it hold where it fails, as its workflow declares them.',
    }),
  })
  .meta({ id: 'CaseGuard', description: 'A rule of a command, and whether it holds in this case now.' });

const TimeBounds = z
  .strictObject({
    min: Instant.nullable().meta({
      description: 'Null: no time is too early, it becomes that of the last event.',
    }),
    max: Instant,
  })
  .meta({ id: 'TimeBounds', description: 'Between which times the step can be said to have happened.' });

export const CaseCommand = z
  .strictObject({
    ...CommandForm.shape,
    form: JsonSchema.nullable().meta({ description: 'Null where the forms are left out.' }),
    open: z.boolean(),
    permitted: z.boolean().meta({ description: 'A role of the actor may send it.' }),
    possibleHere: z.boolean().meta({ description: 'The chart accepts it in the state of the case.' }),
    possibleIn: z.array(z.string()).meta({
      description: 'The states in which the chart can accept it; each with all states inside it.',
    }),
    guards: z.array(CaseGuard).meta({
      description:
        'Every rule of it, also where it is not possible here. None where the reader sees no rules.',
    }),
    bySystem: z.boolean().meta({
      description: 'Only the system sends it, when a deadline has passed.',
    }),
    decisive: z.boolean().meta({
      description: 'It waits for a second person and asks for a fresh sign-in.',
    }),
    occurredAt: TimeBounds,
    whyNot: WhyNot.nullable(),
  })
  .meta({
    id: 'CaseCommand',
    description: 'A command of the case: open, or why not, its rules and its form.',
  });

export const CaseCommands = z
  .strictObject({
    caseId: CaseId,
    revision: Revision,
    ...where,
    commands: z.array(CaseCommand),
    withheld,
  })
  .meta({ id: 'CaseCommands' });
export type CaseCommands = z.infer<typeof CaseCommands>;
export { InBothLanguages };
