import {
  EngineError,
  RevisionConflictError,
  type Appended,
  type NewEvent,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import type { BinaryEventData, KurrentDBClient } from '@kurrent/kurrentdb-client';
import { refusalOf, type AppendParts } from './appender.js';
import { classify } from './classify.js';
import { toClient } from './envelope.js';
import {
  exactly,
  firstRevision,
  holds,
  idsOf,
  isExact,
  sameIds,
  toState,
  type ExactRevision,
} from './expectations.js';
import { Deadline, NoAnswerError, pauseBefore } from './within.js';

type Writes = readonly StreamWrite[];

/** The last events of each stream that an append names, in the order in which it names them. */
type Tails = readonly (readonly RecordedEvent[])[];

interface ReadyWrite {
  readonly stream: string;
  readonly expected: ExactRevision;
  readonly batch: readonly BinaryEventData[];
}

/**
 * Appends to several streams, or with checks of others. It looks at the streams first: what a server does with
 * a repetition of which it knows a part is not documented, and it need not say which expectation failed first.
 * After a conflict, or an attempt whose outcome is unknown, it looks again. Each attempt names the exact
 * revision of every stream that it writes, so two attempts can never both be recorded.
 */
export class SeveralStreamsAppender {
  constructor(
    private readonly parts: AppendParts,
    private readonly features: { readonly severalStreams: boolean },
  ) {}

  async append(writes: Writes, checks: readonly StreamCheck[]): Promise<Appended> {
    const deadline = new Deadline(this.parts.deadlineMs);
    let isUnsure = false;
    let isSecondLook = false;
    for (let attempt = 0; ; attempt += 1) {
      const tails = await this.#tails(writes, checks, deadline);
      const repetition = await this.#repetitionOf(writes, tails, deadline);
      if (repetition !== undefined) return this.#answerOf(repetition);
      const conflict = this.#conflictOf([...writes, ...checks], { tails, isUnsure });
      if (conflict !== undefined) {
        if (isSecondLook) throw conflict;
        // While the streams were looked at one by one, these very events may have been recorded.
        isSecondLook = true;
        continue;
      }
      isSecondLook = false;
      try {
        return await this.#sent(this.#ready(writes, tails), checks, deadline);
      } catch (error) {
        if (error instanceof EngineError) throw error;
        const failure = classify(error);
        if (!['conflict', 'unknown', 'notLeader'].includes(failure))
          throw refusalOf(this.parts.connection, writes, error);
        isUnsure ||= failure === 'unknown';
        if (deadline.isOver) throw refusalOf(this.parts.connection, writes, error);
        if (failure !== 'conflict') await pauseBefore(attempt, deadline);
      }
    }
  }

  #tails(writes: Writes, checks: readonly StreamCheck[], deadline: Deadline): Promise<Tails> {
    const named = [
      ...writes.map(({ stream, events }) => ({ stream, count: events.length })),
      ...checks.map(({ stream }) => ({ stream, count: 1 })),
    ];
    return this.parts.slots.run(() =>
      Promise.all(named.map(({ stream, count }) => this.parts.reader.tail(stream, count, deadline))),
    );
  }

  /**
   * The last event of each write, if all of them were recorded before at these expectations. Where no write has
   * an exact one, a repetition is recognised while the first of them ends its stream.
   */
  async #repetitionOf(
    writes: Writes,
    tails: Tails,
    deadline: Deadline,
  ): Promise<readonly RecordedEvent[] | undefined> {
    const isAnyExact = writes.some(({ expected }) => isExact(expected));
    const lasts: RecordedEvent[] = [];
    for (const [index, write] of writes.entries()) {
      const tail = tails[index] ?? [];
      const mustEnd = !isAnyExact && index === 0;
      const recorded =
        sameIds(write.events, idsOf(tail)) || mustEnd ? tail : await this.#earlier(write, tail, deadline);
      const last = recorded.at(-1);
      const isAt = !isExact(write.expected) || recorded[0]?.revision === firstRevision(write.expected);
      if (last === undefined || !isAt || !sameIds(write.events, idsOf(recorded))) return undefined;
      lasts.push(last);
    }
    return lasts;
  }

  /** The events of a write where they may stand before the end of the stream. */
  async #earlier(
    { stream, expected, events }: StreamWrite,
    tail: readonly RecordedEvent[],
    deadline: Deadline,
  ): Promise<readonly RecordedEvent[]> {
    const end = tail.at(-1)?.revision ?? -1n;
    const { reader } = this.parts;
    if (isExact(expected)) {
      const from = firstRevision(expected);
      return from > end ? [] : reader.stream(stream, { from, limit: events.length }, deadline);
    }
    const [first] = events as readonly [NewEvent];
    for (let upTo = end + 1n; upTo > 0n; upTo -= searchBatch) {
      const from = upTo > searchBatch ? upTo - searchBatch : 0n;
      const some = await reader.stream(stream, { from, limit: Number(upTo - from) }, deadline);
      const found = some.findLast(({ eventId }) => eventId === first.eventId);
      if (found !== undefined)
        return reader.stream(stream, { from: found.revision, limit: events.length }, deadline);
    }
    return [];
  }

  /** What the caller is told of the first expectation that does not hold. */
  #conflictOf(
    named: readonly Pick<StreamWrite, 'stream' | 'expected'>[],
    { tails, isUnsure }: { readonly tails: Tails; readonly isUnsure: boolean },
  ): EngineError | undefined {
    const actuals = tails.map((tail): Revision => tail.at(-1)?.revision ?? -1n);
    const index = named.findIndex(({ expected }, at) => !holds(expected, actuals[at] ?? -1n));
    const failed = named[index];
    if (failed === undefined) return undefined;
    const actual = actuals[index] ?? -1n;
    // An earlier attempt may be on its way still, and be recorded once the stream has come so far.
    if (isUnsure && typeof failed.expected === 'bigint' && actual < failed.expected)
      return this.parts.connection.unavailable(`appending to stream ${failed.stream}: outcome unknown`);
    return new RevisionConflictError(failed.stream, failed.expected, actual);
  }

  #ready(writes: Writes, tails: Tails): readonly ReadyWrite[] {
    const now = this.parts.clock.now();
    return writes.map(({ stream, events }, index) => {
      const last = tails[index]?.at(-1);
      const ownTime = last !== undefined && last.recordedAt > now ? last.recordedAt : now;
      const recordedAt = events.at(-1)?.recordedAt ?? ownTime;
      const batch = events.map((event) => toClient(event, recordedAt));
      return { stream, expected: exactly(last?.revision ?? -1n), batch };
    });
  }

  async #sent(
    writes: readonly ReadyWrite[],
    checks: readonly StreamCheck[],
    deadline: Deadline,
  ): Promise<Appended> {
    const { connection, slots, callMs } = this.parts;
    const isSession = checks.length === 0 && this.features.severalStreams;
    await slots.run(async () => {
      if (deadline.isOver) throw new NoAnswerError(deadline.ms);
      await connection.call(Math.min(callMs, deadline.leftMs), (client) =>
        isSession ? this.#asSession(client, writes) : this.#asRecords(client, writes, checks),
      );
    });
    const revisions = writes.map(
      ({ expected, batch }) => firstRevision(expected) + BigInt(batch.length) - 1n,
    );
    const last = writes.at(-1) as ReadyWrite;
    // The one number that these calls answer with is not documented as the position of an event.
    const range = { from: revisions.at(-1) as Revision, limit: 1 };
    const [recorded] = await this.parts.reader.stream(last.stream, range, deadline);
    if (recorded === undefined)
      throw connection.unavailable(`appending to stream ${last.stream}: it cannot be read back`);
    this.parts.tellRecorded(recorded.position);
    return { position: recorded.position, revisions };
  }

  async #asSession(client: KurrentDBClient, writes: readonly ReadyWrite[]): Promise<void> {
    await client.multiStreamAppend(
      writes.map(({ stream, expected, batch }) => ({
        streamName: this.parts.names.stored(stream),
        expectedState: toState(expected),
        events: [...batch],
      })),
    );
  }

  async #asRecords(
    client: KurrentDBClient,
    writes: readonly ReadyWrite[],
    checks: readonly StreamCheck[],
  ): Promise<void> {
    const { names } = this.parts;
    const records = writes.flatMap(({ stream, batch }) =>
      batch.map((record) => ({ streamName: names.stored(stream), record })),
    );
    const expectations = [...writes, ...checks].map(({ stream, expected }) => ({
      type: 'stream_state' as const,
      streamName: names.stored(stream),
      expectedState: toState(expected),
    }));
    await client.appendRecords(records, expectations);
  }

  #answerOf(lasts: readonly RecordedEvent[]): Appended {
    const { position } = lasts.at(-1) as RecordedEvent;
    return { position, revisions: lasts.map(({ revision }) => revision) };
  }
}

const searchBatch = 1000n;
