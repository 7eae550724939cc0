import { inRole, type Instant, type Refusal } from '@safeconduct/workflow';
import type { CommandPorts } from '../commands/pipeline.js';
import { newestCase } from '../commands/load-case.js';
import { isCaseId } from '../events/streams.js';
import type { Revision } from '../ports/event-store.js';
import { askWithoutSecond, type PossibleStep } from './ask-without-second.js';
import { commandOf, statusAt, takenStep, type FindingPorts, type FoundProposal } from './found-proposal.js';
import { proposerOf, stepOf } from './proposed-step.js';
import { proposalsOfCase, type Proposal } from './proposals-of-case.js';

/** A proposal as it stands now: exactly what is confirmed, and whether it is still possible. */
export interface ShownProposal extends Omit<Proposal, 'status'> {
  readonly status: Proposal['status'];
  /** The roles of which one may confirm. */
  readonly confirmedBy: readonly string[];
  /** The case now: its innermost state and last revision; `undefined` where it is not open. */
  readonly caseNow: { readonly state: string; readonly revision: Revision } | undefined;
  /** The first revision of the step in the case, where it was taken. */
  readonly takenAt: Revision | undefined;
  /** Why an open proposal cannot be confirmed now, whoever confirms; `undefined` where it can, or is over. */
  readonly refusal: Refusal | undefined;
  /** The roles with which it can be confirmed now. A rule may ask for one of those in `confirmedBy`. */
  readonly confirmableBy: readonly string[];
}

export type ShowingPorts = FindingPorts & Pick<CommandPorts, 'clock' | 'people'>;

/** The proposals of a case as they stand now, in the order in which they were made; none where there is no such case. */
export async function shownProposals(ports: ShowingPorts, caseId: string): Promise<readonly ShownProposal[]> {
  if (!isCaseId(caseId)) return [];
  const ofCase = await proposalsOfCase(ports, caseId);
  if (ofCase.byId.size === 0) return [];
  const state = await newestCase(ports, caseId);
  const now = ports.clock.now();
  const found = [...ofCase.byId.values()].map((proposal) => ({
    ...{ proposal, ofCase, state },
    taken: takenStep(ports, proposal, state),
  }));
  return Promise.all(found.map((one) => shown(ports, one, now)));
}

async function shown(ports: ShowingPorts, found: FoundProposal, now: Instant): Promise<ShownProposal> {
  const { proposal, state, taken } = found;
  const status = statusAt(found, now);
  const asked = status === 'open' ? await ask(ports, found, now) : { confirmableBy: [] };
  return {
    ...proposal,
    status,
    confirmedBy: commandOf(ports, proposal)?.confirmedBy ?? [],
    caseNow: state && { state: state.folded.state, revision: state.revision },
    takenAt: taken?.firstRevision,
    refusal: 'code' in asked ? asked : undefined,
    confirmableBy: 'code' in asked ? [] : asked.confirmableBy,
  };
}

async function ask(
  ports: ShowingPorts,
  { proposal, state }: FoundProposal,
  now: Instant,
): Promise<PossibleStep | Refusal> {
  const command = commandOf(ports, proposal);
  const workflow = ports.register.get(proposal.envelope.workflow);
  if (command === undefined || workflow === undefined) return { code: 'PROPOSAL_OUTDATED' };
  const proposer = await proposerOf(ports, proposal);
  if (inRole(proposer, command.roles) === undefined)
    return { code: 'PROPOSER_NOT_PERMITTED', requiredRoles: command.roles };
  const asked = { ...stepOf(proposal, { workflow, command, proposer }), confirmed: undefined };
  return askWithoutSecond({ ...asked, proposal: { id: proposal.proposalId } }, state, now);
}
