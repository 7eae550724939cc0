import {
  idPattern,
  identityForm,
  parseInstant,
  type Actor,
  type Instant,
  type Issue,
  type Refusal,
} from '@safeconduct/workflow';
import type { Revision } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';

/** A command as it was sent: over HTTP, by the command line or by an import. Nothing in it is trusted yet. */
export interface SentCommand {
  /**
   * The case it is for: by id, or by workflow and natural key. An opening command needs the workflow alone.
   */
  readonly target: { readonly caseId: string } | { readonly workflow: string; readonly naturalKey?: string };
  readonly command: string;
  readonly input: unknown;
  /** The sender, from the identity port. */
  readonly actor: Actor;
  readonly confirmation?: SentConfirmation | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly purpose?: string | undefined;
  /** When it happened, as the sender wrote it, with its zone. Left out: now. */
  readonly occurredAt?: string | undefined;
  /** A command sent twice under one id is recorded once. Left out: it is a new command. */
  readonly commandId?: string | undefined;
  /**
   * Set where a command without an id is the same command whenever its content is: in an import. The id follows from
   * the parsed content, so a time in another zone, a default that is said or spaces around a text change nothing.
   */
  readonly sameByContent?: boolean | undefined;
  /** The last revision that the sender knows; another one is a conflict. Left out: any revision. */
  readonly expectedRevision?: Revision | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
  /**
   * Id of whoever sent the import that this command is a row of, who need not be the actor. It is recorded and no part of
   * the content: the same row is the same command, whoever sends it.
   */
  readonly importedBy?: string | undefined;
  /**
   * What came with the command and could not be read where it came in, by name. A command that is `alwaysHeard` records it;
   * of any other it is refused there.
   */
  readonly unread?: Readonly<Record<string, unknown>> | undefined;
}

/** A second person's confirmation, as it comes in with a command. */
export interface SentConfirmation {
  /** The second person, from the identity port. */
  readonly by: Actor;
  /** When they confirmed, with its zone. Left out: at the time of the command. */
  readonly at?: string | undefined;
  /**
   * Hash of the confirmed content. Left out: the content of this command. The hash of other content does not
   * confirm this command.
   */
  readonly contentHash?: string | undefined;
}

/** The answer to a command. */
export type CommandOutcome = Accepted | Refused;

export interface Accepted {
  readonly accepted: true;
  /** The same command under the same id had been recorded before; nothing was recorded now. */
  readonly repeated: boolean;
  readonly workflow: string;
  readonly caseId: string;
  readonly reference: string;
  readonly revision: Revision;
  readonly position: Position;
  /** When it was recorded; `undefined` where the store tells it only with the event (`tellsRecordedAt`). */
  readonly recordedAt: Instant | undefined;
  readonly occurredAt: Instant;
  readonly state: string;
  readonly events: readonly { readonly type: string; readonly revision: Revision }[];
}

export interface Refused {
  readonly accepted: false;
  readonly refusal: Refusal;
  /** The case of the refused command, where there is one. */
  readonly caseId?: string | undefined;
  /** The last revision of the case that was decided on; `undefined` where there was no case. */
  readonly revision?: Revision | undefined;
}

/** The parts of a sent command that are checked before any workflow is asked. */
export interface CheckedCommand {
  readonly occurredAt: Instant | undefined;
  readonly confirmedAt: Instant | undefined;
  /** In its identity form. */
  readonly onBehalfOf: string | undefined;
}

const idRule = 'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens';
const hashPattern = /^[A-Za-z0-9_-]{1,128}$/;
const hashRule = 'must be a hash in base64url';
const zoneRule = 'must be an ISO 8601 time with its zone, such as 2024-12-07T06:13:39+03:00';

/** Checks everything around the input. The issues name the field and the rule, never the value. */
export function checkSent(sent: SentCommand): CheckedCommand | { readonly issues: readonly Issue[] } {
  const { actor, confirmation, purpose, commandId, correlationId, causationId, importedBy } = sent;
  const onBehalfOf = sent.onBehalfOf === undefined ? undefined : identityForm(sent.onBehalfOf);
  const checks = new Checks();
  checks.id('actor', actor.id);
  checks.id('confirmedBy', confirmation?.by.id);
  checks.hash('confirmedHash', confirmation?.contentHash);
  checks.id('onBehalfOf', onBehalfOf);
  checks.id('purpose', purpose);
  checks.id('commandId', commandId);
  checks.id('correlationId', correlationId);
  checks.id('causationId', causationId);
  checks.id('importedBy', importedBy);
  const occurredAt = checks.time('occurredAt', sent.occurredAt);
  const confirmedAt = checks.time('confirmedAt', confirmation?.at);
  return checks.issues.length > 0 ? checks : { occurredAt, confirmedAt, onBehalfOf };
}

/** Each check that fails is an issue under the name that the API gives the field. */
class Checks {
  readonly issues: Issue[] = [];

  id(path: string, value: string | undefined): void {
    if (value !== undefined && !idPattern.test(value)) this.#add(path, idRule);
  }

  hash(path: string, value: string | undefined): void {
    if (value !== undefined && !hashPattern.test(value)) this.#add(path, hashRule);
  }

  time(path: string, text: string | undefined): Instant | undefined {
    if (text === undefined) return undefined;
    const parsed = parseInstant(text);
    if (parsed === undefined) this.#add(path, zoneRule);
    return parsed;
  }

  #add(path: string, message: string): void {
    this.issues.push({ path, code: 'invalid_format', message, beside: true });
  }
}
