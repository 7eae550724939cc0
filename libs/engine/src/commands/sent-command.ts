import { parseInstant, type Actor, type Instant, type Issue, type Refusal } from '@safeconduct/workflow';
import type { Revision } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';

/** A command as it comes in, from whichever side. Nothing in it is trusted yet. */
export interface SentCommand {
  /** The case it is for: by id, or by workflow and natural key. An opening command needs the workflow alone. */
  readonly target: { readonly caseId: string } | { readonly workflow: string; readonly naturalKey?: string };
  readonly command: string;
  readonly input: unknown;
  /** Who sends it, as the identity port knows them. */
  readonly actor: Actor;
  readonly confirmation?: SentConfirmation | undefined;
  readonly onBehalfOf?: string | undefined;
  readonly purpose?: string | undefined;
  /** When it happened, as said, with its zone. Left out: now. */
  readonly occurredAt?: string | undefined;
  /** Sent twice under one id it is recorded once. Left out: it is a new command. */
  readonly commandId?: string | undefined;
  /** What the sender believes is the last revision; another one is a conflict. Left out: whatever it is. */
  readonly expectedRevision?: Revision | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
}

/** A second person's confirmation, as it comes in with a command. */
export interface SentConfirmation {
  /** Who confirms, as the identity port knows them. */
  readonly by: Actor;
  /** When, with its zone. Left out: with the command, at its time. */
  readonly at?: string | undefined;
  /** Hash of what was confirmed. Left out: what this command says. Of anything else it is no confirmation of this. */
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
  /** The case it was refused for, where there is one. */
  readonly caseId?: string | undefined;
}

/** The parts of a sent command that are checked before any workflow is asked. */
export interface CheckedCommand {
  readonly occurredAt: Instant | undefined;
  readonly confirmedAt: Instant | undefined;
}

// What stands in metadata for ever and in logs is kept to letters that cannot hide anything.
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const idRule = 'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens';
const zoneRule = 'must be an ISO 8601 time with its zone, such as 2024-12-07T06:13:39+03:00';

/** Checks everything around the input. The issues name the field and the rule, never the value. */
export function checkSent(sent: SentCommand): CheckedCommand | { readonly issues: readonly Issue[] } {
  const { actor, confirmation, onBehalfOf, purpose, commandId, correlationId } = sent;
  const checks = new Checks();
  checks.id('actor', actor.id);
  checks.id('confirmedBy', confirmation?.by.id);
  checks.id('onBehalfOf', onBehalfOf);
  checks.id('purpose', purpose);
  checks.id('commandId', commandId);
  checks.id('correlationId', correlationId);
  const occurredAt = checks.time('occurredAt', sent.occurredAt);
  const confirmedAt = checks.time('confirmedAt', confirmation?.at);
  return checks.issues.length > 0 ? checks : { occurredAt, confirmedAt };
}

/** Each check that fails is an issue under the name by which people know the field. */
class Checks {
  readonly issues: Issue[] = [];

  id(path: string, value: string | undefined): void {
    if (value !== undefined && !idPattern.test(value)) this.#add(path, idRule);
  }

  time(path: string, text: string | undefined): Instant | undefined {
    if (text === undefined) return undefined;
    const parsed = parseInstant(text);
    if (parsed === undefined) this.#add(path, zoneRule);
    return parsed;
  }

  #add(path: string, message: string): void {
    this.issues.push({ path, code: 'invalid_format', message });
  }
}
