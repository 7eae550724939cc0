import type { Command } from 'commander';
import type { ProposalOptions } from './commands/proposal.js';
import { workflowOption } from './common-options.js';
import type { Call } from './program.js';

/** Steps that wait for a second person. */
export function addProposalCommands(program: Command, { commandLine, finish }: Call): void {
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
}
