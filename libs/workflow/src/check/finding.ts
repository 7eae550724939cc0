/** A fault in a workflow's definition, told to its author. */
export interface Finding {
  /** The kind of fault, a stable name: `state-unreachable`. */
  readonly rule: string;
  /** The file to change: `officer-case/chart.ts`. */
  readonly file: string;
  /** What it concerns: `state camped.settled`, `command ClearReturn`, `text states.camped`. */
  readonly where: string;
  readonly what: string;
  readonly remedy: string;
}

/** One line for people: file, what it concerns, what is wrong, what to do. */
export const findingLine = ({ file, where, what, remedy }: Finding): string =>
  `${file}: ${where} ${what}; ${remedy}`;

/** Makes findings of one rule in one file, so that a check states only what differs. */
export const finder =
  (workflow: { readonly name: string }, file: string) =>
  (rule: string, where: string, what: string, remedy: string): Finding => ({
    rule,
    file: `${workflow.name}/${file}`,
    where,
    what,
    remedy,
  });

/** A definition that may not be used. The message names each fault with its file and what to do, one a line. */
export class WorkflowUnsoundError extends Error {
  readonly code = 'WORKFLOW_UNSOUND';
}

/**
 * Throws all findings as one error; does nothing when there is none.
 * @throws WorkflowUnsoundError  there is a finding
 */
export function throwFindings(workflow: string, findings: readonly Finding[]): void {
  if (findings.length === 0) return;
  const lines = findings.map((finding) => `  ${findingLine(finding)}`);
  throw new WorkflowUnsoundError(`workflow ${workflow} is not sound\n${lines.join('\n')}`);
}
