import { problemsKeptMax } from '@safeconduct/contracts';
import type { Findings } from '../../jobs/job.js';
import type { VerifiedAll } from './verify-all.js';

/** What is kept of a check: all figures, and the first problems. */
export const findingsOf = ({
  events,
  cases,
  otherDefinitions = 0,
  reads,
  isDamaged,
  problems,
}: VerifiedAll): Findings => ({
  ...{ events, cases, otherDefinitions, reads: reads ?? null },
  ...{ isDamaged: isDamaged === true, problems: problems.length },
  first: problems.slice(0, problemsKeptMax).map(({ position, what, caseId = null, recordedAt = null }) => ({
    position: position === null ? null : String(position),
    ...{ recordedAt, caseId, what },
  })),
});
