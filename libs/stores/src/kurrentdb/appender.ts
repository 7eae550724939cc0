import {
  AppendTooLargeError,
  EngineError,
  RevisionConflictError,
  StoreCorruptError,
  positionOf,
  type Appended,
  type Clock,
  type Instant,
  type NewEvent,
  type Position,
  type RecordedEvent,
  type StreamWrite,
} from '@safeconduct/engine';
import type { AppendResult, BinaryEventData } from '@kurrent/kurrentdb-client';
import { classify, violationOf } from './classify.js';
import type { Connection } from './connection.js';
import { toClientBytes } from './envelope.js';
import {
  bytesOf,
  exactly,
  firstRevision,
  idsOf,
  isExact,
  lastRevision,
  sameIds,
  toState,
  type ExactRevision,
} from './expectations.js';
import type { LogReader } from './log-reader.js';
import { Turns, type Slots } from './slots.js';
import { headOf, type Head, type StreamHeads } from './stream-heads.js';
import type { StreamNames } from './stream-names.js';
import { Deadline, NoAnswerError, pauseBefore } from './within.js';

/** What appending needs. */
export interface AppendParts {
  readonly connection: Connection;
  readonly names: StreamNames;
  readonly reader: LogReader;
  readonly heads: StreamHeads;
  readonly slots: Slots;
  readonly clock: Clock;
  /** Told where the last event of an append stands. */
  readonly tellRecorded: (position: Position) => void;
  /** How long one call may take, and an append with all its attempts, in milliseconds. */
  readonly callMs: number;
  readonly deadlineMs: number;
}

/** An append to one stream at an exact revision, ready to be sent as often as it takes. */
export interface ExactWrite {
  readonly stream: string;
  readonly expected: ExactRevision;
  readonly events: readonly NewEvent[];
  /** The same bytes in every attempt. */
  readonly batch: readonly BinaryEventData[];
  readonly recordedAt: Instant;
}

/**
 * Appends to one stream. Every append names the exact revision it follows, and an attempt whose outcome is
 * unknown is made again with the same ids at the same revision. So it is recorded once at most, whatever
 * becomes of the attempts, and whoever is answered "recorded" or "conflict" can rely on it.
 */
export class Appender {
  readonly #turns = new Turns();

  constructor(private readonly parts: AppendParts) {}

  append(write: StreamWrite): Promise<Appended> {
    const deadline = new Deadline(this.parts.deadlineMs);
    const { stream, expected, events } = write;
    if (isExact(expected)) return this.#appendAt({ stream, expected, events }, deadline);
    return this.#turns.run(stream, () => this.#appendAtEnd(write, deadline));
  }

