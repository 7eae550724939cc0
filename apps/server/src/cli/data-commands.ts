import type { Command } from 'commander';
import type { Call } from './program.js';
import { workflowOption } from './common-options.js';

/** What keeps the data whole and safe. */
export function addDataCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('verify')
    .option('--case <case>', 'only this case')
    .option(...workflowOption('the one that has the case'))
    .description('check the whole log and every view against a replay')
    .action(async (options: Record<string, string>) => {
      const { runVerify } = await import('./commands/verify.js');
      await finish(runVerify(commandLine(), options));
    });

  program
    .command('projections')
    .argument('[action]', "'rebuild'")
    .argument('[view]', "the view to rebuild, or 'all'")
    .description('how far the views are behind the log; rebuild one or all')
    .action(async (action: string | undefined, view: string | undefined) => {
      const { runProjections } = await import('./commands/projections.js');
      await finish(runProjections(commandLine(), action, view));
    });

  program
    .command('doctor')
    .description('what is configured, reachable and migrated, with which capabilities, and what is missing')
    .action(async () => {
      const { runDoctor } = await import('./commands/doctor.js');
      await finish(runDoctor(commandLine()));
    });

  program
    .command('backup')
    .argument('<file>', 'the file to write; it must not exist')
    .description('a consistent copy of the log, also while a server runs')
    .action(async (file: string) => {
      const { runBackup } = await import('./commands/backup.js');
      await finish(runBackup(commandLine(), file));
    });

  program
    .command('restore')
    .argument('<file>', 'a backup')
    .option('--key-file <file>', 'the master key of the installation the backup was made of')
    .option('--keys <folder>', "the copy of its key store, as 'keys backup' made it")
    .description('fill a new data folder from a backup; never overwrites')
    .action(async (file: string, options: Record<string, string>) => {
      const { runRestore } = await import('./commands/restore.js');
      await finish(runRestore(commandLine(), file, options));
    });

  program
    .command('pour')
    .requiredOption('--from <stores>', 'where the log is, as in SAFECONDUCT_EVENTS; a server may run on it')
    .requiredOption('--to <stores>', 'where it goes, as in SAFECONDUCT_EVENTS; nothing else may write there')
    .description('copy a log into another store and prove that both are equal; once more: what is new')
    .action(async (options: { from: string; to: string }) => {
      const { runPour } = await import('./commands/pour.js');
      await finish(runPour(commandLine(), options));
    });
}
