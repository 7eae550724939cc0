import type { Instant } from '@safeconduct/workflow';
import type { StoredJob } from './job.js';

/** How many of the newest jobs are looked at, so that the work does not grow with the number of jobs. */
const newestMax = 200;

export interface MendingAsked {
  /** Those that ended before are left out. */
  readonly since: Instant;
  readonly isSeen: (job: StoredJob) => boolean;
}

/**
 * The jobs that failed or had refusals and that nobody has repeated, the newest first.
 * @param jobs  the newest first, so that a repetition comes before the job that it repeats
 */
export async function jobsToMend(
  jobs: AsyncIterable<StoredJob>,
  { since, isSeen }: MendingAsked,
): Promise<readonly StoredJob[]> {
  const repeated = new Set<string>();
  const found: StoredJob[] = [];
  let seen = 0;
  for await (const job of jobs) {
    if ((seen += 1) > newestMax) break;
    if (job.again !== null) repeated.add(job.again);
    if (isToMend(job) && (job.endedAt ?? '') >= since && !repeated.has(job.id) && isSeen(job))
      found.push(job);
  }
  return found;
}

/** Whoever cancels a job knows that it is not done, and a dry run and a check of the log have nothing to mend. */
const isToMend = ({ kind, state, rejected, dryRun }: StoredJob): boolean =>
  kind !== 'verification' && !dryRun && (state === 'failed' || (state === 'done' && rejected > 0));
