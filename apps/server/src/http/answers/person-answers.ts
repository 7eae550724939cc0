import type { ProblemCode, RoleList } from '@safeconduct/contracts';
import { keepers, type ChangeOutcome } from '@safeconduct/engine';
import type { Issue, Workflow } from '@safeconduct/workflow';
import ar from '../../texts/sign-in.ar.json' with { type: 'json' };
import en from '../../texts/sign-in.en.json' with { type: 'json' };
import { inBoth } from './both-languages.js';

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

/** The role of the server itself, which is nobody's. */
const ofServer = 'system';
const ofDirectory = {
  en: en.roles as Readonly<Record<string, string>>,
  ar: ar.roles as Readonly<Record<string, string>>,
};

/** The roles that people can have, each called as the first workflow calls it that has it. */
export const rolesAnswer = (roles: readonly string[], workflows: readonly Workflow[]): RoleList => ({
  items: roles.flatMap((role) => {
    if (role === ofServer) return [];
    const having = workflows.filter((workflow) => workflow.roles.includes(role));
    const [first] = having;
    const titles =
      first === undefined
        ? { en: ofDirectory.en[role] ?? role, ar: ofDirectory.ar[role] ?? role }
        : inBoth(first, (texts) => texts.roles[role], role);
    return [{ role, titles, workflows: having.map(({ name }) => name) }];
  }),
});
