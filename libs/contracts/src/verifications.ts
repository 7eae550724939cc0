import { z } from 'zod';
import { pageOf } from './cases.js';
import { JobId, jobStates } from './jobs.js';
import { CaseId, Cursor, Instant, Limit, Position } from './scalars.js';

export const verificationSteps = ['log', 'reads', 'views'] as const;

/** How many problems of one verification are kept. All of them are counted. */
export const problemsKeptMax = 200;

export const Verification = z
  .strictObject({
    id: JobId,
    state: z.enum(jobStates).meta({ description: '`done`: it came to its end, whatever it found.' }),
    actor: z.string().nullable().meta({ description: 'Who started it.' }),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    step: z.enum(verificationSteps).nullable().meta({
      description:
        '`log`: events are checked; `reads`: the log of reads is; `views`: views are filled anew and compared.',
    }),
    total: z
      .number()
      .int()
      .meta({ description: 'Each event counts twice: it is checked, and it fills the views anew.' }),
    done: z.number().int(),
    secondsLeft: z.number().nullable(),
    findings: z
      .strictObject({
        events: z.number().int(),
        cases: z.number().int(),
        otherDefinitions: z.number().int().meta({
          description:
            'Events decided under another definition: their roles and guards were not asked again.',
        }),
        reads: z
          .number()
          .int()
          .nullable()
          .meta({ description: 'Entries of the log of reads; null: not looked at.' }),
        isDamaged: z.boolean().meta({
          description: 'The log could not be read to its end, so nothing else was compared with it.',
        }),
        problems: z.number().int(),
      })
      .nullable()
      .meta({ description: 'What was found; null before its end.' }),
    problem: z.string().nullable().meta({ description: 'Why it failed.' }),
  })
  .meta({
    id: 'Verification',
    description: 'A check of the whole log, of everything that is made from it, and of the log of reads.',
  });
export type Verification = z.infer<typeof Verification>;

export const VerificationListQuery = z.strictObject({ limit: Limit, cursor: Cursor.optional() });
export const VerificationPage = z.strictObject(pageOf(Verification)).meta({ id: 'VerificationPage' });
export type VerificationPage = z.infer<typeof VerificationPage>;

export const VerificationProblem = z
  .strictObject({
    position: Position.nullable(),
    recordedAt: Instant.nullable(),
    caseId: CaseId.nullable(),
    what: z.string().meta({ description: 'In English, for whoever runs the server.' }),
  })
  .meta({ id: 'VerificationProblem' });

export const VerificationProblems = z
  .strictObject({
    items: z.array(VerificationProblem).meta({ description: `The first ${problemsKeptMax}.` }),
    total: z.number().int(),
  })
  .meta({ id: 'VerificationProblems' });
export type VerificationProblems = z.infer<typeof VerificationProblems>;
