import type { Actor, CommandRequest, Decision, Instant } from '@safeconduct/workflow';
import type { Erasures } from '../erasure/erasures.js';
import type { Register } from '../events/case-event.js';
import type { CaseEvents } from '../events/case-events.js';
import type { EventCodec } from '../events/codec.js';
import type { CaseState } from '../history/case-state.js';
import type { Clock } from '../ports/clock.js';
import type { EventStore, StreamCheck } from '../ports/event-store.js';
import type { Ids } from '../ports/ids.js';
import type { KeyRing } from '../ports/key-ring.js';
import type { CaseQueue } from './case-queue.js';
import type { NamedPeople } from './named-persons.js';
import type { CommandContent } from './content-hash.js';
import type { StateCache } from './state-cache.js';

/** The dependencies of the command pipeline. */
export interface CommandPorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly register: Register;
  readonly codec: EventCodec;
  readonly caseEvents: CaseEvents;
  readonly cache: StateCache;
  readonly queue: CaseQueue;
  readonly erasures: Erasures;
  /** Left out where there is no register of people; then an id is believed. */
  readonly people?: NamedPeople | undefined;
}

/** What a command is made ready with, before it waits for its turn. */
export type ReadyPorts = Omit<CommandPorts, 'queue'>;

/** A command whose case, workflow and input are checked; it is ready to be decided. */
export interface ReadyCommand extends CommandContent {
  readonly commandId: string;
  /** Keyed hash of everything that was sent. It tells a repetition from another command under the same id. */
  readonly hash: string;
  /** Present when a second person confirms. */
  readonly confirmed: Confirmed | undefined;
  /** Present when it is proposed, or when a proposal of it is confirmed. */
  readonly proposal?: ReadyProposal | undefined;
}

/** What of a command is asked when it is decided; its id and its repetition are not. */
export type AskedCommand = Omit<ReadyCommand, 'commandId' | 'hash'>;

/** The proposal of a command. */
export interface ReadyProposal {
  readonly id: string;
  /** What must hold of the stream of proposals when the step is recorded, on a store that can check it. */
  readonly checks?: readonly StreamCheck[] | undefined;
}

/** A confirmation before the time of the command is known. */
export interface Confirmed {
  readonly by: Actor;
  /** `undefined` when it came with the command and so has the command's time, or confirms a proposal now. */
  readonly at: Instant | undefined;
  /** The hash of what was confirmed. */
  readonly contentHash: string;
  /** The hash of the command's own content. */
  readonly ownHash: string;
}

/** A command that may be recorded: what it was decided against, and what it yields. */
export interface Decided {
  readonly state: CaseState | undefined;
  readonly request: CommandRequest;
  readonly decision: Extract<Decision, { accepted: true }>;
  /** It leaves the case where it is and was entered by a command that is `freeOfOrder`. */
  readonly isFree: boolean;
}
