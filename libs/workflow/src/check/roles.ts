import type { AnyWorkflowSource } from '../define-workflow.js';
import { finder, type Finding } from './finding.js';

/** Finds roles that do not exist, and commands that nobody could send or confirm. */
export function checkRoles(source: AnyWorkflowSource): readonly Finding[] {
  return [...unknownRoles(source), ...commandsWithoutRole(source)];
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

function mentions({ commands, deadlines }: AnyWorkflowSource): readonly Mention[] {
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
  ];
}

/** A command without a role can be sent, or confirmed, by nobody. */
function commandsWithoutRole(source: AnyWorkflowSource): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  return Object.entries(source.commands).flatMap(([name, { roles, confirmedBy }]) => [
    ...(roles.length > 0
      ? []
      : [
          report('nobody-may-send', `command ${name}`, 'has no role that may send it', "name one in 'roles'"),
        ]),
    ...(confirmedBy === undefined || confirmedBy.length > 0
      ? []
      : [
          report(
            'nobody-may-confirm',
            `command ${name}`,
            'has no role that may confirm it',
            "name one in 'confirmedBy', or leave that out",
          ),
        ]),
  ]);
}
