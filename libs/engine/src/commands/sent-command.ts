import { parseInstant, type Instant, type Issue, type Refusal } from '@safeconduct/workflow';
import type { Revision } from '../ports/event-store.js';
import type { Position } from '../ports/position.js';

/** A command as it comes in, from whichever side. Nothing in it is trusted yet. */
export interface SentCommand {
  /** The case it is for: by id, or by workflow and natural key. An opening command needs the workflow alone. */
  readonly target: { readonly caseId: string } | { readonly workflow: string; readonly naturalKey?: string };
  readonly command: string;
  readonly input: unknown;
  readonly actor: string;
  readonly confirmedBy?: string | undefined;
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
}

// What stands in metadata for ever and in logs is kept to letters that cannot hide anything.
const idPattern = /^[A-Za-z0-9][A-Za-z0-9._:-]{0,127}$/;
const idRule = 'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens';
const zoneRule = 'must be an ISO 8601 time with its zone, such as 2024-12-07T06:13:39+03:00';

/** Checks everything around the input. The issues name the field and the rule, never the value. */
export function checkSent(sent: SentCommand): CheckedCommand | { readonly issues: readonly Issue[] } {
  const issues: Issue[] = [];
  for (const field of [
    'actor',
    'confirmedBy',
    'onBehalfOf',
    'purpose',
    'commandId',
    'correlationId',
  ] as const) {
    const value = sent[field];
    if (value !== undefined && !idPattern.test(value)) {
      issues.push({ path: field, code: 'invalid_format', message: idRule });
    }
  }
  const occurredAt = sent.occurredAt === undefined ? undefined : parseInstant(sent.occurredAt);
  if (sent.occurredAt !== undefined && occurredAt === undefined) {
    issues.push({ path: 'occurredAt', code: 'invalid_format', message: zoneRule });
  }
  return issues.length > 0 ? { issues } : { occurredAt };
}
