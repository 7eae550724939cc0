import { z } from 'zod';
import { actorHeaders } from './commands.js';
import { pageOf } from './cases.js';
import { Cursor, Instant, Limit, Name } from './scalars.js';

export const ImportQuery = z.strictObject({
  workflow: Name,
  command: Name.meta({ description: 'The command of every row; a row of JSON Lines may name another one.' }),
  dryRun: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Answer the same without recording anything.' }),
});

export const ImportHeaders = z.object({ ...actorHeaders });

export const JobId = z
  .string()
  .toLowerCase()
  .regex(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/, 'must be the id of a job')
  .meta({ id: 'JobId', format: 'uuid' });

export const jobKinds = ['import', 'bulk'] as const;
export const jobStates = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

export const Job = z
  .strictObject({
    id: JobId,
    kind: z.enum(jobKinds).meta({ description: '`bulk`: one command for many cases.' }),
    state: z.enum(jobStates),
    workflow: z.string(),
    command: z.string(),
    dryRun: z.boolean(),
    actor: z.string().nullable().meta({ description: 'Who started it.' }),
    createdAt: Instant,
    startedAt: Instant.nullable(),
    endedAt: Instant.nullable(),
    total: z
      .number()
      .int()
      .meta({ description: 'Rows, as far as they can be told before reading them; or cases.' }),
    done: z.number().int(),
    perSecond: z.number().nullable().meta({ description: 'Rows or cases a second since it was started.' }),
    secondsLeft: z.number().nullable(),
    accepted: z.number().int(),
    alreadyThere: z.number().int(),
    rejected: z.number().int(),
    rejectedByCode: z.record(z.string(), z.number().int()),
    rejectedRows: z
      .string()
      .nullable()
      .meta({ description: 'Where the rejected rows can be read, with the reason of each.' }),
    rejectedRowsUntil: Instant.nullable().meta({
      description:
        'Until when they are kept. They go earlier when a person is erased; the same file rejects the same rows again.',
    }),
    items: z.string().nullable().meta({
      description:
        'Where it can be read what became of each case; null for an import, and when it is not kept any more.',
    }),
    again: JobId.nullable().meta({ description: 'The job whose refused cases this one sends again.' }),
    problem: z
      .string()
      .nullable()
      .meta({ description: 'Why it failed, or what is wrong with the file as a whole.' }),
  })
  .meta({
    id: 'Job',
    description: 'Long work, with its progress. It goes on after a restart of the server.',
  });
export type Job = z.infer<typeof Job>;

export const JobListQuery = z.strictObject({
  state: z.enum(jobStates).optional(),
  kind: z.enum(jobKinds).optional(),
  limit: Limit,
  cursor: Cursor.optional(),
});
export const JobPage = z.strictObject(pageOf(Job)).meta({ id: 'JobPage' });
export type JobPage = z.infer<typeof JobPage>;
