import { hash } from 'node:crypto';
import type { RecordedEvent } from '../ports/event-store.js';

/** The digest of a log without events. */
const start = '0'.repeat(64);

/**
 * The digest of a log: a chain of SHA-256 over its events in the order of the log. It is 64 zeros for no
 * event. Each event makes it the SHA-256, in lower-case hexadecimal digits, of the UTF-8 bytes of two texts,
 * one directly behind the other: the digest before, and the `eventText`. Equal digests mean the same events in
 * the same order.
 */
export class LogDigest {
  #value = start;
  #events = 0;

  get value(): string {
    return this.#value;
  }

  /** How many events it is over. */
  get events(): number {
    return this.#events;
  }

  add(eventText: string): void {
    this.#value = hash('sha256', this.#value + eventText, 'hex');
    this.#events += 1;
  }
}

/**
 * An event as one text, the same on every store: a JSON array in canonical form (RFC 8785) of stream, revision
 * as text, event id, type, schema version as number, recorded time, occurred time, metadata as an object, and
 * data as text. Times are in UTC with three decimals: `2025-01-31T00:00:00.000Z`. Positions are not in it,
 * because each store assigns its own.
 */
export function eventText(event: RecordedEvent): string {
  const { stream, revision, eventId, type, schemaVersion, recordedAt, occurredAt, metadata, data } = event;
  const before = [stream, String(revision), eventId, type, schemaVersion, recordedAt, occurredAt];
  return `${JSON.stringify(before).slice(0, -1)},${metadataText(metadata)},${JSON.stringify(data)}]`;
}

/** Metadata as an object in canonical form: the names in the order of their UTF-16 units. */
export function metadataText(metadata: RecordedEvent['metadata']): string {
  // Written member by member, because an object of JavaScript has names that are whole numbers first.
  const members = Object.entries(metadata)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`);
  return `{${members.join(',')}}`;
}
