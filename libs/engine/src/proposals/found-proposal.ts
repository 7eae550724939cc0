import type { Command, Instant, Refusal } from '@safeconduct/workflow';
import { newestCase } from '../commands/load-case.js';
import type { CommandPorts } from '../commands/pipeline.js';
import { isCaseId } from '../events/streams.js';
import type { CaseState } from '../history/case-state.js';
import type { DoneCommand } from '../history/done-commands.js';
import { proposalsOfCase, stepCommandId, type Proposal, type ProposalsOfCase } from './proposals-of-case.js';

/** What finding a proposal needs. */
export type FindingPorts = Pick<
  CommandPorts,
  'events' | 'codec' | 'keys' | 'cache' | 'caseEvents' | 'register'
>;

/** Which proposal. */
export interface NamedProposal {
  readonly caseId: string;
  readonly proposalId: string;
}

/** A proposal and its case, both as they are now. */
export interface FoundProposal {
  readonly proposal: Proposal;
  readonly ofCase: ProposalsOfCase;
  /** `undefined` where the proposal is to open the case. */
  readonly state: CaseState | undefined;
  /** The step in the case, where it was taken: the truth, whatever the stream of proposals says by then. */
  readonly taken: DoneCommand | undefined;
}

/** Finds a proposal; `undefined` when the case has none of this id. */
export async function foundProposal(
  ports: FindingPorts,
  { caseId, proposalId }: NamedProposal,
): Promise<FoundProposal | undefined> {
  if (!isCaseId(caseId)) return undefined;
  const ofCase = await proposalsOfCase(ports, caseId);
  const proposal = ofCase.byId.get(proposalId);
  if (proposal === undefined) return undefined;
  const state = await newestCase(ports, caseId);
  return { proposal, ofCase, state, taken: takenStep(ports, proposal, state) };
}

/** The step of a proposal in its case, where it was taken. */
export const takenStep = (
  { keys }: Pick<FindingPorts, 'keys'>,
  proposal: Proposal,
  state: CaseState | undefined,
): DoneCommand | undefined => state?.done.find(stepCommandId(keys, proposal), state.revision);

/** The command of a proposal in the workflow of today; `undefined` when that has none of its name. */
export const commandOf = (
  { register }: Pick<FindingPorts, 'register'>,
  { envelope: { workflow, command } }: Proposal,
): Command | undefined => register.get(workflow)?.commands.get(command);

/** Where a proposal stands at a moment: one whose step was taken is confirmed, and one whose time is over has expired. */
export function statusAt(
  { proposal: { status, proposed }, taken }: Pick<FoundProposal, 'proposal' | 'taken'>,
  now: Instant,
): Proposal['status'] {
  if (taken !== undefined) return 'confirmed';
  return status === 'open' && proposed.expiresAt <= now ? 'expired' : status;
}

/** The refusal of what is done to a proposal that is over. */
export const proposalClosed = (status: Proposal['status']): Refusal => ({
  code: 'PROPOSAL_CLOSED',
  inputs: { proposalStatus: status },
});
