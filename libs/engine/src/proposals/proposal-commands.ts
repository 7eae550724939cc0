import type { CommandPorts } from '../commands/pipeline.js';
import type { CommandOutcome, SentCommand } from '../commands/sent-command.js';
import type { Actor } from '@safeconduct/workflow';
import { confirmProposal, markConfirmed, type SentProposalConfirmation } from './confirm-proposal.js';
import {
  expireProposal,
  rejectProposal,
  withdrawProposal,
  type EndOutcome,
  type SentRejection,
} from './end-proposal.js';
import type { NamedProposal } from './found-proposal.js';
import { handleOrPropose, type ProposalOutcome } from './propose.js';

/** What can be done with steps that wait for a second person. Each function says what it promises where it is written. */
export interface ProposalCommands {
  /** See `handleOrPropose`. */
  readonly handleOrPropose: (sent: SentCommand) => Promise<ProposalOutcome>;
  /** See `confirmProposal`. */
  readonly confirm: (sent: SentProposalConfirmation) => Promise<CommandOutcome>;
  /** See `rejectProposal`. */
  readonly reject: (sent: SentRejection) => Promise<EndOutcome>;
  /** See `withdrawProposal`. */
  readonly withdraw: (
    sent: NamedProposal & { readonly by: Actor; readonly reason?: string | undefined },
  ) => Promise<EndOutcome>;
  /** See `expireProposal`. */
  readonly expire: (named: NamedProposal) => Promise<EndOutcome>;
  /** See `markConfirmed`. */
  readonly markConfirmed: (named: NamedProposal) => Promise<boolean>;
}

export const proposalCommands = (ports: CommandPorts): ProposalCommands => ({
  handleOrPropose: (sent) => handleOrPropose(ports, sent),
  confirm: (sent) => confirmProposal(ports, sent),
  reject: (sent) => rejectProposal(ports, sent),
  withdraw: (sent) => withdrawProposal(ports, sent),
  expire: (named) => expireProposal(ports, named),
  markConfirmed: (named) => markConfirmed(ports, named),
});

/** The same, each function of which fails while there is a problem. */
export function gatedProposals(
  proposals: ProposalCommands,
  problem: () => Error | undefined,
): ProposalCommands {
  const gated =
    <Sent, Outcome>(work: (sent: Sent) => Promise<Outcome>) =>
    (sent: Sent): Promise<Outcome> => {
      const found = problem();
      return found === undefined ? work(sent) : Promise.reject(found);
    };
  return {
    handleOrPropose: gated(proposals.handleOrPropose),
    confirm: gated(proposals.confirm),
    reject: gated(proposals.reject),
    withdraw: gated(proposals.withdraw),
    expire: gated(proposals.expire),
    markConfirmed: gated(proposals.markConfirmed),
  };
}
