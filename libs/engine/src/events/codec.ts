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
import type { CommonEnvelope, Envelope } from './envelope.js';
import { caseMetadata, commonMetadata } from './metadata.js';
import { caseOfRefusals, caseOfStream } from './streams.js';

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
  readonly envelope: Omit<CommonEnvelope, 'form'>;
}

export type EventDraft = CaseDraft | RefusalDraft;

/** At once where nothing has to be waited for, so that the path of a command is not cut where it need not be. */
export type Awaitable<Value> = Value | Promise<Value>;

/**
 * The one place where facts become recorded bytes and recorded bytes become facts again: JSON, metadata, upcasting, and
 * from here on sealing and hashing. By batch, because a batch asks for its keys once.
 */
export interface EventCodec {
  /** What is recorded of each draft, in their order. */
  encode(drafts: readonly EventDraft[]): Awaitable<readonly NewEvent[]>;
  /**
   * What each recorded event says, in their order. Nothing in an event makes this fail: what cannot be read throws when
   * it is asked for.
   */
  decode(recorded: readonly RecordedEvent[]): Awaitable<readonly ReadEvent[]>;
}

/** The codec over the workflows of this process, whose upcasters lead old shapes to the current ones. */
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
      return { eventId, type: refusedEventType, schemaVersion: 1, data: JSON.stringify(data), metadata };
    }
  }
}

function decoded(register: Register, recorded: RecordedEvent): ReadEvent {
  const caseId = caseOfStream(recorded.stream);
  if (caseId !== undefined) return new RecordedCaseEvent(recorded, caseId, register);
  const refusedCase = caseOfRefusals(recorded.stream);
  return refusedCase === undefined ? { kind: 'other', recorded } : new RecordedRefusal(recorded, refusedCase);
}
