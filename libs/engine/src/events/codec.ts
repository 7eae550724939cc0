import type { Instant } from '@safeconduct/workflow';
import type { Awaitable } from '../awaitable.js';
import { SubjectErasedError } from '../errors.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import type { KeyRing } from '../ports/key-ring.js';
import { isDestroyed, type SubjectKey, type SubjectKeys } from '../ports/subject-keys.js';
import { searchTokens, type SearchToken } from '../search/search-token.js';
import { personalPlaces, takeOut, type PersonalPlaces, type TakenOut } from '../sealing/personal-values.js';
import { sealedText } from '../sealing/sealed-data.js';
import {
  RecordedCaseEvent,
  RecordedRefusal,
  refusedEventType,
  type CommandRefused,
  type ReadEvent,
  type Register,
} from './case-event.js';
import type { CommonEnvelope, Envelope, ProposalEnvelope } from './envelope.js';
import {
  caseMetadata,
  commonMetadata,
  isSealed,
  plainForm,
  proposalMetadata,
  sealedForm,
  type Metadata,
} from './metadata.js';
import { ProposalEvent, type ProposalData, type ProposalEventType } from './proposal-event.js';
import { caseOfAnyStream, caseOfProposals, caseOfRefusals, caseOfStream } from './streams.js';

/** A fact of a case that is to be recorded. */
export interface CaseDraft {
  readonly kind: 'case';
  readonly caseId: string;
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
  readonly caseId: string;
  readonly eventId: string;
  readonly data: CommandRefused;
  /** When it was said to happen; left out: when it is recorded. */
  readonly occurredAt?: Instant | undefined;
  readonly envelope: Omit<CommonEnvelope, 'form'>;
}

/** An event of a proposal that is to be recorded. */
export interface ProposalDraft<Type extends ProposalEventType = ProposalEventType> {
  readonly kind: 'proposal';
  readonly caseId: string;
  readonly eventId: string;
  readonly type: Type;
  readonly data: ProposalData[Type];
  readonly envelope: Omit<ProposalEnvelope, 'form'>;
}

export type EventDraft = CaseDraft | RefusalDraft | ProposalDraft;

/**
 * The one place where facts become recorded bytes and recorded bytes become facts again: JSON, metadata, sealing and
 * upcasting; later hashing. It works by batch, so that keys are fetched once a batch.
 */
export interface EventCodec {
  /**
   * The events to record, one for each draft, in their order. Personal values are sealed with keys that are durable.
   * @throws SubjectErasedError  an event of a case has personal values, and the keys of its person were destroyed
   */
  encode(drafts: readonly EventDraft[]): Awaitable<readonly NewEvent[]>;
  /**
   * The decoded events, in their order. No content of an event makes this fail: a value that cannot be read
   * throws when it is used.
   */
  decode(recorded: readonly RecordedEvent[]): Awaitable<readonly ReadEvent[]>;
  /** What the views keep in place of a personal term by which a case is searched. */
  readonly searchToken: SearchToken;
}

type KeysBySubject = ReadonlyMap<string, SubjectKey>;

/**
 * The codec over the workflows of this process, whose upcasters turn old shapes into the current ones, and over the
 * keys of an installation.
 */
export function eventCodec(register: Register, ring: KeyRing): EventCodec {
  const keys = ring.subjects;
  const decodedWith = (recorded: readonly RecordedEvent[], found: KeysBySubject) =>
    recorded.map((event) => decoded(register, event, found));
  return {
    searchToken: searchTokens(ring),
    encode(drafts) {
      const parts = drafts.map((draft) => personalPartOf(register, draft));
      const encodedWith = (made: KeysBySubject) =>
        drafts.map((draft, index) => encoded(draft, parts[index], made.get(draft.caseId)));
      const subjects = new Map<string, boolean>();
      for (const [index, draft] of drafts.entries()) {
        if (parts[index] !== undefined && subjects.get(draft.caseId) !== true)
          subjects.set(draft.caseId, isOpening(register, draft));
      }
      if (subjects.size === 0) return encodedWith(noKeys);
      const made = madeKeys(keys, subjects);
      return made instanceof Promise ? made.then(encodedWith) : encodedWith(made);
    },
    decode(recorded) {
      const subjects = new Set<string>();
      for (const { metadata, stream } of recorded) {
        if (isSealed(metadata)) subjects.add(subjectOf(stream));
      }
      if (subjects.size === 0) return decodedWith(recorded, noKeys);
      const found = keys.find([...subjects]);
      return found instanceof Promise
        ? found.then((later) => decodedWith(recorded, later))
        : decodedWith(recorded, found);
    },
  };
}

