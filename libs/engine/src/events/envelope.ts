import type { ActorInRole, Confirmation, GuardRecord, Instant, RecordedSummary } from '@safeconduct/workflow';

/** Due date by the name of the deadline. */
export type DueDates = Readonly<Record<string, Instant>>;

/** What is recorded beside the data of every event, of a case, its refusals or its proposals. Never personal. */
export interface CommonEnvelope {
  /**
   * Which bytes of the event are stored and hashed, and how they are read. `json-1`: `data` is JSON text, and
   * its UTF-8 bytes are hashed as they stand (ADR 0014). `sealed-1`: `data` is JSON text as well, with the data of the
   * event, in which stand-ins stand for personal values, and these values sealed (ADR 0046).
   */
  readonly form: string;
  /** Name of the workflow the case belongs to; the same in all events of a case. */
  readonly workflow: string;
  /** The definition that decided: a hash over everything in it that decides (`fingerprintOf`). */
  readonly fingerprint: string;
  /** Name of the command that was sent. */
  readonly command: string;
  /** The id under which the command was sent; a command sent twice under one id is recorded once. */
  readonly commandId: string;
  /** Who sent the command, in the role that allowed it. */
  readonly actor: ActorInRole;
  /**
   * The second person, where one confirmed: who, in which role, when, and the keyed hash of what was
   * confirmed: workflow, case, command, input, sender, onBehalfOf, purpose and the time that was said. One
   * that came with the command has the time of the command.
   */
  readonly confirmation: Confirmation | undefined;
  /**
   * Whose will it was, when the actor acted for another person: `subject` for the person the case is about.
   */
  readonly onBehalfOf: string | undefined;
  /**
   * Who sent the import that the command was a row of; `undefined` for a command that was sent by itself. A row that
   * was recorded keeps the sender of then, whoever sends it again.
   */
  readonly importedBy: string | undefined;
  /** The proposal that was confirmed with the event, or that the event is about; `undefined` where there is none. */
  readonly proposal: string | undefined;
}

/** What is recorded beside the data of an event of a proposal. */
export interface ProposalEnvelope extends CommonEnvelope {
  readonly proposal: string;
  readonly workflowVersion: number;
  /** As of an event of a case; of the command that was proposed. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly purpose: string | undefined;
}

/** What is recorded beside the data of an event of a case. */
export interface Envelope extends CommonEnvelope {
  /** Version of the workflow's definition. */
  readonly workflowVersion: number;
  /** Keyed hash of the command's content, to tell a repetition from another command under the same id. */
  readonly commandHash: string;
  /** The same for everything that one request caused; the command id when the sender named none. */
  readonly correlationId: string;
  /** What caused the command, as its sender says: the id of an event or a command. */
  readonly causationId: string | undefined;
  /** When it happened as it was said, where the event had to stand at a later time (`occurredAt`). */
  readonly saidAt: Instant | undefined;
  /** The event may stand before earlier ones of its case and does not move the clock of the case. */
  readonly freeOfOrder: boolean;
  /**
   * The event erases the person of the case: whatever was sealed for them is to be forgotten. Never on an event that has
   * sealed values itself.
   */
  readonly erases?: boolean | undefined;
  /** The purpose of the actor, as a code. */
  readonly purpose: string | undefined;
  /**
   * The innermost state the event led to, as a dotted path, so that views never fold. `replay` folds and
   * compares.
   */
  readonly state: string;
  /** Facility, outcome, officer and tags after the event, so that views never fold. */
  readonly summary: RecordedSummary;
  /** The deadlines that run after the event; `undefined` when they are those that ran before. */
  readonly due: DueDates | undefined;
  /** The guards that were asked and the values they read; with the first event of a command only. */
  readonly guards: readonly GuardRecord[];
}
