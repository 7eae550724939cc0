import {
  logStart,
  positionOf,
  RevisionConflictError,
  type Appended,
  type Clock,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import assert from 'node:assert/strict';

type Writes = readonly StreamWrite[];

/** The position of the next event: one more than the last one, or anywhere behind it. */
export type NextPosition = (last: Position, event: NewEvent) => Position;

export const densePositions: NextPosition = (last) => positionOf(last + 1n);

/** As in a log whose positions are offsets in a file. */
export const sparsePositions: NextPosition = (last, { data }) => positionOf(last + 97n + BigInt(data.length));

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The port in its simplest form: an array of events, and the same events by stream. */
export class MemoryLog {
  private readonly events: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();

  /** @param start  position of the last event of whatever this log continues */
  constructor(
    private readonly clock: Clock,
    private readonly nextPosition = densePositions,
    readonly start: Position = logStart,
  ) {}

  get head(): Position {
    return this.events.at(-1)?.position ?? this.start;
  }

  has = (stream: string): boolean => this.streams.has(stream);

  stream = (stream: string): readonly RecordedEvent[] => this.streams.get(stream) ?? [];

  after = (position: Position, limit: number): readonly RecordedEvent[] => {
    const index = this.countUpTo(position);
    return this.events.slice(index, index + limit);
  };

  at = (position: Position): RecordedEvent | undefined => {
    const found = this.events[this.countUpTo(position) - 1];
    return found?.position === position ? found : undefined;
  };

  countAfter = (position: Position): number => this.events.length - this.countUpTo(position);

  /** Takes over the events a stream has in the log that this one continues. */
  seed(stream: string, events: readonly RecordedEvent[]): void {
    if (events.length > 0) this.streams.set(stream, [...events]);
  }

  append(writes: Writes, checks: readonly StreamCheck[]): Appended {
    assertAppend(writes, checks);
    const repetition = this.repetitionOf(writes);
    if (repetition !== undefined) return repetition;
    for (const { stream, expected } of [...writes, ...checks]) {
      const actual = BigInt(this.stream(stream).length) - 1n;
      if (!isAsExpected(expected, actual)) throw new RevisionConflictError(stream, expected, actual);
    }
    return this.record(writes);
  }

  private record(writes: Writes): Appended {
    const now = this.clock.now();
    for (const { stream, events } of writes) for (const event of events) this.push(stream, event, now);
    return this.answerOf(writes.map(({ stream }) => this.stream(stream).at(-1) as RecordedEvent));
  }

  private push(stream: string, event: NewEvent, now: string): void {
    const known = this.streams.get(stream) ?? [];
    this.streams.set(stream, known);
    const { eventId, type, schemaVersion, data } = event;
    const before = known.at(-1)?.recordedAt ?? '';
    const recordedAt = event.recordedAt ?? (now > before ? now : before);
    const recorded = Object.freeze({
      stream,
      revision: BigInt(known.length),
      position: this.nextPosition(this.head, event),
      eventId,
      type,
      schemaVersion,
      recordedAt,
      occurredAt: event.occurredAt ?? recordedAt,
      metadata: Object.freeze({ ...event.metadata }),
      data,
    });
    known.push(recorded);
    this.events.push(recorded);
  }

  /** The first answer, if exactly these events were appended before, at these expectations. */
  private repetitionOf(writes: Writes): Appended | undefined {
    const exact = writes.some(({ expected }) => firstRevision(expected) !== undefined);
    const lasts: RecordedEvent[] = [];
    for (const [index, { stream, expected, events }] of writes.entries()) {
      const recorded = this.stream(stream);
      const at = firstRevision(expected) ?? this.revisionOf(stream, events[0] as NewEvent);
      const found = recorded.slice(Number(at), Number(at) + events.length);
      const isSame = events.every(({ eventId }, offset) => eventId === found[offset]?.eventId);
      const last = found.at(-1);
      if (!isSame || last === undefined) return undefined;
      // Where no write has an expected revision, a repetition is recognised while the first of them ends its stream.
      if (!exact && index === 0 && last !== recorded.at(-1)) return undefined;
      lasts.push(last);
    }
    return this.answerOf(lasts);
  }

  private revisionOf(stream: string, { eventId }: NewEvent): Revision {
    return BigInt(this.stream(stream).findLastIndex((event) => event.eventId === eventId));
  }

  /** @param lasts  the last event of each write */
  private answerOf(lasts: readonly RecordedEvent[]): Appended {
    const { position, recordedAt } = lasts.at(-1) as RecordedEvent;
    return { position, recordedAt, revisions: lasts.map(({ revision }) => revision) };
  }

  /** How many events stand up to a position, that one included. */
  private countUpTo(position: Position): number {
    let [low, high] = [0, this.events.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle] as RecordedEvent).position <= position) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

const isAsExpected = (expected: ExpectedRevision, actual: Revision): boolean => {
  if (expected === 'any') return true;
  if (expected === 'noStream') return actual === -1n;
  return expected === 'streamExists' ? actual >= 0n : actual === expected;
};

/** The revision that the first event gets, where the expectation says it. */
const firstRevision = (expected: ExpectedRevision): Revision | undefined =>
  typeof expected === 'bigint' ? expected + 1n : expected === 'noStream' ? 0n : undefined;

const epoch = '1970-01-01T00:00:00.000Z';

function assertAppend(writes: Writes, checks: readonly StreamCheck[]): void {
  assert.ok(writes.length > 0, 'an append writes to at least one stream');
  const named = [...writes, ...checks];
  assert.equal(
    new Set(named.map(({ stream }) => stream)).size,
    named.length,
    'an append names a stream once',
  );
  for (const { expected } of named) {
    assert.ok(
      typeof expected !== 'bigint' || expected >= 0n,
      `expected revision ${expected} is not negative`,
    );
  }
  for (const { stream, events } of writes) {
    assert.ok(events.length > 0, `at least one event for stream ${stream}`);
    for (const { eventId, occurredAt, recordedAt } of events) {
      assert.match(eventId, uuid, `event id ${eventId} is a UUID in lower case`);
      assert.ok(!Number.isNaN(Date.parse(occurredAt ?? epoch)), `event ${eventId} occurred at an instant`);
      assert.ok(
        !Number.isNaN(Date.parse(recordedAt ?? epoch)),
        `event ${eventId} was recorded at an instant`,
      );
    }
  }
}
