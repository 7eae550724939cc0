import type { Command } from 'commander';
import type { ErasureOptions } from './commands/erasure.js';
import type { Call } from './program.js';

/** `safeconduct erasure`: what the operator of an installation asks of erasures. */
export function addErasureCommand(program: Command, { commandLine, finish }: Call): void {
  program
    .command('erasure')
    .argument('[action]', "'certificate', 'verify', 'values' or 'scan'")
    .argument('[target]', 'the case, by reference or id; or the file with a certificate')
    .option('--workflow <name>', 'the workflow (default: the one that has the case)')
    .option('--values <file>', 'scan: what to look for, one value a line, or - to read it from stdin')
    .option('--in <path...>', 'scan: further folders and files, such as backups')
    .description('who was erased; what shows it, and whether it is so; look for remains')
    .action(async (action: string | undefined, target: string | undefined, options: ErasureOptions) => {
      const { runErasure } = await import('./commands/erasure.js');
      await finish(runErasure(commandLine(), action, target, options));
    });
}
