import { isSystem, logVerifiers, type Identity, type Reader } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';
import type { JobRunner } from '../../jobs/job-runner.js';
import { isSending, type StoredJob } from '../../jobs/job.js';
import { HttpProblem } from '../problem.js';

/** The roles that may have the log checked, and whether a reader holds one. The operator of this machine may. */
export function verifiersFor(
  reader: Reader,
  workflows: Iterable<Workflow>,
): { readonly roles: readonly string[]; readonly isOne: boolean } {
  const roles = logVerifiers(workflows);
  return { roles, isOne: isSystem(reader) || roles.some((role) => reader.actor.roles.includes(role)) };
}

/**
 * Whether a reader sees a job: whoever started it does, and so do administrators, those who import for others, and the
 * operator of this machine. For anybody else there is no such job. A check of the log is in no list of jobs.
 */
export async function jobsSeenBy(
  reader: Reader,
  identity: Pick<Identity, 'mayImportForOthers'>,
): Promise<(job: Pick<StoredJob, 'kind' | 'actor'>) => boolean> {
  const { id, roles } = reader.actor;
  const seesAll =
    isSystem(reader) || roles.includes('administrator') || (await identity.mayImportForOthers(id));
  return (job) => isSending(job) && (seesAll || job.actor === id);
}

/** A job that a reader sees. @throws HttpProblem JOB_NOT_FOUND */
export async function seenJob(
  jobs: Pick<JobRunner, 'find'>,
  id: string,
  { reader, identity }: { readonly reader: Reader; readonly identity: Pick<Identity, 'mayImportForOthers'> },
): Promise<StoredJob> {
  const isSeen = await jobsSeenBy(reader, identity);
  const job = await jobs.find(id);
  if (job === undefined || !isSeen(job)) throw new HttpProblem('JOB_NOT_FOUND');
  return job;
}
