import type { ProblemCode } from '@safeconduct/contracts';
import type { Issue } from '@safeconduct/workflow';
import { exit, printJson, tell, type CommandLine } from '../console/output.js';
import { outputWords } from '../texts/output-words.js';
import { issuesIn, problemDetail } from '../texts/problem-text.js';
import { audienceOf } from '../texts/sentence.js';

/** Why something was refused, as a server says it or as it was found here. */
export interface Refused {
  readonly code: ProblemCode;
  readonly reason?: string | undefined;
  readonly requiredRoles?: readonly string[] | undefined;
  readonly issues?: readonly Issue[] | undefined;
  /** In the language of the command line; left out: in the words of the problem. */
  readonly detail?: string | undefined;
}

/** Says that something was refused which is no step of a case: the issues where it has some. @returns the exit code */
export function tellRefused({ json, language }: CommandLine, refused: Refused): number {
  const { code, detail: said, ...members } = refused;
  const issues = members.issues && issuesIn(members.issues, language);
  const detail =
    issues?.map(({ path, message }) => (path === '' ? message : `${path}: ${message}`)).join('; ') ??
    said ??
    problemDetail(code, members, audienceOf(undefined, language));
  if (json === true) printJson({ code, reason: members.reason, issues, detail });
  tell(outputWords[language].refused(code, detail));
  return exit.failed;
}