const noKeys: KeysBySubject = new Map();

const subjectOf = (stream: string): string => caseOfAnyStream(stream) ?? '';

/** An opening event is recorded for a case that does not exist yet, whose person has no keys. */
const isOpening = (register: Register, draft: EventDraft): boolean =>
  draft.kind === 'case' && register.get(draft.envelope.workflow)?.openingEvents.has(draft.type) === true;

/** @param subjects  for each, whether it is new */
function madeKeys(keys: SubjectKeys, subjects: ReadonlyMap<string, boolean>): Awaitable<KeysBySubject> {
  const made = Array.from(subjects, ([subject, isNew]) => [subject, keys.make(subject, isNew)] as const);
  if (made.every((one): one is [string, SubjectKey] => !(one[1] instanceof Promise))) return new Map(made);
  return Promise.all(made.map(async ([subject, key]) => [subject, await key] as const)).then(
    (known) => new Map(known),
  );
}

/** What was heard of a command that could not be decided is what somebody said, whatever form it has. */
const refusalPlaces: PersonalPlaces = [['heard', 'narrative']];

/** What is proposed is the input of a command, whatever form it has; why it is rejected is told in words. */
const proposalPlaces: PersonalPlaces = [
  ['input', 'narrative'],
  ['reason', 'narrative'],
];

/** The personal values of a draft, and the rest; `undefined` where it has none. */
function personalPartOf(register: Register, draft: EventDraft): TakenOut | undefined {
  const places = placesIn(register, draft);
  const part = places && takeOut(draft.data, places);
  return part !== undefined && part.taken.size > 0 ? part : undefined;
}

function placesIn(register: Register, draft: EventDraft): PersonalPlaces | undefined {
  if (draft.kind === 'refusal') return refusalPlaces;
  if (draft.kind === 'proposal') return proposalPlaces;
  const definition = register.get(draft.envelope.workflow)?.events.get(draft.type);
  return definition && personalPlaces(definition.schema);
}

function encoded(draft: EventDraft, part: TakenOut | undefined, key: SubjectKey | undefined): NewEvent {
  const head = headOf(draft);
  const { data, isSealed: sealed } = textOf(draft, part, key);
  return { ...head, data, metadata: metadataOf(draft, sealed ? sealedForm : plainForm) };
}

function metadataOf(draft: EventDraft, form: string): Metadata {
  switch (draft.kind) {
    case 'case':
      return caseMetadata(draft.envelope, form);
    case 'refusal':
      return commonMetadata(draft.envelope, form);
    case 'proposal':
      return proposalMetadata(draft.envelope, form);
  }
}

function headOf(draft: EventDraft): Omit<NewEvent, 'data' | 'metadata'> {
  const { eventId } = draft;
  switch (draft.kind) {
    case 'case':
      return { eventId, type: draft.type, schemaVersion: draft.schemaVersion, occurredAt: draft.occurredAt };
    case 'refusal':
      return { eventId, type: refusedEventType, schemaVersion: 1, occurredAt: draft.occurredAt };
    case 'proposal':
      return { eventId, type: draft.type, schemaVersion: 1 };
  }
}

function textOf(
  draft: EventDraft,
  part: TakenOut | undefined,
  key: SubjectKey | undefined,
): { readonly data: string; readonly isSealed: boolean } {
  if (part === undefined || key === undefined) return { data: JSON.stringify(draft.data), isSealed: false };
  if (!isDestroyed(key)) {
    const { type, schemaVersion } = headOf(draft);
    const { caseId, eventId } = draft;
    return { data: sealedText({ caseId, eventId, type, schemaVersion }, part, key), isSealed: true };
  }
  if (draft.kind === 'case' || (draft.kind === 'proposal' && draft.type === 'StepProposed'))
    throw new SubjectErasedError(draft.caseId, key.destroyedAt);
  // That a command was refused, or a proposal rejected, stays on record; what was said cannot be kept.
  return { data: JSON.stringify(part.clear), isSealed: false };
}

function decoded(register: Register, recorded: RecordedEvent, keys: KeysBySubject): ReadEvent {
  const caseId = caseOfStream(recorded.stream);
  if (caseId !== undefined)
    return new RecordedCaseEvent(recorded, caseId, { register, key: keys.get(caseId) });
  const refusedCase = caseOfRefusals(recorded.stream);
  if (refusedCase !== undefined) return new RecordedRefusal(recorded, refusedCase, keys.get(refusedCase));
  const proposedIn = caseOfProposals(recorded.stream);
  return proposedIn === undefined
    ? { kind: 'other', recorded }
    : new ProposalEvent(recorded, proposedIn, keys.get(proposedIn));
}
