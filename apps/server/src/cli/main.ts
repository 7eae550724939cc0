import { Option } from 'commander';
import { tell } from '../console/output.js';
import { addAccessCommands } from './access-commands.js';
import { addReadCommands } from './read-commands.js';
import type { ProposalOptions } from './commands/proposal.js';
import type { ViewOptions } from './commands/view.js';
import { addErasureCommand } from './erasure-command.js';
import { newProgram } from './program.js';

// Each command is loaded when it is called, so that `--help` answers at once.
const { program, commandLine, finish, run } = newProgram();

const clock = () =>
  new Option('--clock <clock>', 'which clock').choices(['occurred', 'recorded']).default('occurred');
const asOf = ['--as-of <time>', 'at this past moment, such as 2025-01-31T00:00:00+03:00'] as const;
const tag = [
  '--tag <tags>',
  'only with these tags, such as intention:refuse,service:officer; of one tag, one of its codes',
] as const;
const workflowOption = (fallback: string) =>
  ['--workflow <name>', `the workflow (default: ${fallback})`] as const;

program
  .command('import')
  .argument('<workflow>', 'the workflow the commands are for')
  .argument('<paths...>', 'files NN-<Command>.csv or .jsonl, or folders of them')
  .option('--dry-run', 'give the same answers without recording anything')
  .option('--as <actor>', 'who sends the import, which is recorded with every event (default: sys-import)')
  .description('send recorded commands in bulk')
  .action(async (workflow: string, paths: string[], options: { dryRun?: boolean; as?: string }) => {
    const { runImport } = await import('./commands/import.js');
    const { as } = options;
    await finish(runImport(commandLine(), { workflow, paths, dryRun: options.dryRun === true, as }));
  });

program
  .command('cases')
  .option('--state <state>', 'only this state or sub-state, such as camped.returning')
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

program
  .command('advance')
  .argument('<case>', "reference or id; 'new' for the command that opens a case")
  .argument('<command>', 'such as ClearReturn')
  .requiredOption('--as <actor>', 'the actor, such as co-1')
  .option('--input <json>', 'the fields of the command, or - to read them from stdin', '{}')
  .option(
    '--confirmed-by <actor>',
    'the second person of a decision that was taken already; else it waits for one',
  )
  .option('--on-behalf-of <person>', "whose will the command records: 'subject' for the person")
  .option('--occurred-at <time>', 'when it happened, with its zone (default: now)')
  .option('--purpose <code>', 'the purpose, as a code')
  .option('--command-id <id>', 'a command sent twice under one id is recorded once')
  .option('--expected-revision <number>', 'refuse if the case has changed since')
  .option(...workflowOption('the one that has the case, or that the command opens'))
  .description('send one command')
  .action(async (reference: string, command: string, options: Record<string, string>) => {
    const { runAdvance } = await import('./commands/advance.js');
    await finish(runAdvance(commandLine(), { reference, command, ...options }));
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
  .command('inbox')
  .option('--role <role>', 'only what this role has to do')
  .option('--assignee <officer>', 'only cases of this officer')
  .option('--limit <number>', 'at most this many', '50')
  .option(...workflowOption('the first one registered'))
  .description('what is due, the most urgent first')
  .action(async (options: Record<string, string>) => {
    const { runInbox } = await import('./commands/inbox.js');
    await finish(runInbox(commandLine(), options));
  });

program
  .command('proposals')
  .option('--waiting-for <actor>', 'only what this person may confirm now')
  .option('--proposed-by <actor>', 'only what this person has proposed')
  .option('--status <status>', 'only open, confirmed, rejected, withdrawn or expired ones')
  .option('--limit <number>', 'at most this many', '50')
  .option(...workflowOption('all'))
  .description('steps that wait for a second person, and what came of them')
  .action(async (options: Record<string, string>) => {
    const { runProposals } = await import('./commands/proposals.js');
    await finish(runProposals(commandLine(), options));
  });

program
  .command('proposal')
  .argument('<case>', "reference or id; or 'confirm', 'reject' or 'withdraw' followed by it")
  .argument('<proposal>', 'id of the proposal; after an action, the case')
  .argument('[named]', 'after an action, id of the proposal')
  .option('--as <actor>', 'who confirms, rejects or withdraws')
  .option('--content-hash <hash>', 'confirm: of the content that was seen')
  .option('--reason <text>', 'reject, withdraw: why')
  .option(...workflowOption('the one that has the case'))
  .description('exactly what is confirmed, and whether it is possible; confirm, reject or withdraw it')
  .action(async (first: string, second: string, third: string | undefined, options: ProposalOptions) => {
    const { proposalActions, runProposal, runProposalAction } = await import('./commands/proposal.js');
    if (third === undefined) {
      await finish(runProposal(commandLine(), { reference: first, proposalId: second }, options));
      return;
    }
    const action = proposalActions.find((one) => one === first);
    if (action === undefined) program.error(`error: ${first} is none of ${proposalActions.join(', ')}`);
    else
      await finish(
        runProposalAction(commandLine(), action, { reference: second, proposalId: third, options }),
      );
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
  .command('projections')
  .argument('[action]', "'rebuild'")
  .argument('[view]', "the view to rebuild, or 'all'")
  .description('how far the views are behind the log; rebuild one or all')
  .action(async (action: string | undefined, view: string | undefined) => {
    const { runProjections } = await import('./commands/projections.js');
    await finish(runProjections(commandLine(), action, view));
  });

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
  .command('doctor')
  .description('what is configured, reachable and migrated, with which capabilities, and what is missing')
  .action(async () => {
    const { runDoctor } = await import('./commands/doctor.js');
    await finish(runDoctor(commandLine()));
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

addAccessCommands(program, { commandLine, finish });
addReadCommands(program, { commandLine, finish });

addErasureCommand(program, { commandLine, finish });

program
  .command('pour')
  .requiredOption('--from <stores>', 'where the log is, as in SAFECONDUCT_EVENTS; a server may run on it')
  .requiredOption('--to <stores>', 'where it goes, as in SAFECONDUCT_EVENTS; nothing else may write there')
  .description('copy a log into another store and prove that both are equal; once more: what is new')
  .action(async (options: { from: string; to: string }) => {
    const { runPour } = await import('./commands/pour.js');
    await finish(runPour(commandLine(), options));
  });

/** The values of an option that may be repeated. */
function gathered(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

// The files hold names of persons. Only the user who started the process may read them, as with the key.
process.umask(0o077);

// The program that reads the output may stop early, as `head` does. That is not an error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0);
  tell(
    `safeconduct: the output cannot be written (${error.code ?? error.message}); what was recorded stays recorded`,
  );
  process.exit(1);
});

process.exitCode = await run(process.argv.slice(2));
