import type { AnyWorkflowSource } from '../define-workflow.js';
import { finder, type Finding } from './finding.js';

/** Roles that do not exist, and steps that nobody could take or confirm. */
export function checkRoles(source: AnyWorkflowSource): readonly Finding[] {
  return [...unknownRoles(source), ...nobody(source), ...hiddenPrefixes(source)];
}

interface Mention {
  readonly file: string;
  readonly where: string;
  readonly roles: readonly string[];
}

function unknownRoles(source: AnyWorkflowSource): readonly Finding[] {
  return mentions(source).flatMap(({ file, where, roles }) =>
    roles
      .filter((role) => !source.roles.includes(role))
      .map((role) =>
        finder(source, file)(
          'role-unknown',
          where,
          `names the role '${role}', which does not exist`,
          'add it to roles.ts or correct the name',
        ),
      ),
  );
}

function mentions({ commands, deadlines, actors }: AnyWorkflowSource): readonly Mention[] {
  return [
    ...Object.entries(commands).map(([name, { roles, confirmedBy = [] }]) => ({
      file: 'commands.ts',
      where: `command ${name}`,
      roles: [...roles, ...confirmedBy],
    })),
    ...Object.entries(deadlines).map(([name, { role }]) => ({
      file: 'deadlines.ts',
      where: `deadline ${name}`,
      roles: [role],
    })),
    ...Object.entries(actors).map(([prefix, role]) => ({
      file: 'roles.ts',
      where: `actor prefix '${prefix}'`,
      roles: [role],
    })),
  ];
}

/** A role that no actor's id stands for is held by nobody. */
function nobody(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const held = new Set(Object.values(source.actors));
  const remedy = "name a role that 'actors' in roles.ts gives to somebody";
  return Object.entries(source.commands).flatMap(([name, { roles, confirmedBy }]) => [
    ...(roles.some((role) => held.has(role))
      ? []
      : [report('nobody-may-send', `command ${name}`, 'has no role that any actor holds', remedy)]),
    ...(confirmedBy === undefined || confirmedBy.some((role) => held.has(role))
      ? []
      : [
          report(
            'nobody-may-confirm',
            `command ${name}`,
            'has no second person that any actor could be',
            remedy,
          ),
        ]),
  ]);
}

/** Prefixes are tried in order, so one that begins another would take its actors. */
function hiddenPrefixes(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'roles.ts');
  const prefixes = Object.keys(source.actors);
  return prefixes.flatMap((prefix) =>
    prefixes
      .filter((other) => other !== prefix && prefix.startsWith(other))
      .map((other) =>
        report(
          'actor-prefix-ambiguous',
          `actor prefix '${prefix}'`,
          `begins with '${other}', which stands for a role of its own`,
          'choose prefixes of which none begins another',
        ),
      ),
  );
}
