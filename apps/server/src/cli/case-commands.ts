import type { Command } from 'commander';
import type { Call } from './program.js';
import { asOf, clock, tag, workflowOption } from './common-options.js';

/** What the cases are: listed, one by one, and how they came there. */
export function addCaseCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('cases')
    .option('--state <states>', 'only these states with their sub-states, such as camped.returning,entered')
    .option('--facility <code>', 'only cases in this place, such as a facility')
    .option('--outcome <code>', 'only this outcome')
    .option('--search', 'only cases found by the words on standard input: names, a year of birth, a document')
    .option(...tag)
    .option('--limit <number>', 'how many at the most (default: 50, all with --json)')
    .option(...asOf)
    .addOption(clock())
    .option(...workflowOption('all'))
    .description('the list of cases, now or at a past moment')
    .action(async (options: Record<string, string>) => {
      const { runCases } = await import('./commands/cases.js');
      await finish(runCases(commandLine(), options));
    });

  program
    .command('case')
    .argument('<case>', 'reference or id')
    .option('--revision <number>', 'after this event')
    .option(...asOf)
    .addOption(clock())
    .option(...workflowOption('the one that has the case'))
    .description('one case, now or at a past moment')
    .action(async (reference: string, options: Record<string, string>) => {
      const { runCase } = await import('./commands/case.js');
      await finish(runCase(commandLine(), reference, options));
    });

  program
    .command('history')
    .argument('<case>', 'reference or id')
    .option(...workflowOption('the one that has the case'))
    .description('the events of a case')
    .action(async (reference: string, options: Record<string, string>) => {
      const { runHistory } = await import('./commands/history.js');
      await finish(runHistory(commandLine(), reference, options));
    });

  program
    .command('replay')
    .argument('<case>', 'reference or id')
    .option('--to <revision>', 'up to this event')
    .option('--changes', 'also what each event changed')
    .option(...workflowOption('the one that has the case'))
    .description('the states its events fold to, checked against what was recorded')
    .action(async (reference: string, options: Record<string, string>) => {
      const { runReplay } = await import('./commands/replay.js');
      await finish(runReplay(commandLine(), reference, options));
    });
}
