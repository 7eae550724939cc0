import type { Instant } from '@safeconduct/workflow';
import type { RecordedEvent } from '../ports/event-store.js';
import type { ProposalEnvelope } from './envelope.js';
import type { SubjectKey } from '../ports/subject-keys.js';
import type { OpenedData } from '../sealing/sealed-data.js';
import { RecordedEnvelope } from './metadata.js';
import { openedDataOf } from './recorded-data.js';

// Storage format: these names and shapes are in the log for ever.

/** A step was sent by its first person and waits for the second one. */
export interface StepProposed {
  /**
   * As the form of the command parsed it. Personal as the fields of that form are; everything else in the data of
   * proposals but `reason` is not. It is sealed as a whole, as narrative.
   */
  readonly input: unknown;
  /** Keyed hash of exactly what is to be confirmed; see `CommonEnvelope.confirmation`. */
  readonly contentHash: string;
  /** The time that the first person said; null when the step is to happen when it is confirmed. */
  readonly occurredAt: Instant | null;
  /** From then on it cannot be confirmed. */
  readonly expiresAt: Instant;
  /** The case as it was proposed: its innermost state, null where it was not open, and its last revision, -1 likewise. */
  readonly state: string | null;
  readonly revision: string;
}

/** The step was confirmed and taken. The truth of it is the event in the case that names the proposal. */
export interface ProposalConfirmed {
  /** The last revision of the step in its case. */
  readonly revision: string;
}

/** The second person said no, or the first one took it back. */
export interface ProposalRefused {
  /** In the words of whoever said so, which may be personal. */
  readonly reason?: string | undefined;
}

/** Nobody confirmed it in time. */
export type ProposalExpired = Readonly<Record<string, never>>;

export interface ProposalData {
  readonly StepProposed: StepProposed;
  readonly ProposalConfirmed: ProposalConfirmed;
  readonly ProposalRejected: ProposalRefused;
  readonly ProposalWithdrawn: ProposalRefused;
  readonly ProposalExpired: ProposalExpired;
}

export type ProposalEventType = keyof ProposalData;

/** Where a proposal stands. */
export const proposalStatuses = ['open', 'confirmed', 'rejected', 'withdrawn', 'expired'] as const;
export type ProposalStatus = (typeof proposalStatuses)[number];

/** The status to which each event leads. */
export const statusAfter: Readonly<Record<ProposalEventType, ProposalStatus>> = {
  StepProposed: 'open',
  ProposalConfirmed: 'confirmed',
  ProposalRejected: 'rejected',
  ProposalWithdrawn: 'withdrawn',
  ProposalExpired: 'expired',
};

/** An event of a proposal, with its data when it is of the type that is asked for. */
export class ProposalEvent {
  readonly kind = 'proposal';
  readonly envelope: ProposalEnvelope;
  #opened: OpenedData | undefined;

  constructor(
    readonly recorded: RecordedEvent,
    readonly caseId: string,
    private readonly key: SubjectKey | undefined,
  ) {
    // Every event of these streams is written with the metadata of a proposal.
    this.envelope = new RecordedEnvelope(recorded.metadata) as ProposalEnvelope;
  }

  /** What it did to the proposal; `undefined` for a type that this release does not know. */
  get status(): ProposalStatus | undefined {
    return statusAfter[this.recorded.type as ProposalEventType];
  }

  /** @throws SealBrokenError  what was proposed or said cannot be opened */
  dataOf<Type extends ProposalEventType>(type: Type): ProposalData[Type] | undefined {
    if (this.recorded.type !== type) return undefined;
    return this.#open().data as ProposalData[Type];
  }

  /**
   * When the keys of what was proposed or said were destroyed; `undefined` where it can be read, or there is nothing.
   * @throws SealBrokenError  it cannot be opened
   */
  get erasedAt(): Instant | undefined {
    return this.#open().erasedAt;
  }

  #open(): OpenedData {
    return (this.#opened ??= openedDataOf(this.recorded, this.caseId, this.key));
  }
}
