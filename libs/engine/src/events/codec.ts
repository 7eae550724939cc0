import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import type { Instant } from '@safeconduct/workflow';
import {
  RecordedCaseEvent,
  RecordedRefusal,
  refusedEventType,
  type CommandRefused,
  type ReadEvent,
  type Register,
} from './case-event.js';
import type { CommonEnvelope, Envelope, ProposalEnvelope } from './envelope.js';
import { caseMetadata, commonMetadata, proposalMetadata } from './metadata.js';
import { ProposalEvent, type ProposalData, type ProposalEventType } from './proposal-event.js';
import { caseOfProposals, caseOfRefusals, caseOfStream } from './streams.js';

/** A fact of a case that is to be recorded. */
export interface CaseDraft {
  readonly kind: 'case';
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAt: Instant;
  /** In the current shape of its type; plain JSON. */
  readonly data: unknown;
  readonly envelope: Omit<Envelope, 'form'>;
}

/** A refusal that is to be recorded. */
export interface RefusalDraft {
  readonly kind: 'refusal';
  readonly eventId: string;
  readonly data: CommandRefused;
  /** When it was said to happen; left out: when it is recorded. */
  readonly occurredAt?: Instant | undefined;
  readonly envelope: Omit<CommonEnvelope, 'form'>;
}

/** An event of a proposal that is to be recorded. */
export interface ProposalDraft<Type extends ProposalEventType = ProposalEventType> {
  readonly kind: 'proposal';
  readonly eventId: string;
  readonly type: Type;
  readonly data: ProposalData[Type];
  readonly envelope: Omit<ProposalEnvelope, 'form'>;
}

export type EventDraft = CaseDraft | RefusalDraft | ProposalDraft;

/**
 * A value, or a promise of it where something has to be fetched. So the path of a command awaits only where
 * it must.
 */
export type Awaitable<Value> = Value | Promise<Value>;

/**
 * The one place where facts become recorded bytes and recorded bytes become facts again: JSON, metadata and
 * upcasting; later sealing and hashing. It works by batch, so that keys are fetched once a batch.
 */
export interface EventCodec {
  /** The events to record, one for each draft, in their order. */
  encode(drafts: readonly EventDraft[]): Awaitable<readonly NewEvent[]>;
  /**
   * The decoded events, in their order. No content of an event makes this fail: a value that cannot be read
   * throws when it is used.
   */
  decode(recorded: readonly RecordedEvent[]): Awaitable<readonly ReadEvent[]>;
}

/** The codec over the workflows of this process, whose upcasters turn old shapes into the current ones. */
export const eventCodec = (register: Register): EventCodec => ({
  encode: (drafts) => drafts.map(encoded),
  decode: (recorded) => recorded.map((event) => decoded(register, event)),
});

function encoded(draft: EventDraft): NewEvent {
  const { eventId, data, kind } = draft;
  switch (kind) {
    case 'case': {
      const { type, schemaVersion, occurredAt, envelope } = draft;
      const metadata = caseMetadata(envelope);
      return { eventId, type, schemaVersion, occurredAt, data: JSON.stringify(data), metadata };
    }
    case 'refusal': {
      const metadata = commonMetadata(draft.envelope);
      const { occurredAt } = draft;
      const head = { eventId, type: refusedEventType, schemaVersion: 1, occurredAt };
      return { ...head, data: JSON.stringify(data), metadata };
    }
    case 'proposal': {
      const metadata = proposalMetadata(draft.envelope);
      // Sealing of `input` and `reason` belongs here, and their opening into `ProposalEvent`.
      return { eventId, type: draft.type, schemaVersion: 1, data: JSON.stringify(data), metadata };
    }
  }
}

function decoded(register: Register, recorded: RecordedEvent): ReadEvent {
  const caseId = caseOfStream(recorded.stream);
  if (caseId !== undefined) return new RecordedCaseEvent(recorded, caseId, register);
  const refusedCase = caseOfRefusals(recorded.stream);
  if (refusedCase !== undefined) return new RecordedRefusal(recorded, refusedCase);
  const proposedIn = caseOfProposals(recorded.stream);
  return proposedIn === undefined ? { kind: 'other', recorded } : new ProposalEvent(recorded, proposedIn);
}
