import { apiBase, type Verification, type VerificationProblems } from '@safeconduct/contracts';
import type { Findings, StoredJob } from '../../jobs/job.js';
import { paceOf } from './job-answer.js';

/** Where a check of the log is. */
export const verificationUrl = (id: string): string => `${apiBase}/verifications/${id}`;

export function verificationAnswer(stored: StoredJob): Verification {
  const { id, state, actor, createdAt, startedAt, endedAt, total, done, step, findings, problem } = stored;
  return {
    ...{ id, state, actor, createdAt, startedAt, endedAt, total, done, problem },
    step: step ?? null,
    secondsLeft: paceOf(stored).secondsLeft,
    findings: findings === undefined ? null : figuresOf(findings),
  };
}

/** What was found without the problems themselves, which are asked for apart. */
const figuresOf = ({ first: _first, ...figures }: Findings): Verification['findings'] => figures;

export const verificationProblemsAnswer = ({ findings }: StoredJob): VerificationProblems => ({
  items: findings?.first ?? [],
  total: findings?.problems ?? 0,
});
