import { inputFaults, type GuardRecord, type GuardRefusal } from '@safeconduct/workflow';
import type { Evidence, ReportViolation } from './evidence.js';

/** Every value that a guard looked at has the kind that the workflow says, so that a sentence can show it. */
export function checkShownInputs({ workflow, log, attempts }: Evidence, report: ReportViolation): void {
  const recorded = log.flatMap(({ metadata: { guards } }) =>
    guards === undefined ? [] : (JSON.parse(guards) as readonly GuardRecord[]),
  );
  const refused = attempts.flatMap(({ outcome }): readonly GuardRefusal[] =>
    outcome?.accepted === false ? (outcome.refusal.refusals ?? []) : [],
  );
  const faults = [...recorded, ...refused].flatMap(({ guard, inputs }) =>
    inputFaults(workflow, inputs).map((fault) => `${guard}: ${fault}`),
  );
  for (const fault of new Set(faults)) report('value that nobody can read', fault);
}
