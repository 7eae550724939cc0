import { z } from 'zod';
import { GuardInputs, Instant, Revision } from './scalars.js';

// Typed, because `readonly()` would say `readOnly` in the document.
const codes: z.ZodType<readonly string[]> = z.array(z.string());

const Issue = z
  .strictObject({
    path: z.string().meta({ description: 'The field: `data.formNo`, `query.limit`; empty for the whole.' }),
    code: z.string().meta({ description: 'The rule it breaks; `required`: there is no value.' }),
    message: z.string().meta({ description: 'The rule as a sentence. Never repeats what was sent.' }),
    params: z
      .strictObject({
        minimum: z.number(),
        maximum: z.number(),
        unit: z
          .enum(['characters', 'items'])
          .meta({ description: 'What they count; absent: the value itself.' }),
        allowed: codes.meta({
          description: 'What is accepted, where it is a short list; of names that there are the first 200.',
        }),
        pattern: z.string().meta({ description: 'A regular expression.' }),
        expected: z.string().meta({
          description: '`text`, `number`, `wholeNumber`, `boolean`, `list` or `object`.',
        }),
      })
      .partial()
      .optional()
      .meta({ description: 'The bounds of the rule, as far as it has any.' }),
  })
  .meta({ id: 'Issue', description: 'One field that does not fit.' });
export type Issue = z.infer<typeof Issue>;

const FailedGuard = z
  .strictObject({
    guard: z.string(),
    code: z.string(),
    inputs: GuardInputs,
    message: z.string().meta({
      description: 'What is missing, as a sentence for people, in the language of the request.',
    }),
  })
  .meta({ id: 'FailedGuard', description: 'One rule that does not hold.' });

const Change = z
  .strictObject({
    revision: Revision,
    type: z.string(),
    actor: z.strictObject({ id: z.string(), role: z.string() }),
    occurredAt: Instant,
  })
  .meta({ id: 'CaseChange', description: 'An event that was recorded meanwhile, without its data.' });

/** The members that a problem may have beside those of RFC 9457. */
export const memberSchemas = {
  issues: z.array(Issue),
  refusals: z.array(FailedGuard).meta({ description: 'Every rule that does not hold, not only the first.' }),
  state: z.string().meta({ description: 'The top-level state of the case.' }),
  subState: z.string().nullable().meta({ description: 'The innermost state as a dotted path.' }),
  openCommands: z.array(z.string()).meta({ description: 'What is possible in this state instead.' }),
  requiredRoles: z.array(z.string()).meta({ description: 'Who may.' }),
  reason: z.string().meta({ description: 'Why it is refused, as a code.' }),
  scope: z.string().meta({ description: 'What the token would have to be for; `people`: no token is.' }),
  caseId: z.string(),
  revision: z.string().meta({ description: 'The first event that the workflow does not follow.' }),
  expected: z.string().meta({ description: 'The revision the sender knew.' }),
  actual: z.string().meta({ description: 'The revision the case has; -1 when there is no such case.' }),
  changes: z.array(Change).meta({
    description: 'What was recorded since that revision, the oldest first: at most 100 events.',
  }),
  occurredAt: z.string(),
  erasedAt: z.string(),
  lastOccurredAt: z.string(),
  openedAt: z.string(),
  asOf: z.string(),
  now: z.string(),
  wanted: z.string(),
  head: z.string(),
  reached: z.string(),
  allowed: z.array(z.string()),
  limit: z.number(),
  version: z.string().meta({ description: 'How often the draft was kept; 0: there is none.' }),
  keptAt: z.string().meta({ description: 'When it was kept last; absent: there is none.' }),
  proposalStatus: z.string().meta({ description: '`confirmed`, `rejected`, `withdrawn` or `expired`.' }),
  traceId: z.string().meta({ description: 'Tell it to whoever runs the server: the log has the rest.' }),
} as const;
