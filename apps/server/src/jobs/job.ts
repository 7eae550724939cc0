import { jobStates } from '@safeconduct/contracts';
import { z } from 'zod';

/** A job as it is kept in its folder. Storage format: a field is added, never renamed. */
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

/** Nothing more will happen to it. */
export const isEnded = ({ state }: StoredJob): boolean => state !== 'queued' && state !== 'running';