  /** Without an exact expectation: at the end of the stream, again where somebody else was faster. */
  async #appendAtEnd({ stream, expected, events }: StreamWrite, deadline: Deadline): Promise<Appended> {
    const { heads, reader, connection } = this.parts;
    let head = heads.get(stream);
    for (;;) {
      if (head === undefined || head.ids.length < events.length)
        head = headOf(await reader.tail(stream, events.length, deadline));
      if (head === undefined && expected === 'streamExists')
        throw new RevisionConflictError(stream, expected, -1n);
      if (head !== undefined && sameIds(events, head.ids.slice(-events.length)))
        return { position: head.position, revisions: [head.revision] };
      if (deadline.isOver)
        throw connection.unavailable(`appending to stream ${stream}: others are always faster`);
      try {
        return await this.#appendAt({ stream, expected: exactly(head?.revision ?? -1n), events }, deadline);
      } catch (error) {
        if (!(error instanceof RevisionConflictError)) throw error;
        head = undefined;
      }
    }
  }

  async #appendAt(
    { stream, expected, events }: Pick<ExactWrite, 'stream' | 'expected' | 'events'>,
    deadline: Deadline,
  ): Promise<Appended> {
    const { heads, tellRecorded } = this.parts;
    // An event that is poured from another store keeps the time at which it was recorded there.
    const recordedAt =
      events.at(-1)?.recordedAt ??
      this.#timeAfter(heads.get(stream), expected) ??
      (await this.#readTime(stream, expected, deadline));
    const batch = events.map((event) => toClientBytes(event, recordedAt));
    const write = { stream, expected, events, batch, recordedAt };
    const last = lastRevision(expected) + BigInt(events.length);
    const position = await this.#sent(write, deadline);
    heads.note(stream, { revision: last, position, recordedAt, ids: idsOf(events) });
    tellRecorded(position);
    return { position, revisions: [last] };
  }

  /** Now, and not before the last event of the stream; undefined where that event is not known. */
  #timeAfter(head: Head | undefined, expected: ExactRevision): Instant | undefined {
    const now = this.parts.clock.now();
    if (expected === 'noStream') return now;
    if (head === undefined || head.revision < expected) return undefined;
    return head.recordedAt > now ? head.recordedAt : now;
  }

  async #readTime(stream: string, expected: ExactRevision, deadline: Deadline): Promise<Instant> {
    const range = { from: firstRevision(expected) - 1n, limit: 1 };
    const head = headOf(await this.parts.reader.stream(stream, range, deadline));
    return this.#timeAfter(head, expected) ?? this.parts.clock.now();
  }

  /**
   * Sends it until the outcome is known.
   * @returns the position of the last event
   */
  async #sent(write: ExactWrite, deadline: Deadline): Promise<Position> {
    const { connection } = this.parts;
    const what = `appending to stream ${write.stream}`;
    let isUnsure = false;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const { position } = await this.#call(write, deadline);
        // Very old servers do not tell it.
        return position === undefined ? await this.#readBack(write) : positionOf(position.commit);
      } catch (error) {
        if (error instanceof EngineError) throw error;
        const failure = classify(error);
        if (failure === 'conflict')
          return await this.#despiteConflict({ ...write, deadline, isUnsure }, error);
        if (failure !== 'unknown' && failure !== 'notLeader') throw refusalOf(connection, [write], error);
        isUnsure ||= failure === 'unknown';
        if (deadline.isOver) throw connection.unavailable(`${what}: outcome unknown`, error);
        const found = isUnsure ? await this.#found(write, deadline).catch(() => undefined) : undefined;
        if (found !== undefined) return found.position;
      }
      await pauseBefore(attempt, deadline);
    }
  }

  #call({ stream, expected, batch }: ExactWrite, deadline: Deadline): Promise<AppendResult> {
    const { connection, names, slots, callMs } = this.parts;
    const options = { streamState: toState(expected), requiresLeader: true, deadline: callMs };
    const name = names.stored(stream);
    return slots.run(() => {
      // It waited for its turn too long; nothing is sent that nobody waits for.
      if (deadline.isOver) throw new NoAnswerError(deadline.ms);
      return connection.call(Math.min(callMs, deadline.leftMs), (client) =>
        client.appendToStream(name, [...batch], options),
      );
    });
  }

  /** A conflict, unless it is with these events themselves, recorded by an earlier attempt. */
  async #despiteConflict(
    {
      deadline,
      isUnsure,
      ...write
    }: ExactWrite & { readonly deadline: Deadline; readonly isUnsure: boolean },
    error: unknown,
  ): Promise<Position> {
    const { stream, expected, events } = write;
    const { reader, connection } = this.parts;
    const actual =
      violationOf(error).actual ?? (await reader.tail(stream, 1, deadline)).at(-1)?.revision ?? -1n;
    if (actual >= lastRevision(expected) + BigInt(events.length)) {
      const found = await this.#found(write, deadline);
      if (found !== undefined) return found.position;
    }
    // An earlier attempt may be on its way still, and be recorded once the stream has come so far.
    if (isUnsure && actual < lastRevision(expected))
      throw connection.unavailable(`appending to stream ${stream}: outcome unknown`, error);
    throw new RevisionConflictError(stream, expected, actual);
  }

  /** The last of the events, if all of them stand where they were to be recorded. */
  async #found(
    { stream, expected, events }: ExactWrite,
    deadline?: Deadline,
  ): Promise<RecordedEvent | undefined> {
    const range = { from: firstRevision(expected), limit: events.length };
    const recorded = await this.parts.reader.stream(stream, range, deadline);
    return sameIds(events, idsOf(recorded)) ? recorded.at(-1) : undefined;
  }

  async #readBack(write: ExactWrite): Promise<Position> {
    const found = await this.#found(write);
    if (found === undefined)
      throw this.parts.connection.unavailable(`appending to stream ${write.stream}: it cannot be read back`);
    return found.position;
  }
}

/** What the caller is told of an append that the server did not take. */
export function refusalOf(
  connection: Connection,
  writes: readonly Pick<StreamWrite, 'stream' | 'events'>[],
  error: unknown,
): Error {
  const what = `appending to stream ${writes.map(({ stream }) => stream).join(', ')}`;
  const failure = classify(error);
  if (failure === 'tooLarge') return new AppendTooLargeError(connection.name, bytesOf(writes), error);
  if (failure === 'streamGone')
    return new StoreCorruptError(connection.name, `${what}: the stream was deleted`, error);
  const remedy = 'the user of the connection string may not write there; give it the right';
  return connection.unavailable(failure === 'denied' ? `${what}: ${remedy}` : what, error);
}
