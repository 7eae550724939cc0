import { jobKinds, jobStates, verificationSteps } from '@safeconduct/contracts';
import { z } from 'zod';

/** What a check of the log found. Storage format. */
const Findings = z.object({
  events: z.number(),
  cases: z.number(),
  otherDefinitions: z.number(),
  reads: z.number().nullable(),
  isDamaged: z.boolean(),
  /** How many problems there are, and the first of them. */
  problems: z.number(),
  first: z.array(
    z.object({
      position: z.string().nullable(),
      recordedAt: z.string().nullable(),
      caseId: z.string().nullable(),
      what: z.string(),
    }),
  ),
});
export type Findings = z.infer<typeof Findings>;

/** A job as its record has it. Storage format: fields are added, never renamed. */
export const StoredJob = z.object({
  id: z.string(),
  kind: z.enum([...jobKinds, 'verification']),
  state: z.enum(jobStates),
  /** Empty of a verification, which is of no workflow and sends no command. */
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
  /** Opens its files, sealed. Absent: they are in the clear, of a release that did not seal them, or gone. */
  filesKey: z.string().optional(),
  /** Of a job that has been started under a key of its sender: how the ids of its commands begin. */
  sentAs: z.string().optional(),
  /** Keyed hash of the request of a bulk job. */
  requestHash: z.string().optional(),
  /** The bulk job whose refused cases this one sends again. */
  again: z.string().nullable().default(null),
  /** Which of its files are kept: that which it imports or sends, and the rejected rows or the results. */
  files: z.enum(['all', 'rejectedRows', 'none']).default('all'),
  /** What a verification does now. */
  step: z.enum(verificationSteps).optional(),
  /** Of a verification that came to its end. */
  findings: Findings.optional(),
});
export type StoredJob = z.infer<typeof StoredJob>;

interface OfSending {
  readonly kind: (typeof jobKinds)[number];
}

/** Whether a job sends commands, and so is for those who send them; a verification has an answer of its own. */
export const isSending = <Job extends Pick<StoredJob, 'kind'>>(job: Job): job is Job & OfSending =>
  job.kind !== 'verification';

/** The request of an import. */
export type ImportRequest = Pick<StoredJob, 'workflow' | 'command' | 'format' | 'dryRun'> & {
  readonly actor: string;
};

/** The request of a job of any kind. */
export type JobRequest = ImportRequest & Partial<Pick<StoredJob, 'kind' | 'again'>>;

/** The job of a request, queued, with nothing done. */
export function queuedJob(
  { kind = 'import', again = null, ...request }: JobRequest,
  { id, createdAt, filesKey }: Pick<StoredJob, 'id' | 'createdAt' | 'filesKey'>,
): StoredJob {
  return {
    id,
    kind,
    again,
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
    filesKey,
    files: 'all',
  };
}

/** Whether the job has ended and will not change any more. */
export const isEnded = ({ state }: StoredJob): boolean => state !== 'queued' && state !== 'running';

/** Whether it has rows that were rejected one by one. A file that is refused as a whole has none. */
export const hasRejectedRows = ({ kind, rejected, problem }: StoredJob): boolean =>
  kind === 'import' && rejected > 0 && problem === null;

/** The name of the file that a job imports, or in which stands what it sends. That of a verification is empty. */
export const fileOf = ({ id, command, format }: Pick<StoredJob, 'id' | 'command' | 'format'>) => ({
  jobId: id,
  name: `01-${command}.${format}`,
});

/** How far a run of a job has come. */
export type JobProgress = Partial<
  Pick<
    StoredJob,
    | 'done'
    | 'accepted'
    | 'alreadyThere'
    | 'rejected'
    | 'rejectedByCode'
    | 'problem'
    | 'total'
    | 'step'
    | 'findings'
  >
>;

/** How a run of a job ended. */
export interface JobEnd {
  readonly state: 'done' | 'failed' | 'cancelled';
  readonly endedAt: string;
  readonly progress: JobProgress;
}

/**
 * What becomes of a job as it stands now; `undefined` when it stays as it is. Whoever wants to change a job gives the
 * rule and not the result, because another server may have changed the job meanwhile: it is asked again then.
 */
export type JobRule = (job: StoredJob) => StoredJob | undefined;

/** A run begins. A job that has ended is not run. */
export const started =
  (now: string): JobRule =>
  (job) =>
    isEnded(job) ? undefined : { ...job, state: 'running', startedAt: job.startedAt ?? now };

/** A run has come so far. A job that has ended keeps its figures. */
export const progressed =
  (progress: JobProgress): JobRule =>
  (job) =>
    isEnded(job) ? undefined : reachedBy(progress, job);

/** Somebody cancels it. A job that has ended is not cancelled. What a run has reached is kept as far as it is known. */
export const cancelled =
  (now: string, progress: JobProgress): JobRule =>
  (job) =>
    isEnded(job) ? undefined : { ...reachedBy(progress, job), state: 'cancelled', endedAt: now };

/**
 * A run ends. An end stands: a job that was cancelled meanwhile stays cancelled, and gets the figures that the run
 * reached, unless they say less than what is known.
 */
export const finished =
  ({ state, endedAt, progress }: JobEnd): JobRule =>
  (job) => {
    if (!isEnded(job)) return { ...reachedBy(progress, job), state, endedAt };
    const saysMore = (progress.done ?? 0) >= job.done;
    return job.state === 'cancelled' && saysMore ? { ...job, ...progress } : undefined;
  };

/** The files that are needed no more are gone; with the last one goes what would open them. */
export const leftWith =
  (files: 'rejectedRows' | 'none'): JobRule =>
  (job) => {
    if (!isEnded(job) || job.files === files || job.files === 'none') return undefined;
    return { ...job, files, ...(files === 'none' && { filesKey: undefined }) };
  };

/**
 * The job with the figures of a run. A run begins at the first row, so it says less at first than a run before it that
 * broke off; those figures stay until it has come further. By them a row that the run before recorded counts as accepted.
 */
function reachedBy(progress: JobProgress, job: StoredJob): StoredJob {
  const { done = job.done, problem = job.problem } = progress;
  return done < job.done ? { ...job, problem } : { ...job, ...progress };
}
