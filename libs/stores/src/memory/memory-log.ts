import {
  RevisionConflictError,
  type Appended,
  type Clock,
  type ExpectedRevision,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamWrite,
} from '@safeconduct/engine';
import assert from 'node:assert/strict';

type Writes = readonly StreamWrite[];

const epoch = '1970-01-01T00:00:00.000Z';
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** What the port says, as plainly as it can be said: an array of events, and the same events by stream. */
export class MemoryLog {
  private readonly events: RecordedEvent[] = [];
  private readonly streams = new Map<string, RecordedEvent[]>();
  private recordedAt = '';

  /** @param start  position of the last event of whatever this log continues */
  constructor(
    private readonly clock: Clock,
    readonly start: Position = 0n,
  ) {}

  get head(): Position {
    return this.start + BigInt(this.events.length);
  }

  has = (stream: string): boolean => this.streams.has(stream);

  stream = (stream: string): readonly RecordedEvent[] => this.streams.get(stream) ?? [];

  after = (position: Position, limit: number): readonly RecordedEvent[] => {
    const index = Number(position - this.start);
    return this.events.slice(index, index + limit);
  };

  /** Takes over the events a stream has in the log that this one continues. */
  seed(stream: string, events: readonly RecordedEvent[]): void {
    if (events.length > 0) this.streams.set(stream, [...events]);
  }

  append(writes: Writes): Appended {
    assertWrites(writes);
    const repetition = this.repetitionOf(writes);
    if (repetition !== undefined) return repetition;
    for (const { stream, expected } of writes) {
      const actual = BigInt(this.stream(stream).length) - 1n;
      if (!isAsExpected(expected, actual)) throw new RevisionConflictError(stream, expected, actual);
    }
    return this.record(writes);
  }

  private record(writes: Writes): Appended {
    const now = this.clock.now();
    if (now > this.recordedAt) this.recordedAt = now;
    const { recordedAt } = this;
    const revisions = writes.map(({ stream, events }) => {
      for (const event of events) this.push(stream, event, recordedAt);
      return BigInt(this.stream(stream).length) - 1n;
    });
    return { position: this.head, recordedAt, revisions };
  }

  private push(stream: string, event: NewEvent, recordedAt: string): void {
    const known = this.streams.get(stream) ?? [];
    this.streams.set(stream, known);
    const { eventId, type, schemaVersion, data } = event;
    const recorded = Object.freeze({
      stream,
      revision: BigInt(known.length),
      position: this.head + 1n,
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

  /** The first answer, if exactly these events were appended before, side by side and at these expectations. */
  private repetitionOf(writes: Writes): Appended | undefined {
    let position = this.firstPosition(writes);
    if (position === undefined) return undefined;
    let last: RecordedEvent | undefined;
    const revisions: Revision[] = [];
    for (const { stream, expected, events } of writes) {
      const first = firstRevision(expected);
      for (const [index, { eventId }] of events.entries()) {
        last = this.stream(stream).findLast((event) => event.position === position);
        if (last?.eventId !== eventId) return undefined;
        if (first !== undefined && last.revision !== first + BigInt(index)) return undefined;
        position += 1n;
      }
      revisions.push((last as RecordedEvent).revision);
    }
    const { recordedAt } = last as RecordedEvent;
    return { position: position - 1n, recordedAt, revisions };
  }

  /**
   * Where the append began if it was made before. An expected revision says where to look; where there is none, a
   * repetition is known by being the end of its stream.
   */
  private firstPosition(writes: Writes): Position | undefined {
    const exact = writes.findIndex(({ expected }) => firstRevision(expected) !== undefined);
    const anchor = Math.max(exact, 0);
    const { stream, expected, events } = writes[anchor] as StreamWrite;
    const recorded = this.stream(stream);
    const found = recorded[Number(firstRevision(expected) ?? recorded.length - events.length)];
    const before = writes.slice(0, anchor).reduce((sum, write) => sum + write.events.length, 0);
    return found && found.position - BigInt(before);
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

function assertWrites(writes: Writes): void {
  assert.ok(writes.length > 0, 'an append writes to at least one stream');
  assert.equal(
    new Set(writes.map(({ stream }) => stream)).size,
    writes.length,
    'an append names a stream once',
  );
  for (const { stream, expected, events } of writes) {
    assert.ok(events.length > 0, `at least one event for stream ${stream}`);
    assert.ok(
      typeof expected !== 'bigint' || expected >= 0n,
      `expected revision ${expected} is not negative`,
    );
    for (const { eventId, occurredAt } of events) {
      assert.match(eventId, uuid, `event id ${eventId} is a UUID in lower case`);
      assert.ok(!Number.isNaN(Date.parse(occurredAt ?? epoch)), `event ${eventId} occurred at an instant`);
    }
  }
}
