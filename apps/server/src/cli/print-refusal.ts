import { nearestOf, type Refusal, type Workflow } from '@safeconduct/workflow';
import { printJson, tell, type CommandLine } from '../console/output.js';
import { outputWords } from '../texts/output-words.js';
import { refusalDetails, refusalTitle } from '../texts/refusal-text.js';

/** Says why a command was refused: the code, every detail, and a name that was perhaps meant. */
export function printRefusal(
  { json, language }: CommandLine,
  refusal: Refusal,
  { workflow, command }: { readonly workflow: Workflow | undefined; readonly command: string },
): void {
  const title = refusalTitle(refusal.code, language);
  const details = refusalDetails(refusal, workflow, language);
  if (json === true) printJson({ ...refusal, title, detail: details.join('; ') });
  tell(outputWords[language].refused(refusal.code, title));
  for (const detail of details) tell(`  ${detail}`);
  const nearest = refusal.code === 'UNKNOWN_COMMAND' && nearestOf(command, workflow?.commands.keys() ?? []);
  if (typeof nearest === 'string') tell(`  did you mean ${nearest}?`);
}
