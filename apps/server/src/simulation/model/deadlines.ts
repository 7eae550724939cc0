import type { Accuse, Evidence } from './evidence.js';
import type { Replayed } from './replay.js';

/** No deadline fires early, twice, or when it does not run; none that is over is forgotten. */
export function checkDeadlines(
  { workflow, dueBefore }: Evidence,
  { moments, cases }: Replayed,
  accuse: Accuse,
): void {
  const { deadlines } = workflow.source;
  const sends = new Set(Object.values(deadlines).flatMap(({ then }) => then ?? []));
  const fired = new Set<string>();
  for (const { caseId, past, recorded, dueBefore: running } of moments) {
    if (!sends.has(past.command)) continue;
    const { deadline, dueAt } = past.data as { readonly deadline: string; readonly dueAt: string };
    const where = `${deadline} of ${dueAt} at position ${recorded.position}`;
    if (past.occurredAt < dueAt) accuse('deadline fired early', `${where}, at ${past.occurredAt}`);
    if (running[deadline] !== dueAt) accuse('deadline fired that did not run', where);
    const key = `${caseId} ${deadline} ${dueAt}`;
    if (fired.has(key)) accuse('deadline fired twice', where);
    fired.add(key);
  }
  for (const [caseId, history] of cases) {
    const last = history.at(-1);
    // A case that was touched just now is left alone for a while.
    if (last === undefined || last.recorded.recordedAt >= dueBefore) continue;
    for (const [name, dueAt] of Object.entries(last.due)) {
      if (deadlines[name]?.then !== undefined && dueAt < dueBefore)
        accuse('deadline forgotten', `${name} of ${dueAt} in ${caseId}, still running at ${dueBefore}`);
    }
  }
}
