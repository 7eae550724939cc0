import type { Command } from 'commander';
import type { Call } from './program.js';
import type { FiguresOptions } from './commands/figures.js';
import type { ViewOptions } from './commands/view.js';
import { asOf, clock, tag, workflowOption } from './common-options.js';

/** What is to do, and where everybody is. */
export function addFigureCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('inbox')
    .option('--role <role>', 'only what this role has to do')
    .option('--assignee <officer>', 'only cases of this officer')
    .option('--concerns <actor>', 'of the proposals only what this person made or may confirm')
    .option('--limit <number>', 'at most this many of each', '50')
    .option(...workflowOption('the first one registered'))
    .description('what is due, the most urgent first, and the proposals that wait for a second person')
    .action(async (options: Record<string, string>) => {
      const { runInbox } = await import('./commands/inbox.js');
      await finish(runInbox(commandLine(), options));
    });

  program
    .command('population')
    .option(...asOf)
    .addOption(clock())
    .option(...tag)
    .option(
      '--since <time>',
      'count the events of this moment and later ones, such as 2024-12-19T00:00:00+03:00',
    )
    .option('--series <from..to>', 'at the end of each day, such as 2024-12-07..2025-01-31')
    .option('--zone <zone>', 'the time zone of these days (default: that of the workflow)')
    .option('--flows <from..to>', 'how many cases moved from one state to another between two moments')
    .option(...workflowOption('the first one registered'))
    .description('the number of cases in each state, place and outcome and with each tag, and of events')
    .action(async (options: Record<string, string>) => {
      const { runPopulation } = await import('./commands/population.js');
      await finish(runPopulation(commandLine(), options));
    });

  program
    .command('view')
    .argument('<workflow>', 'the workflow')
    .argument('[view]', 'the view; left out: which views the workflow declares')
    .option(
      '--where <condition>',
      'column=value, column.from=value or column.to=value; may be repeated',
      gathered,
      [],
    )
    .option('--case <case>', 'only rows of this case: reference or id')
    .option('--sort <column>', 'by this column, downwards with - before it (default: by reference)')
    .option('--limit <number>', 'how many at the most (default: 50, all with --json)')
    .description('the rows of a view that a workflow declares')
    .action(async (workflow: string, view: string | undefined, options: ViewOptions) => {
      const { runView } = await import('./commands/view.js');
      await finish(runView(commandLine(), { workflow, view }, options));
    });

  addWorkCommands(program, { commandLine, finish });
  addReportedFigures(program, { commandLine, finish });
}

/** What supervisors look at: who has how much to do, and what does not go on by itself. */
function addWorkCommands(program: Command, { commandLine, finish }: Call): void {
  program
    .command('workload')
    .option('--state <states>', 'only cases in these states or their sub-states, separated by commas')
    .option('--facility <facility>', 'only cases at this facility')
    .option(...tag)
    .option(...workflowOption('all of them'))
    .description('how much open work each officer has, and how much lies with nobody')
    .action(async (options: Record<string, string>) => {
      const { runWorkload } = await import('./commands/workload.js');
      await finish(runWorkload(commandLine(), options));
    });

  program
    .command('exceptions')
    .option('--limit <number>', 'at most this many of each kind', '20')
    .option(...workflowOption('all of them'))
    .description('what does not go on by itself, and what can be done about it')
    .action(async (options: Record<string, string>) => {
      const { runExceptions } = await import('./commands/exceptions.js');
      await finish(runExceptions(commandLine(), options));
    });
}

/** What others stated. */
function addReportedFigures(program: Command, { commandLine, finish }: Call): void {
  program
    .command('figures')
    .argument('[action]', "'record' with a JSON file, 'withdraw' with the id of a figure; left out: the list")
    .argument('[named]', 'the file, or the id of the figure')
    .option('--as <actor>', 'who records or withdraws it')
    .option('--reason <text>', 'withdraw: why, in your words')
    .option('--withdrawn', 'list: also those that were withdrawn')
    .option(...workflowOption('the first one registered'))
    .description('figures that others stated, each compared with the ledger')
    .action(async (action: string | undefined, named: string | undefined, options: FiguresOptions) => {
      const { figureActions, runFigureAction, runFigures } = await import('./commands/figures.js');
      if (action === undefined) {
        await finish(runFigures(commandLine(), options));
        return;
      }
      const known = figureActions.find((one) => one === action);
      if (known === undefined)
        return program.error(`error: ${action} is none of ${figureActions.join(', ')}`);
      if (named === undefined) return program.error(`error: ${action} needs a file or the id of a figure`);
      await finish(runFigureAction(commandLine(), { action: known, named }, options));
    });
}

/** The values of an option that may be repeated. */
function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}
