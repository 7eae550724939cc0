import type { OpenCasesReport, StuckCases } from '@safeconduct/engine';

const linesMax = 20;

/** Which open cases cannot go on, in one sentence for each state and reason, and what to do. */
export function stuckInWords(reports: readonly OpenCasesReport[]): string {
  const each = reports.map(({ workflow, open, stuck }) => {
    const count = stuck.reduce((sum, { cases }) => sum + cases, 0);
    return `${workflow}: ${count} of ${open} open cases cannot go on: ${stuckLines(stuck).join('; ')}`;
  });
  return (
    `${each.join('. ')}. Start the release before, or mend the workflow: ` +
    "'safeconduct workflow check <name> --against <data>' tells whether it can go on with them"
  );
}

/** One line for each state and reason, the most cases first; what is more than twenty is counted. */
export function stuckLines(stuck: readonly StuckCases[]): readonly string[] {
  const lines = stuck
    .slice(0, linesMax)
    .map(({ state, cases, what, example }) => `${cases} in ${state}: ${what} (such as case ${example})`);
  const more = stuck.length - lines.length;
  return more > 0 ? [...lines, `and ${more} reasons more`] : lines;
}
