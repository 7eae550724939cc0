import { jobStates } from '@safeconduct/contracts';
import { z } from 'zod';

/** A job as it is stored in its folder. Storage format: fields are added, never renamed. */
export const StoredJob = z.object({
  id: z.string(),
  kind: z.literal('import'),
  state: z.enum(jobStates),
  workflow: z.string(),
  command: z.string(),
  format: z.enum(['csv', 'jsonl']),
  dryRun: z.boolean(),
  actor: z.string().nullable(),
  createdAt: z.string(),
  startedAt: z.string().nullable(),
  endedAt: z.string().nullable(),
  total: z.number(),
  done: z.number(),
  accepted: z.number(),
  alreadyThere: z.number(),
  rejected: z.number(),
  rejectedByCode: z.record(z.string(), z.number()),
  problem: z.string().nullable(),
});
export type StoredJob = z.infer<typeof StoredJob>;

/** The request of an import. */
export type ImportRequest = Pick<StoredJob, 'workflow' | 'command' | 'format' | 'dryRun'> & {
  readonly actor: string;
};

/** The job of a request, queued, with nothing done. */
export function queuedJob(
  request: ImportRequest,
  { id, createdAt }: Pick<StoredJob, 'id' | 'createdAt'>,
): StoredJob {
  return {
    id,
    kind: 'import',
    state: 'queued',
    ...request,
    createdAt,
    startedAt: null,
    endedAt: null,
    total: 0,
    done: 0,
    accepted: 0,
    alreadyThere: 0,
    rejected: 0,
    rejectedByCode: {},
    problem: null,
  };
}

/** Whether the job has ended and will not change any more. */
export const isEnded = ({ state }: StoredJob): boolean => state !== 'queued' && state !== 'running';
