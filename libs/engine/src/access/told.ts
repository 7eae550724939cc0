import { inRole, type Command, type Refusal } from '@safeconduct/workflow';
import { refused } from '../commands/handle.js';
import { isOfOneCase } from '../commands/heard.js';
import type { CommandPorts } from '../commands/pipeline.js';
import { belongsToTheCase } from '../commands/refusal-log.js';
import type { CommandOutcome, Refused, SentCommand } from '../commands/sent-command.js';
import { workflowFor } from '../commands/ready-command.js';
import { caseIdOf, isCaseId } from '../events/streams.js';
import type { EndOutcome } from '../proposals/end-proposal.js';
import type { NamedProposal } from '../proposals/found-proposal.js';
import { proposalsOfCase } from '../proposals/proposals-of-case.js';
import type { ProposalOutcome } from '../proposals/propose.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { seesProposal } from './guarded-proposals.js';
import { seenCase, type StandingPorts } from './standing.js';

/**
 * What a sender is told of what was refused. A refusal tells the state of its case, the rules that were asked and what is
 * possible instead. Whoever sees the case is told all of it. For anybody else the answer is that of a case, or a proposal,
 * that does not exist. What is recorded stays whole.
 *
 * Two answers cannot be that of a missing case. Whoever may open cases must hear that the one they open exists. Whoever may
 * say that a person withdraws must hear that it is recorded; nothing else of the case is told with it.
 */
export interface Told {
  /** The outcome of a command, as `reader` is told it. Throws what the command threw, unless that tells of an unseen case. */
  command<Outcome extends CommandOutcome | ProposalOutcome>(
    reader: Reader,
    sent: SentCommand,
    outcome: Promise<Outcome>,
  ): Promise<Outcome | Refused>;
  /**
   * Confirms, rejects or withdraws a proposal, and answers what `reader` is told of it. The action is given whether they see
   * the proposal, or its case: nobody decides on what they do not see.
   */
  proposal<Outcome extends CommandOutcome | EndOutcome>(
    reader: Reader,
    named: NamedProposal,
    action: (isSeen: boolean) => Promise<Outcome>,
  ): Promise<Outcome | Refused>;
}

/** Everybody is told everything: for a process that does not know who its readers are. */
export const toldOpenly: Told = {
  command: (_reader, _sent, outcome) => outcome,
  proposal: (_reader, _named, action) => action(true),
};

type ToldPorts = StandingPorts & CommandPorts;

/** Tells each sender what the policy of reads lets them see. */
export const toldByPolicy = (ports: ToldPorts): Told => ({
  async command(reader, sent, outcome) {
    if (isSystem(reader)) return outcome;
    const found = await settled(outcome);
    if (!('refusal' in found)) return found;
    const { refusal } = found;
    const caseId = refusal === undefined ? addressedCase(ports, sent) : (found.caseId ?? idIn(sent));
    // It was refused for what was sent, before any case was looked for, or there is no such case.
    if (refusal !== undefined && (caseId === undefined || refusal.code === 'CASE_NOT_FOUND')) return outcome;
    if (caseId !== undefined && (await seenCase(ports, reader, caseId)) !== undefined) return outcome;
    const command = (await workflowFor(ports, sent))?.commands.get(sent.command);
    const told = toldOfUnseen(refusal, sent, command);
    return told === undefined ? outcome : refused(told);
  },

  async proposal(reader, named, action) {
    const isSeen =
      isSystem(reader) ||
      (await seenCase(ports, reader, named.caseId)) !== undefined ||
      (await seesWithoutCase(ports, reader, named));
    const outcome = action(isSeen);
    if (isSeen) return outcome;
    const found = await settled(outcome);
    return 'refusal' in found ? refused({ code: 'PROPOSAL_NOT_FOUND' }) : found;
  },
});

/** An outcome; an error that tells of one case counts as refused. */
async function settled<Outcome extends object>(
  outcome: Promise<Outcome>,
): Promise<Outcome | { readonly refusal: undefined }> {
  try {
    return await outcome;
  } catch (error) {
    if (isOfOneCase(error)) return { refusal: undefined };
    throw error;
  }
}

const idIn = ({ target }: SentCommand): string | undefined =>
  'caseId' in target ? target.caseId : undefined;

/** The case that a command is for by its id or natural key, whether there is one or not. */
function addressedCase({ keys }: Pick<ToldPorts, 'keys'>, { target }: SentCommand): string | undefined {
  if ('caseId' in target) return target.caseId;
  return target.naturalKey === undefined ? undefined : caseIdOf(keys, target.workflow, target.naturalKey);
}

/** What somebody is told of a case that they do not see; `undefined`: everything. */
function toldOfUnseen(
  refusal: Refusal | undefined,
  { actor, target }: SentCommand,
  command: Command | undefined,
): Refusal | undefined {
  const mayAct = command !== undefined && inRole(actor, command.roles) !== undefined;
  // No refusal of an opening command tells more than that the case exists.
  if (command?.opens !== undefined && !('caseId' in target))
    return mayAct ? undefined : { code: 'NOT_PERMITTED', requiredRoles: command.roles };
  if (mayAct && command.alwaysHeard === true && refusal !== undefined) {
    const { code, issues } = refusal;
    return belongsToTheCase(refusal) ? { code: 'HEARD_RECORDED' } : { code, ...(issues && { issues }) };
  }
  return { code: 'CASE_NOT_FOUND' };
}

/** Whether somebody who does not see the case sees the proposal: their own, or one to open the case. */
async function seesWithoutCase(
  ports: ToldPorts,
  reader: Reader,
  { caseId, proposalId }: NamedProposal,
): Promise<boolean> {
  if (!isCaseId(caseId)) return false;
  const proposal = (await proposalsOfCase(ports, caseId)).byId.get(proposalId);
  if (proposal === undefined) return false;
  const { workflow, command, actor } = proposal.envelope;
  const [opening] = await ports.caseEvents.page({ caseId, limit: 1 });
  const isOfOpenCase = opening !== undefined;
  return seesProposal(ports, reader, { caseId, isOfOpenCase, workflow, command, proposer: actor.id });
}
