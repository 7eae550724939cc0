import type { Workflow } from '@safeconduct/workflow';
import { print, printJson, type CommandLine } from '../console/output.js';
import { outputWords } from '../texts/output-words.js';
import { withCodes } from '../texts/refusal-text.js';

/** A step that waits for its second person, as the engine or a server says. */
interface ProposedStep {
  readonly proposalId: string;
  readonly caseId: string;
  readonly command: string;
  readonly contentHash: string;
  readonly expiresAt: string;
  readonly confirmedBy: readonly string[];
}

/** Says that a step waits, for whom, until when, and how it is confirmed. */
export function printProposed(
  { json, language }: CommandLine,
  proposed: ProposedStep,
  workflow: Workflow | undefined,
): void {
  if (json === true) {
    printJson(proposed);
    return;
  }
  const { proposalId, caseId, command, expiresAt, confirmedBy } = proposed;
  const { commands, roles } = workflow?.texts[language] ?? { commands: {}, roles: {} };
  const say = outputWords[language];
  print(say.waits(withCodes([command], commands).join(), proposalId));
  print(say.mayConfirm(withCodes(confirmedBy, roles), expiresAt));
  print(`safeconduct proposal ${caseId} ${proposalId}`);
}
