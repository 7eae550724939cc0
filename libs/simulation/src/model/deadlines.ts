import type { ReportViolation, Evidence } from './evidence.js';
import type { ReplayedEvent, Replayed } from './replay.js';

/** No deadline fires early, twice, or while it does not run; none that has passed is forgotten. */
export function checkDeadlines(evidence: Evidence, { cases }: Replayed, report: ReportViolation): void {
  for (const [caseId, history] of cases) {
    checkFired(evidence, history, report);
    checkForgotten(evidence, { caseId, last: history.at(-1) }, report);
  }
}

function checkFired(
  { workflow }: Evidence,
  history: readonly ReplayedEvent[],
  report: ReportViolation,
): void {
  const sends = new Set(Object.values(workflow.source.deadlines).flatMap(({ then }) => then ?? []));
  // By name, with the date it fired for, as long as it runs with that date. A deadline that ended and runs
  // again, such as the validity of another paper of the same date, is another one.
  const fired = new Map<string, string>();
  for (const { past, recorded, due, dueBefore: running } of history) {
    if (sends.has(past.command)) {
      const { deadline, dueAt } = past.data as { readonly deadline: string; readonly dueAt: string };
      const where = `${deadline} of ${dueAt} at position ${recorded.position}`;
      if (past.occurredAt < dueAt) report('deadline fired early', `${where}, at ${past.occurredAt}`);
      if (running[deadline] !== dueAt) report('deadline fired that did not run', where);
      if (fired.get(deadline) === dueAt) report('deadline fired twice', where);
      fired.set(deadline, dueAt);
    }
    for (const [deadline, dueAt] of fired) if (due[deadline] !== dueAt) fired.delete(deadline);
  }
}

function checkForgotten(
  { workflow, dueBefore }: Evidence,
  { caseId, last }: { readonly caseId: string; readonly last: ReplayedEvent | undefined },
  report: ReportViolation,
): void {
  // The system waits a while after the last event of a case.
  if (last === undefined || last.recorded.recordedAt >= dueBefore) return;
  for (const [name, dueAt] of Object.entries(last.due)) {
    if (workflow.source.deadlines[name]?.then !== undefined && dueAt < dueBefore)
      report('deadline forgotten', `${name} of ${dueAt} in ${caseId}, still running at ${dueBefore}`);
  }
}
