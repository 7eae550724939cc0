import { Option, type Command } from 'commander';
import type { Call } from './program.js';
import { workflowOption } from './common-options.js';

/** What authors of a workflow use. */
export function addWorkflowCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('workflows')
    .description('the workflows that are registered')
    .action(async () => {
      const { runWorkflows } = await import('./commands/workflow.js');
      await finish(runWorkflows(commandLine()));
    });

  program
    .command('workflow')
    .argument('<name>', "the workflow; or 'check', 'texts' or 'release' followed by its name")
    .argument('[named]', 'the workflow to check, whose missing texts to lay out, or to release')
    .addOption(new Option('--diagram <format>', 'its chart').choices(['mermaid', 'svg']))
    .option('--case <case>', 'highlight the current state of this case')
    .option('--reference', 'its reference page, in Markdown')
    .option(
      '--against <data>',
      'check: also the open cases of a data folder, or of stores as in SAFECONDUCT_EVENTS',
    )
    .description('a definition, its diagram, its static checks, its texts, its releases')
    .action(async (name: string, named: string | undefined, options: Record<string, string>) => {
      const { runWorkflow, runWorkflowCheck } = await import('./commands/workflow.js');
      if (named === undefined) await finish(runWorkflow(commandLine(), name, options));
      else if (name === 'check') {
        await finish(runWorkflowCheck(commandLine(), named, options['against']));
      } else if (name === 'texts') {
        const { runWorkflowTexts } = await import('./commands/workflow-texts.js');
        await finish(runWorkflowTexts(commandLine(), named));
      } else if (name === 'release') {
        const { runWorkflowRelease } = await import('./commands/workflow-release.js');
        await finish(runWorkflowRelease(commandLine(), named));
      } else program.error(`error: ${named} is one argument too many; to check it: workflow check ${name}`);
    });

  program
    .command('simulate')
    .argument('<workflow>', 'the workflow')
    .option('--seed <number>', 'the first seed; the same seed is the same history', '1')
    .option('--runs <number>', 'how many seeds', '200')
    .description('run a workflow through crashes, lost answers and wrong clocks, and look for what breaks')
    .action(async (workflow: string, options: { seed: string; runs: string }) => {
      const { runSimulate } = await import('./commands/simulate.js');
      await finish(runSimulate(commandLine(), workflow, options));
    });

  program
    .command('demo')
    .argument('<action>', "'generate'")
    .option('--persons <number>', 'how many persons (default: those of the demonstration)')
    .option('--seed <number>', 'the same seed gives the same files', '1')
    .requiredOption('--out <folder>', 'where to write the files')
    .option(...workflowOption('the first one registered that has a caseload'))
    .description('write an invented caseload of any size')
    .action(async (action: string, options: Record<string, string>) => {
      const { runDemo } = await import('./commands/demo.js');
      await finish(runDemo(commandLine(), action, options));
    });
}
