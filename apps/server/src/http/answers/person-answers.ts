import type { ProblemCode } from '@safeconduct/contracts';
import { keepers, type ChangeOutcome } from '@safeconduct/engine';
import type { Issue } from '@safeconduct/workflow';

/** Why a change of the directory was refused, as it is answered. */
export interface ChangeProblem {
  readonly code: ProblemCode;
  readonly members: {
    readonly issues?: readonly Issue[] | undefined;
    readonly requiredRoles?: readonly string[] | undefined;
    readonly reason?: string | undefined;
  };
}

export function changeProblem(refused: Exclude<ChangeOutcome, { accepted: true }>): ChangeProblem {
  if (refused.refusal === 'CHANGE_INVALID')
    return { code: 'COMMAND_INVALID', members: { issues: refused.issues } };
  if (refused.refusal === 'NOT_PERMITTED')
    return { code: 'NOT_PERMITTED', members: { requiredRoles: keepers } };
  if (refused.refusal === 'CHANGE_UNKNOWN') return { code: 'UNKNOWN_COMMAND', members: {} };
  if (refused.refusal === 'PERSON_NOT_FOUND') return { code: 'PERSON_NOT_FOUND', members: {} };
  return { code: 'CHANGE_REFUSED', members: { reason: refused.refusal } };
}
