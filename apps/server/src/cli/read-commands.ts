import type { Command } from 'commander';
import { workflowOption } from './common-options.js';
import type { Call } from './program.js';
import type { EmergencyOptions } from './commands/emergency.js';
import type { ReadsOptions } from './commands/reads.js';

/** Adds the commands about who reads what. */
export function addReadCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('reads')
    .option('--case <case>', 'only entries about this case, by reference or id')
    .option('--actor <person>', 'only what this person read')
    .option('--purpose <purpose>', 'only what was read for this')
    .option('--class <class>', 'only where data of this class were handed over, such as medical')
    .option('--operation <name>', 'only what was read by this operation, such as getCase')
    .option('--break-glass', 'only what was read under emergency access')
    .option('--from <time>', 'read at this moment or later')
    .option('--to <time>', 'read at this moment or earlier')
    .option('--limit <number>', 'at most this many', '50')
    .option(...workflowOption('the one that has the case'))
    .description('the log of reads: who read what, what for and from where, the newest first')
    .action(async (options: ReadsOptions) => {
      const { runReads } = await import('./commands/reads.js');
      await finish(runReads(commandLine(), options));
    });

  program
    .command('access-report')
    .argument('<case>', 'reference or id')
    .option('--html', 'a page to be printed')
    .option(...workflowOption('the one that has the case'))
    .description('what the person of a case may know: who read it, who decided, under which rules')
    .action(async (reference: string, options: { html?: boolean; workflow?: string }) => {
      const { runAccessReport } = await import('./commands/access-report.js');
      await finish(runAccessReport(commandLine(), reference, options));
    });

  program
    .command('emergency')
    .argument(
      '[action]',
      "'take' with a case, 'end' or 'review' with the id of an access; left out: the list",
    )
    .argument('[named]', 'the case, or the id of the access')
    .option('--as <actor>', 'who takes, ends or reviews it')
    .option('--trigger <code>', 'take: such as medicalEmergency')
    .option('--text <text>', 'take, review: why, in your words')
    .option('--classes <classes>', 'take: only these data classes, such as identity,medical')
    .option('--minutes <n>', 'take: how long, at most 240 (default: 60)')
    .option('--verdict <verdict>', 'review: justified or unjustified')
    .option(...workflowOption('the one that has the case'))
    .description('access to one case in an emergency (break-glass): take, end and review it')
    .action(async (action: string | undefined, named: string | undefined, options: EmergencyOptions) => {
      const { emergencyActions, runEmergencyAction, runEmergencyList } =
        await import('./commands/emergency.js');
      if (action === undefined) {
        await finish(runEmergencyList(commandLine(), options));
        return;
      }
      const known = emergencyActions.find((one) => one === action);
      if (known === undefined)
        return program.error(`error: ${action} is none of ${emergencyActions.join(', ')}`);
      if (named === undefined) return program.error(`error: ${action} needs a case or the id of an access`);
      await finish(runEmergencyAction(commandLine(), { action: known, named }, options));
    });
}
