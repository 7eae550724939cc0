import { apiBase, type Verification, type VerificationProblems } from '@safeconduct/contracts';
import type { StoredJob } from '../../jobs/job.js';
import { paceOf } from './job-answer.js';

/** Where a check of the log is. */
export const verificationUrl = (id: string): string => `${apiBase}/verifications/${id}`;

export function verificationAnswer(stored: StoredJob): Verification {
  const { id, state, actor, createdAt, startedAt, endedAt, total, done, step, findings, problem } = stored;
  const found = findings && {
    ...{ events: findings.events, cases: findings.cases, otherDefinitions: findings.otherDefinitions },
    ...{ reads: findings.reads, isDamaged: findings.isDamaged, problems: findings.problems },
  };
  return {
    ...{ id, state, actor, createdAt, startedAt, endedAt, total, done, problem },
    step: step ?? null,
    secondsLeft: paceOf(stored).secondsLeft,
    findings: found ?? null,
  };
}

export const verificationProblemsAnswer = ({ findings }: StoredJob): VerificationProblems => ({
  items: findings?.first ?? [],
  total: findings?.problems ?? 0,
});
