import { hash } from 'node:crypto';
import type { Actor, GuardRecord, Instant, Summary } from '@safeconduct/workflow';

/** Everything that is recorded about an event beside its data. Flat and textual in the store, and never personal. */
export interface Envelope {
  readonly workflow: string;
  readonly workflowVersion: number;
  /** Which definition decided: a hash over everything in it that decides. */
  readonly fingerprint: string;
  readonly command: string;
  readonly commandId: string;
  /** Keyed hash of what the command said, to tell a repetition from another command under the same id. */
  readonly commandHash: string;
  readonly correlationId: string;
  readonly causationId: string | undefined;
  readonly actor: Actor;
  readonly confirmedBy: Actor | undefined;
  readonly onBehalfOf: string | undefined;
  readonly purpose: string | undefined;
  /** The leaf state the event led to, so that views never fold. `replay` folds and compares. */
  readonly state: string;
  readonly summary: Summary;
  /** The deadlines that run after the event, when that differs from before. */
  readonly due: DueDates | undefined;
  readonly guards: readonly GuardRecord[];
}

/** Due date by the name of the deadline. */
export type DueDates = Readonly<Record<string, Instant>>;

type Metadata = Readonly<Record<string, string>>;

/** The envelope as flat metadata; what is absent takes no room. */
export function toMetadata(envelope: Envelope): Metadata {
  const { actor, confirmedBy, summary, due, guards } = envelope;
  const metadata: Record<string, string> = {
    workflow: envelope.workflow,
    workflowVersion: String(envelope.workflowVersion),
    fingerprint: envelope.fingerprint,
    command: envelope.command,
    commandId: envelope.commandId,
    commandHash: envelope.commandHash,
    correlationId: envelope.correlationId,
    actor: actor.id,
    actorRole: actor.role,
    state: envelope.state,
  };
  if (envelope.causationId !== undefined) metadata['causationId'] = envelope.causationId;
  if (confirmedBy !== undefined) {
    metadata['confirmedBy'] = confirmedBy.id;
    metadata['confirmedByRole'] = confirmedBy.role;
  }
  if (envelope.onBehalfOf !== undefined) metadata['onBehalfOf'] = envelope.onBehalfOf;
  if (envelope.purpose !== undefined) metadata['purpose'] = envelope.purpose;
  if (summary.place !== undefined) metadata['place'] = summary.place;
  if (summary.outcome !== undefined) metadata['outcome'] = summary.outcome;
  if (summary.assignee !== undefined) metadata['assignee'] = summary.assignee;
  if (due !== undefined) metadata['due'] = JSON.stringify(due);
  if (guards.length > 0) metadata['guards'] = JSON.stringify(guards);
  return metadata;
}

/** Reads back what `toMetadata` wrote. */
export function fromMetadata(metadata: Metadata): Envelope {
  const text = (key: string) => metadata[key] ?? '';
  return {
    workflow: text('workflow'),
    workflowVersion: Number(metadata['workflowVersion']),
    fingerprint: text('fingerprint'),
    command: text('command'),
    commandId: text('commandId'),
    commandHash: text('commandHash'),
    correlationId: text('correlationId'),
    causationId: metadata['causationId'],
    actor: { id: text('actor'), role: text('actorRole') },
    confirmedBy: actorIn(metadata, 'confirmedBy', 'confirmedByRole'),
    onBehalfOf: metadata['onBehalfOf'],
    purpose: metadata['purpose'],
    state: text('state'),
    summary: { place: metadata['place'], outcome: metadata['outcome'], assignee: metadata['assignee'] },
    due: metadata['due'] === undefined ? undefined : (JSON.parse(metadata['due']) as DueDates),
    guards:
      metadata['guards'] === undefined ? [] : (JSON.parse(metadata['guards']) as readonly GuardRecord[]),
  };
}

function actorIn(metadata: Metadata, id: string, role: string): Actor | undefined {
  return metadata[id] === undefined ? undefined : { id: metadata[id], role: metadata[role] ?? '' };
}

/** A UUID made from texts (RFC 9562, version 8): the same texts always give the same one. */
export function derivedId(...parts: readonly string[]): string {
  return uuidOf(hash('sha256', JSON.stringify(parts), 'hex'));
}

/** The first 32 hexadecimal digits as a UUID of version 8, whose other bits are free. */
export function uuidOf(digits: string): string {
  const variant = ((Number.parseInt(digits.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-8${digits.slice(13, 16)}-${variant}${digits.slice(17, 20)}-${digits.slice(20, 32)}`;
}
