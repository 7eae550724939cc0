import { inRole, mayConfirm, type Actor, type ActorInRole, type Refusal } from '@safeconduct/workflow';
import { refused } from '../commands/handle.js';
import type { CommandPorts } from '../commands/pipeline.js';
import type { Refused } from '../commands/sent-command.js';
import { RevisionConflictError } from '../errors.js';
import { statusAfter, type ProposalData, type ProposalEventType } from '../events/proposal-event.js';
import { caseStream, proposalsStream } from '../events/streams.js';
import type { StreamCheck } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';
import { appendToProposals, endDraft } from './append-to-proposals.js';
import {
  commandOf,
  foundProposal,
  proposalClosed,
  statusAt,
  type FoundProposal,
  type NamedProposal,
} from './found-proposal.js';
import { asTheyAreNow } from './proposed-step.js';
import type { Proposal } from './proposals-of-case.js';

/** A proposal that is over without its step. */
export interface Ended extends NamedProposal {
  readonly accepted: true;
  /** It had been ended so before, by the same person; nothing was recorded now. */
  readonly repeated: boolean;
  readonly status: Proposal['status'];
  /** Of the event that ended it; `undefined` when nothing was recorded now. */
  readonly position: Position | undefined;
}

export type EndOutcome = Ended | Refused;

/** How a proposal is to end. */
interface End<Type extends ProposalEventType = ProposalEventType> {
  readonly type: Type;
  readonly data: ProposalData[Type];
  /** Who ends it, in which role, or why they may not. */
  byWhom(proposal: Proposal): ActorInRole | Refusal;
}

/** A rejection as it was sent. */
export interface SentRejection extends NamedProposal {
  readonly by: Actor;
  readonly reason: string;
  /** As in `SentProposalConfirmation`. */
  readonly isSeen?: boolean;
}

/**
 * Rejects a proposal, by a person who could confirm it.
 * @throws StoreUnavailableError  outcome unknown; send it again
 */
export async function rejectProposal(
  ports: CommandPorts,
  { by: given, reason, isSeen = true, ...named }: SentRejection,
): Promise<EndOutcome> {
  const by = await asTheyAreNow(ports, given);
  return end(ports, named, {
    type: 'ProposalRejected',
    data: { reason },
    byWhom(proposal) {
      const confirmedBy = commandOf(ports, proposal)?.confirmedBy ?? [];
      const acting = inRole(by, confirmedBy);
      return isSeen && acting !== undefined && mayConfirm({ confirmedBy }, by, proposal.envelope.actor)
        ? acting
        : { code: 'SECOND_PERSON_INVALID', requiredRoles: confirmedBy };
    },
  });
}

/**
 * Takes a proposal back, by the person who made it.
 * @throws StoreUnavailableError  outcome unknown; send it again
 */
export const withdrawProposal = (
  ports: CommandPorts,
  { by, reason, ...named }: NamedProposal & { readonly by: Actor; readonly reason?: string | undefined },
): Promise<EndOutcome> =>
  end(ports, named, {
    type: 'ProposalWithdrawn',
    data: { reason },
    byWhom: ({ envelope: { actor } }) => (actor.id === by.id ? actor : { code: 'PROPOSAL_OF_ANOTHER' }),
  });

/** In whose name proposals end whose time is over. */
export const proposalsActor: ActorInRole = { id: 'sys-proposals', role: 'system' };

/** Ends a proposal whose time is over. Any other is refused with PROPOSAL_CLOSED and its status, and stays as it is. */
export const expireProposal = (ports: CommandPorts, named: NamedProposal): Promise<EndOutcome> =>
  end(ports, named, { type: 'ProposalExpired', data: {}, byWhom: () => proposalsActor });

async function end(ports: CommandPorts, named: NamedProposal, wanted: End): Promise<EndOutcome> {
  return ports.queue.run(proposalsStream(named.caseId), false, async () => {
    for (;;) {
      try {
        return await endOnce(ports, named, wanted);
      } catch (error) {
        // Each conflict means that something else was recorded, so the loop ends.
        if (!(error instanceof RevisionConflictError)) throw error;
      }
    }
  });
}

async function endOnce(ports: CommandPorts, named: NamedProposal, wanted: End): Promise<EndOutcome> {
  const found = await foundProposal(ports, named);
  if (found === undefined) return refused({ code: 'PROPOSAL_NOT_FOUND' });
  const { caseId, proposalId } = named;
  const { proposal, taken, ofCase } = found;
  const by = wanted.byWhom(proposal);
  if ('code' in by) return refused(by, caseId);
  const { type, data } = wanted;
  const status = statusAfter[type];
  const answer = { accepted: true, caseId, proposalId, status } as const;
  if (taken === undefined && proposal.status === status && proposal.ended?.by.id === by.id)
    return { ...answer, repeated: true, position: undefined };

  const standing = statusAt(found, ports.clock.now());
  const mayEnd = proposal.status === 'open' && standing === (status === 'expired' ? 'expired' : 'open');
  if (!mayEnd) return refused(proposalClosed(standing), caseId);
  const draft = endDraft(ports, proposal, { type, data, by });
  const checks = ports.events.capabilities.checks ? [caseCheck(found)] : undefined;
  const position = await appendToProposals(ports, draft, { caseId, expected: ofCase.revision, checks });
  return { ...answer, repeated: false, position };
}

/** The case must be as it was when the step was not taken yet. */
const caseCheck = ({ state, proposal: { caseId } }: FoundProposal): StreamCheck => ({
  stream: caseStream(caseId),
  expected: state?.revision ?? 'noStream',
});
