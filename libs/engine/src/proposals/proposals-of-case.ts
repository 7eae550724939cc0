import type { ActorInRole, Instant } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { EventCodec } from '../events/codec.js';
import type { ProposalEnvelope } from '../events/envelope.js';
import { derivedId, uuidOf } from '../events/ids.js';
import type { ProposalEvent, ProposalStatus, StepProposed } from '../events/proposal-event.js';
import { proposalsStream } from '../events/streams.js';
import { stepSize } from '../events/case-events.js';
import type { EventStore, ExpectedRevision } from '../ports/event-store.js';
import type { KeyRing } from '../ports/key-ring.js';
import type { Position } from '../ports/position.js';

/** A proposal as its own stream tells it. Whether its step was taken is told by the case; see `stepCommandId`. */
export interface Proposal {
  readonly proposalId: string;
  readonly caseId: string;
  /** Of the event that proposed it. */
  readonly envelope: ProposalEnvelope;
  readonly proposed: StepProposed;
  readonly eventId: string;
  readonly proposedAt: Instant;
  readonly position: Position;
  readonly status: ProposalStatus;
  /** Who ended it, when, and in which words; `undefined` while it is open. */
  readonly ended?: EndOfProposal | undefined;
}

export interface EndOfProposal {
  readonly by: ActorInRole;
  readonly at: Instant;
  readonly reason?: string | undefined;
}

/** All proposals of a case in the order in which they were made, and the end of their stream. */
export interface ProposalsOfCase {
  readonly byId: ReadonlyMap<string, Proposal>;
  readonly revision: ExpectedRevision & (bigint | 'noStream');
}

/** The id of the proposal of a command. The same command sent twice is one proposal. */
export const proposalIdOf = (caseId: string, commandId: string): string =>
  derivedId('proposal', caseId, commandId);

/**
 * The command id under which the step of a proposal is recorded in its case. It is a keyed hash, so that nobody can take
 * the id first with another command.
 */
export const stepCommandId = (
  keys: KeyRing,
  { caseId, proposalId }: Pick<Proposal, 'caseId' | 'proposalId'>,
) => uuidOf(keys.keyedHash('confirmed-step', JSON.stringify([caseId, proposalId]), 'hex'));

/** Reads and folds the stream of proposals of a case, in bounded steps. */
export async function proposalsOfCase(
  { events, codec }: { readonly events: EventStore; readonly codec: EventCodec },
  caseId: string,
): Promise<ProposalsOfCase> {
  const stream = proposalsStream(caseId);
  const byId = new Map<string, Proposal>();
  for (let from = 0n; ; from += BigInt(stepSize)) {
    const recorded = await events.readStream(stream, { from, limit: stepSize });
    for (const event of await codec.decode(recorded)) foldProposal(byId, event as ProposalEvent);
    if (recorded.length === stepSize) continue;
    const length = from + BigInt(recorded.length);
    return { byId, revision: length === 0n ? 'noStream' : length - 1n };
  }
}

/**
 * Adds one event. The first end of a proposal counts.
 * @throws HistoryDivergedError  an event of a proposal that was never made, or of a type that is not known
 */
function foldProposal(byId: Map<string, Proposal>, event: ProposalEvent): void {
  const { envelope, recorded, caseId, status } = event;
  const { proposal: proposalId, actor: by } = envelope;
  const { eventId, position, recordedAt } = recorded;
  const known = byId.get(proposalId);
  const proposed = event.dataOf('StepProposed');
  if (proposed !== undefined && known === undefined) {
    const made = { proposalId, caseId, envelope, proposed, eventId, position, proposedAt: recordedAt };
    byId.set(proposalId, { ...made, status: 'open' });
    return;
  }
  if (known === undefined || status === undefined || status === 'open')
    throw new HistoryDivergedError(
      recorded.stream,
      recorded.revision,
      `${recorded.type} cannot follow for proposal ${proposalId}`,
    );
  if (known.status !== 'open') return;
  const told = event.dataOf('ProposalRejected') ?? event.dataOf('ProposalWithdrawn');
  byId.set(proposalId, { ...known, status, ended: { by, at: recordedAt, reason: told?.reason } });
}
