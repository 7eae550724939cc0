import type { ExpectedRevision, NewEvent, Revision, StreamCheck, StreamWrite } from '@safeconduct/engine';
import assert from 'node:assert/strict';

/** What the server is told to expect: never "any", because it recognises repetitions only roughly then. */
export type ExactRevision = Revision | 'noStream';

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Refuses what only a mistake of the program can ask for. */
export function assertAppend(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): void {
  assert.ok(writes.length > 0, 'an append writes to at least one stream');
  const named = [...writes, ...checks];
  if (named.length > 1) {
    const streams = new Set(named.map(({ stream }) => stream));
    assert.equal(streams.size, named.length, 'an append names a stream once');
  }
  for (const { expected } of named)
    if (typeof expected === 'bigint' && expected < 0n)
      assert.fail(`expected revision ${expected} is not negative`);
  for (const { stream, events } of writes) {
    if (events.length === 0) assert.fail(`at least one event for stream ${stream}`);
    for (const { eventId, recordedAt, occurredAt } of events) {
      if (!uuid.test(eventId)) assert.fail(`event id ${eventId} is a UUID in lower case`);
      if (occurredAt !== undefined && Number.isNaN(Date.parse(occurredAt)))
        assert.fail(`event ${eventId} occurred at an instant`);
      if (recordedAt !== undefined && Number.isNaN(Date.parse(recordedAt)))
        assert.fail(`event ${eventId} was recorded at an instant`);
    }
  }
}

export const isExact = (expected: ExpectedRevision): expected is ExactRevision =>
  typeof expected === 'bigint' || expected === 'noStream';

/** The revision of the first event that is appended at an expectation. */
export const firstRevision = (expected: ExactRevision): Revision =>
  expected === 'noStream' ? 0n : expected + 1n;

/** The last revision of the stream that is expected, -1 for none. */
export const lastRevision = (expected: ExactRevision): Revision => firstRevision(expected) - 1n;

/** @param actual  the last revision of the stream, -1 when there is none */
export function holds(expected: ExpectedRevision, actual: Revision): boolean {
  switch (expected) {
    case 'any':
      return true;
    case 'noStream':
      return actual === -1n;
    case 'streamExists':
      return actual >= 0n;
    default:
      return actual === expected;
  }
}

/** The expectation at which an append follows the last event of a stream. */
export const exactly = (actual: Revision): ExactRevision => (actual < 0n ? 'noStream' : actual);

/** As the client writes it. */
export function toState(expected: Exclude<ExpectedRevision, 'any'>): 'no_stream' | 'stream_exists' | bigint {
  if (expected === 'noStream') return 'no_stream';
  return expected === 'streamExists' ? 'stream_exists' : expected;
}

/** Whether these events were recorded: the same ids in the same order, and no others. */
export const sameIds = (events: readonly NewEvent[], ids: readonly string[]): boolean =>
  ids.length === events.length && events.every(({ eventId }, index) => ids[index] === eventId);

export const idsOf = (events: readonly Pick<NewEvent, 'eventId'>[]): readonly string[] =>
  events.map(({ eventId }) => eventId);

/** Bytes of data, for a message about size. */
export const bytesOf = (writes: readonly Pick<StreamWrite, 'events'>[]): number =>
  writes.flatMap(({ events }) => events).reduce((sum, { data }) => sum + Buffer.byteLength(data), 0);
