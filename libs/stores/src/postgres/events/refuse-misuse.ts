import type { NewEvent, StreamCheck, StreamWrite } from '@safeconduct/engine';
import assert from 'node:assert/strict';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const charactersMax = 16 * 1024 * 1024;
/** An entry of an index has at most a third of a page. */
const nameBytesMax = 2048;
/** What a text of the database cannot hold. */
const noText = /\p{Surrogate}|\0/u;

/**
 * Refuses an append that breaks the rules of the port, before it shares a statement with others.
 * @throws AssertionError
 */
export function refuseMisuse(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): void {
  if (writes.length === 0) misused('an append writes to at least one stream');
  if (writes.length + checks.length > 1) refuseNamedTwice([...writes, ...checks]);
  for (const write of writes) {
    refuseExpectation(write);
    if (write.events.length === 0) misused(`at least one event for stream ${write.stream}`);
    for (const event of write.events) refuseEvent(event);
  }
  for (const check of checks) refuseExpectation(check);
}

function refuseNamedTwice(named: readonly { readonly stream: string }[]): void {
  if (new Set(named.map(({ stream }) => stream)).size < named.length)
    misused('an append names a stream once');
}

function refuseExpectation({ stream, expected }: Pick<StreamWrite, 'stream' | 'expected'>): void {
  if (noText.test(stream)) misused('the name of a stream is well-formed text without the character 0');
  if (stream.length * 3 > nameBytesMax && Buffer.byteLength(stream) > nameBytesMax)
    misused(`the name of a stream has at most ${nameBytesMax} bytes`);
  if (typeof expected === 'bigint' && expected < 0n) misused(`expected revision ${expected} is not negative`);
}

function refuseEvent({ eventId, type, schemaVersion, occurredAt, data }: NewEvent): void {
  if (!uuid.test(eventId)) misused(`event id ${eventId} is a UUID in lower case`);
  if (type.includes('\0') || data.includes('\0')) misused(`event ${eventId} has no character 0`);
  if (data.length > charactersMax)
    misused(`data of event ${eventId} has at most ${charactersMax} characters`);
  if (!Number.isSafeInteger(schemaVersion)) misused(`schema version of event ${eventId} is a whole number`);
  if (occurredAt !== undefined && Number.isNaN(Date.parse(occurredAt)))
    misused(`event ${eventId} occurred at an instant`);
}

/**
 * Fails with a message. `assert.ok` is not used, because its message would be built for every valid event
 * too.
 */
const misused = (message: string): never => assert.fail(message);
