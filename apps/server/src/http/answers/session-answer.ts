import type { Session } from '@safeconduct/contracts';
import {
  emergencyClasses,
  figureRecorders,
  keepers,
  logVerifiers,
  readingPurposes,
} from '@safeconduct/engine';
import { instantOf, type Command, type Workflow } from '@safeconduct/workflow';
import { freshMs, type Principal } from '../../sign-in/principal.js';
import { signInRequired } from '../actor.js';
import type { Served } from '../tokens.js';
import { titlesIn } from './facet-answers.js';

/** Who signed in, and what their roles let them do. */
export async function sessionAnswer(
  { people, engine, identity, accounts }: Pick<Served, 'people' | 'engine' | 'identity' | 'accounts'>,
  principal: Principal | undefined,
): Promise<Session> {
  if (principal === undefined) throw signInRequired();
  const { actor, means, isNobody, signedInAtMs, scopes = null } = principal;
  const { id, roles, unit = null } = actor;
  const person = people.directory.person(id);
  const holds = (wanted: readonly string[] | undefined) =>
    wanted?.some((role) => roles.includes(role)) === true;
  const workflows = [...engine.register.values()];
  return {
    person: isNobody ? null : id,
    nameLatin: person?.nameLatin ?? null,
    nameArabic: person?.nameArabic ?? null,
    roles: [...roles],
    ...{ unit, means, scopes: scopes && [...scopes] },
    freshUntil: signedInAtMs === undefined ? null : instantOf(signedInAtMs + freshMs),
    preferences: await accounts.preferences.of(id),
    purposes: readingPurposes(engine.register, actor).map((one) => ({
      ...one,
      titles: titlesIn('purposes', one.purpose),
    })),
    permissions: {
      commands: commandsOf(workflows, (command) => holds(command.roles)),
      confirms: commandsOf(workflows, (command) => holds(command.confirmedBy)),
      recordsFigures: workflows.filter((one) => holds(figureRecorders(one))).map(({ name }) => name),
      importsForOthers: await identity.mayImportForOthers(id),
      verifiesLog: holds(logVerifiers(workflows)),
      keepsDirectory: holds(keepers),
      reviewsEmergency: holds(workflows.flatMap(reviewersOf)),
      emergency: Object.entries(emergencyClasses(engine.register, actor)).map(([workflow, classes]) => ({
        workflow,
        classes: classes.map((dataClass) => ({ dataClass, titles: titlesIn('dataClasses', dataClass) })),
      })),
    },
  };
}

/** The roles that review emergency access to cases of a workflow. */
const reviewersOf = ({ access: { reviewers } }: Workflow): readonly string[] =>
  reviewers === undefined ? [] : [...reviewers.unit, ...reviewers.all];

/** The names of the commands of each workflow that are meant; a workflow without one is left out. */
function commandsOf(
  workflows: readonly Workflow[],
  isMeant: (command: Command) => boolean,
): Record<string, string[]> {
  const named = workflows.map(
    ({ name, commands }) =>
      [name, [...commands.values()].filter(isMeant).map((command) => command.name)] as const,
  );
  return Object.fromEntries(named.filter(([, names]) => names.length > 0));
}
