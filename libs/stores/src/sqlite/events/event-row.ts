import type { RecordedEvent } from '@safeconduct/engine';
import { instantOf, positionOf, StoreCorruptError } from '@safeconduct/engine/basics';
import { crc32 } from 'node:zlib';

/** What is recorded of an event. The id is 32 hexadecimal digits, the times are milliseconds since 1970. */
export type EventContent = readonly [
  position: number,
  stream: string,
  revision: number,
  eventId: string,
  type: string,
  schemaVersion: number,
  recordedAtMs: number,
  occurredAtMs: number,
  metadata: string,
  data: string,
];

/** A row of the log: what was recorded, and the checksum that was computed when it was. */
export type EventRow = readonly [...content: EventContent, checksum: number];

// As rows of bare values and with the id as text: objects and blobs cost twice the time of all the rest.
export const eventColumns = `event.position, event.stream, event.revision, lower(hex(event.event_id)),
  event.type, event.schema_version, event.recorded_at, event.occurred_at, event.metadata, event.data,
  event.checksum`;

const kinds = 'number string number string string number number number string string number'.split(' ');
const numbers = new Float64Array(5);
const bytesOfNumbers = new Uint8Array(numbers.buffer);

/**
 * The checksum of an event: CRC-32 of position, revision, schema version and both times as five numbers of 64
 * bits (IEEE 754, little-endian), then of the UTF-8 bytes of id, stream, a line feed, type, metadata and
 * data. It finds each change of up to 32 neighbouring bits, and of other changes all but one in four thousand
 * million. It is no protection against a person: see the proofs for that.
 */
export function checksumOf(content: EventContent | EventRow): number {
  const [position, stream, revision, eventId, type, schemaVersion, recordedAtMs, occurredAtMs] = content;
  numbers[0] = position;
  numbers[1] = revision;
  numbers[2] = schemaVersion;
  numbers[3] = recordedAtMs;
  numbers[4] = occurredAtMs;
  const head = crc32(`${eventId}${stream}\n${type}`, crc32(bytesOfNumbers));
  return crc32(content[9], crc32(content[8], head));
}

/** The checksum of a text that is kept beside the log under a name. */
export const checksumOfMeta = (name: string, value: string): number => crc32(value, crc32(`${name}\n`));

/** Whether a row is what was recorded. A damaged value may also have become one of another kind. */
function isIntact(row: EventRow): boolean {
  for (let place = 0; place < kinds.length; place += 1) if (typeof row[place] !== kinds[place]) return false;
  return row[10] === checksumOf(row);
}

/**
 * The only way from a row to an event.
 * @param file  the log, for the error
 * @throws StoreCorruptError  the row is not what was recorded
 */
export function recordedEvent(row: EventRow, file: string): RecordedEvent {
  refuseDamaged(row, file);
  const id = row[3];
  return {
    stream: row[1],
    revision: BigInt(row[2]),
    position: positionOf(row[0]),
    eventId: `${id.slice(0, 8)}-${id.slice(8, 12)}-${id.slice(12, 16)}-${id.slice(16, 20)}-${id.slice(20)}`,
    type: row[4],
    schemaVersion: row[5],
    recordedAt: instantOf(row[6]),
    occurredAt: instantOf(row[7]),
    metadata: JSON.parse(row[8]) as Record<string, string>,
    data: row[9],
  };
}

/** @throws StoreCorruptError */
export function refuseDamaged(row: EventRow, file: string): void {
  if (!isIntact(row))
    throw new StoreCorruptError(file, `the event at position ${row[0]} is not what was recorded`);
}

/**
 * Checks rows that follow a position in the log: none is missing, each is what was recorded.
 * @throws StoreCorruptError
 */
export function refuseDamagedRange(rows: readonly EventRow[], after: number, file: string): void {
  for (const [index, row] of rows.entries()) {
    const expected = after + 1 + index;
    if (row[0] !== expected) throw new StoreCorruptError(file, `position ${expected} is missing`);
    refuseDamaged(row, file);
  }
}
