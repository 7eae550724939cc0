import { deadlinePassed } from '../deadline.js';
import type { AnyWorkflowSource, Command } from '../define-workflow.js';
import { finder, type Finding } from './finding.js';

/**
 * The command of a deadline must be sendable by the system, and its guard must check that the deadline still
 * runs.
 */
export function checkDeadlines(source: AnyWorkflowSource): readonly Finding[] {
  return Object.entries(source.deadlines).flatMap(([name, { then }]) => {
    if (then === undefined) return [];
    const command = source.commands[then];
    if (command !== undefined) return unfit(source, then, command);
    return [
      finder(source, 'deadlines.ts')(
        'deadline-command-unknown',
        `deadline ${name}`,
        `sends ${then}, a command that does not exist`,
        "add it to commands.ts or correct 'then'",
      ),
    ];
  });
}

function unfit(source: AnyWorkflowSource, name: string, command: Omit<Command, 'name'>): readonly Finding[] {
  const report = finder(source, 'commands.ts');
  const flaws: readonly (readonly [boolean, string, string])[] = [
    [!command.roles.includes('system'), 'cannot be sent by the role system', "add 'system' to its roles"],
    [command.confirmedBy !== undefined, 'asks for a second person', "remove 'confirmedBy'"],
    [command.input !== deadlinePassed, 'does not take deadlinePassed', "set 'input' to deadlinePassed"],
    [
      !command.guards.some(({ id }) => id === 'G-DUE'),
      'does not ask whether the deadline still runs',
      'add dueGuard(deadlines) to its guards',
    ],
  ];
  return flaws
    .filter(([isFlaw]) => isFlaw)
    .map(([, what, remedy]) =>
      report('deadline-command-unfit', `command ${name}`, `is sent by a deadline and ${what}`, remedy),
    );
}
