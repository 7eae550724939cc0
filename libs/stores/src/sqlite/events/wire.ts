import type { NewEvent, StreamCheck, StreamWrite } from '@safeconduct/engine';
import assert from 'node:assert/strict';

/**
 * How appends go to the writing thread and verdicts come back: as one flat array of plain values a commit,
 * because cloning objects with their keys costs three times as much.
 */
export type Plain = string | number | null;

export interface IncomingEvent {
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  readonly occurredAtMs: number | null;
  /** Only for an event that is poured from another store. */
  readonly recordedAtMs: number | null;
  readonly metadata: string;
  readonly data: string;
}

export interface IncomingWrite {
  readonly stream: string;
  readonly expected: number;
  readonly events: readonly IncomingEvent[];
}

/** A check of a stream that is not written. */
export interface IncomingCheck {
  readonly stream: string;
  readonly expected: number;
}

export interface IncomingAppend {
  readonly writes: readonly IncomingWrite[];
  readonly checks: readonly IncomingCheck[];
}

/** An expectation is a revision, or one of these. */
export const expects = { noStream: -1, streamExists: -2, any: -3 } as const;

export type Verdict =
  | { readonly position: number; readonly recordedAtMs: number; readonly revisions: readonly number[] }
  | { readonly conflict: Conflict };

/**
 * The index of the first write or check that does not hold (checks come after the writes), and the revision
 * that was found.
 */
export interface Conflict {
  readonly which: number;
  readonly actual: number;
}

const writeHeader = 3;
const eventLength = 7;
const checkLength = 2;
const loneSurrogate = /\p{Surrogate}/u;
const charactersMax = 16 * 1024 * 1024;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Adds an append to a message. An append that breaks the port's rules is refused here, before it shares a
 * commit with others.
 * @returns how many events it has
 */
export function encodeAppend(
  message: Plain[],
  writes: readonly StreamWrite[],
  checks: readonly StreamCheck[],
): number {
  assertAppend(writes, checks);
  const { length } = message;
  try {
    const count = encodeWrites(message, writes);
    message.push(checks.length);
    for (const { stream, expected } of checks) message.push(stream, plainExpectation(expected));
    return count;
  } catch (error) {
    message.length = length;
    throw error;
  }
}

function encodeWrites(message: Plain[], writes: readonly StreamWrite[]): number {
  let count = 0;
  message.push(writes.length);
  for (const { stream, expected, events } of writes) {
    message.push(stream, plainExpectation(expected), events.length);
    for (const event of events) encodeEvent(message, event);
    count += events.length;
  }
  return count;
}

function encodeEvent(message: Plain[], event: NewEvent): void {
  refuseMisuse(event);
  const { eventId, type, schemaVersion, occurredAt, recordedAt, metadata, data } = event;
  const occurredAtMs = occurredAt === undefined ? null : Date.parse(occurredAt);
  const recordedAtMs = recordedAt === undefined ? null : Date.parse(recordedAt);
  if (Number.isNaN(occurredAtMs)) misused(`event ${eventId} occurred at an instant`);
  if (Number.isNaN(recordedAtMs)) misused(`event ${eventId} was recorded at an instant`);
  message.push(eventId, type, schemaVersion, occurredAtMs, recordedAtMs, JSON.stringify(metadata), data);
}

/** Reads the appends of a message back. */
export function decodeAppends(message: readonly Plain[]): readonly IncomingAppend[] {
  const appends: IncomingAppend[] = [];
  let at = 0;
  while (at < message.length) {
    const writes: IncomingWrite[] = [];
    for (let left = message[at++] as number; left > 0; left -= 1) {
      const events: IncomingEvent[] = [];
      writes.push({ stream: message[at] as string, expected: message[at + 1] as number, events });
      const end = at + writeHeader + (message[at + 2] as number) * eventLength;
      for (at += writeHeader; at < end; at += eventLength) events.push(decodeEvent(message, at));
    }
    const checks: IncomingCheck[] = [];
    for (let left = message[at++] as number; left > 0; left -= 1, at += checkLength)
      checks.push({ stream: message[at] as string, expected: message[at + 1] as number });
    appends.push({ writes, checks });
  }
  return appends;
}

const decodeEvent = (message: readonly Plain[], at: number): IncomingEvent => ({
  eventId: message[at] as string,
  type: message[at + 1] as string,
  schemaVersion: message[at + 2] as number,
  occurredAtMs: message[at + 3] as number | null,
  recordedAtMs: message[at + 4] as number | null,
  metadata: message[at + 5] as string,
  data: message[at + 6] as string,
});

/**
 * An answered append is its position, time and revisions; a refused one a negative number and what was found.
 */
export function encodeVerdict(message: number[], verdict: Verdict): void {
  if ('conflict' in verdict) message.push(-1 - verdict.conflict.which, verdict.conflict.actual);
  else message.push(verdict.position, verdict.recordedAtMs, ...verdict.revisions);
}

/** Reads the verdict at an index of the message, for an append of so many streams. */
export function decodeVerdict(message: readonly number[], at: number, streams: number): Verdict {
  const [first, second] = [message[at] as number, message[at + 1] as number];
  if (first < 0) return { conflict: { which: -1 - first, actual: second } };
  return { position: first, recordedAtMs: second, revisions: message.slice(at + 2, at + 2 + streams) };
}

export const verdictLength = (verdict: Verdict): number =>
  'conflict' in verdict ? 2 : 2 + verdict.revisions.length;

const plainExpectation = (expected: StreamWrite['expected']): number =>
  typeof expected === 'bigint' ? Number(expected) : expects[expected];

function assertAppend(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): void {
  if (writes.length === 0) misused('an append writes to at least one stream');
  if (writes.length + checks.length > 1) assertNamedOnce([...writes, ...checks]);
  for (const write of writes) {
    refuseExpectation(write);
    if (write.events.length === 0) misused(`at least one event for stream ${write.stream}`);
  }
  for (const check of checks) refuseExpectation(check);
}

function assertNamedOnce(named: readonly { readonly stream: string }[]): void {
  if (new Set(named.map(({ stream }) => stream)).size < named.length)
    misused('an append names a stream once');
}

function refuseExpectation({ stream, expected }: Pick<StreamWrite, 'stream' | 'expected'>): void {
  if (loneSurrogate.test(stream)) misused('the name of a stream is well-formed text');
  if (typeof expected === 'bigint' && expected < 0n) misused(`expected revision ${expected} is not negative`);
}

function refuseMisuse({ eventId, schemaVersion, data }: NewEvent): void {
  if (!uuid.test(eventId)) misused(`event id ${eventId} is a UUID in lower case`);
  if (data.length > charactersMax)
    misused(`data of event ${eventId} has at most ${charactersMax} characters`);
  if (!Number.isSafeInteger(schemaVersion)) misused(`schema version of event ${eventId} is a whole number`);
}

/**
 * Fails with a message. `assert.ok` is not used, because its message would be built for every valid event
 * too.
 */
const misused = (message: string): never => assert.fail(message);
