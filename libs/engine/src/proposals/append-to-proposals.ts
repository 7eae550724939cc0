import type { ActorInRole } from '@safeconduct/workflow';
import type { CommandPorts } from '../commands/pipeline.js';
import type { ProposalDraft } from '../events/codec.js';
import type { ProposalData, ProposalEventType } from '../events/proposal-event.js';
import { proposalsStream } from '../events/streams.js';
import type { ExpectedRevision, NewEvent, StreamCheck } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';
import type { Proposal } from './proposals-of-case.js';
import { fingerprintOf } from '../fingerprint.js';

interface Place {
  readonly caseId: string;
  readonly expected: ExpectedRevision;
  /** Left out on a store that cannot check a stream that it does not write. */
  readonly checks?: readonly StreamCheck[] | undefined;
}

/**
 * Appends one event to the stream of proposals of a case.
 * @throws RevisionConflictError  something was recorded there, or in a stream that is checked, meanwhile
 */
export async function appendToProposals(
  { codec, events }: Pick<CommandPorts, 'codec' | 'events'>,
  draft: ProposalDraft,
  { caseId, expected, checks }: Place,
): Promise<Position> {
  const [event] = (await codec.encode([draft])) as readonly [NewEvent];
  const write = { stream: proposalsStream(caseId), expected, events: [event] };
  return (await events.append([write], checks)).position;
}

/** The event that ends a proposal. */
export function endDraft<Type extends ProposalEventType>(
  { ids, register }: Pick<CommandPorts, 'ids' | 'register'>,
  { proposalId, caseId, envelope }: Proposal,
  { type, data, by }: { readonly type: Type; readonly data: ProposalData[Type]; readonly by: ActorInRole },
): ProposalDraft {
  const { workflow, workflowVersion, command, commandId, commandHash, correlationId, purpose } = envelope;
  const defined = register.get(workflow);
  return {
    kind: 'proposal',
    caseId,
    eventId: ids.next(),
    type,
    data,
    envelope: {
      ...{ workflow, workflowVersion, command, commandId, commandHash, correlationId, purpose },
      fingerprint: defined === undefined ? '' : fingerprintOf(defined),
      proposal: proposalId,
      actor: by,
      confirmation: undefined,
      onBehalfOf: envelope.onBehalfOf,
      importedBy: undefined,
    },
  };
}
