import { apiBase, type Job } from '@safeconduct/contracts';
import { epochMsOf } from '@safeconduct/workflow';
import { isSending, type StoredJob } from '../../jobs/job.js';

/** Where a job is. */
export const jobUrl = (id: string): string => `${apiBase}/jobs/${id}`;

/** @param rejectedUntil  until when its rejected rows are kept; null where it has none */
export function jobAnswer(stored: StoredJob, rejectedUntil: string | null): Job {
  if (!isSending(stored)) throw new TypeError('a verification has an answer of its own');
  const { id, kind, state, workflow, command, dryRun, actor, createdAt, startedAt, endedAt } = stored;
  const { total, done, accepted, alreadyThere, rejected, rejectedByCode, again, problem } = stored;
  return {
    ...{ id, kind, state, workflow, command, dryRun, actor, createdAt, startedAt, endedAt },
    ...{ total, done, accepted, alreadyThere, rejected, rejectedByCode },
    ...paceOf(stored),
    rejectedRows: rejectedUntil === null ? null : `${jobUrl(id)}/rejected.csv`,
    rejectedRowsUntil: rejectedUntil,
    items: kind === 'bulk' && stored.files !== 'none' ? `${jobUrl(id)}/items` : null,
    ...{ again, problem },
  };
}

/** How fast it is, and how long it still takes. */
export function paceOf(job: StoredJob): Pick<Job, 'perSecond' | 'secondsLeft'> {
  const endMs = job.endedAt === null ? Date.now() : epochMsOf(job.endedAt);
  const seconds = job.startedAt === null ? 0 : (endMs - epochMsOf(job.startedAt)) / 1000;
  const perSecond = seconds > 0 ? Math.round(job.done / seconds) : null;
  const left = Math.max(0, job.total - job.done);
  const isRunning = job.state === 'running' && perSecond !== null && perSecond > 0;
  return { perSecond, secondsLeft: isRunning ? Math.ceil(left / perSecond) : null };
}
