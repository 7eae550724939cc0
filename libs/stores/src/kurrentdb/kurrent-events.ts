import {
  CapabilityMissingError,
  type Appended,
  type Clock,
  type EventStore,
  type EventStoreCapabilities,
  type Position,
  type RecordedEvent,
  type Revision,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import { emitWarning } from 'node:process';
import { systemClock } from '../system/clock.js';
import { AppendHints } from './append-hints.js';
import { Appender, type AppendParts } from './appender.js';
import { Connection, type ServerFeatures } from './connection.js';
import { assertAppend } from './expectations.js';
import { LogReader } from './log-reader.js';
import { MetaStreams } from './meta-streams.js';
import { ReadAhead } from './read-ahead.js';
import { SeveralStreamsAppender } from './several-streams.js';
import { Slots } from './slots.js';
import { StreamHeads } from './stream-heads.js';
import { StreamNames } from './stream-names.js';

export interface KurrentEventsOptions {
  /** `kurrentdb://user:password@host:2113,…?tls=true`, `kurrentdb+discover://…`, or the older `esdb://…`. */
  readonly url: string;
  /** The clock of this machine when left out. */
  readonly clock?: Clock | undefined;
  /** What the names of this installation's streams begin with, where a server has several; nothing when left out. */
  readonly namespace?: string | undefined;
  /** How long one call to the server may be silent, in milliseconds. */
  readonly callMs?: number | undefined;
  /** How long an append or a read may take with all its attempts, in milliseconds. */
  readonly deadlineMs?: number | undefined;
  /** How often it is asked whether the subscription still hears what happens, in milliseconds. */
  readonly watchMs?: number | undefined;
  /** How often new events are looked for where the user may not subscribe, in milliseconds. */
  readonly pollMs?: number | undefined;
  /** How many appends may be under way at once. */
  readonly appendsMax?: number | undefined;
  /** Told what an operator should know. A warning of the process when left out. */
  readonly tell?: ((what: string) => void) | undefined;
}

const defaults = { callMs: 5000, deadlineMs: 15_000, watchMs: 10_000, pollMs: 1000, appendsMax: 64 };
const headsMax = 100_000;

/**
 * Opens a log on KurrentDB, or on EventStoreDB from 23.10 on. What the server can do is asked now; the
 * capabilities `severalStreams` and `checks` follow from it.
 * @throws StoreMisconfiguredError  the server does not know the user, or the password is another one
 * @throws StoreUnavailableError  the server cannot be reached, or lets this user read nothing
 */
export async function openKurrentEvents(options: KurrentEventsOptions): Promise<KurrentEvents> {
  const { callMs = defaults.callMs } = options;
  // Reads and appends have a client each, so that one that hangs and is replaced leaves the other alone.
  const writing = await Connection.to(options.url);
  const reading = await Connection.to(options.url, writing.patience);
  const connections = { writing, reading };
  try {
    const features = await writing.features(callMs);
    await writing.checkUser(callMs);
    const events = new KurrentEvents(connections, features, options);
    // The first read of a client takes half a second, and says whether the user may read.
    await events.head();
    return events;
  } catch (error) {
    await Promise.all([writing.close(), reading.close()]);
    throw writing.openingFailed(error);
  }
}

/** A log on KurrentDB. Several processes may write it at the same time. */
export class KurrentEvents implements EventStore {
  readonly capabilities: EventStoreCapabilities;
  readonly #reader: LogReader;
  readonly #readAhead: ReadAhead;
  readonly #appender: Appender;
  readonly #several: SeveralStreamsAppender;
  readonly #meta: MetaStreams;
  readonly #hints: AppendHints;
  readonly #underWay = new Set<Promise<unknown>>();
  #closing: Promise<void> | undefined;

  constructor(
    private readonly connections: { readonly writing: Connection; readonly reading: Connection },
    readonly features: ServerFeatures,
    options: KurrentEventsOptions,
  ) {
    // The server does not say whether an answer is that of an earlier append, which was recorded earlier.
    this.capabilities = {
      checks: features.checks,
      severalStreams: features.severalStreams || features.checks,
      tellsRecordedAt: false,
      counts: false,
    };
    const times = { callMs: defaults.callMs, deadlineMs: defaults.deadlineMs, ...given(options) };
    const names = new StreamNames(options.namespace ?? '');
    const heads = new StreamHeads(headsMax);
    const { writing: connection, reading } = connections;
    const reader = new LogReader(reading, names, { ...times, heads });
    const slots = new Slots(options.appendsMax ?? defaults.appendsMax);
    const clock = options.clock ?? systemClock;
    const hints = new AppendHints({
      connection,
      names,
      head: () => reader.head(),
      watchMs: options.watchMs ?? defaults.watchMs,
      pollMs: options.pollMs ?? defaults.pollMs,
      tell: options.tell ?? emitWarning,
    });
    const tellRecorded = (position: Position) => {
      reader.noteBoundary(position);
      hints.announce(position);
    };
    const parts: AppendParts = { connection, names, reader, heads, slots, clock, tellRecorded, ...times };
    this.#reader = reader;
    this.#hints = hints;
    this.#readAhead = new ReadAhead((after, limit) => reader.all(after, limit));
    this.#appender = new Appender(parts);
    this.#several = new SeveralStreamsAppender(parts, features);
    this.#meta = new MetaStreams(parts);
  }

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[] = []): Promise<Appended> {
    return this.#accepted(() => {
      assertAppend(writes, checks);
      return this.#appended(writes, checks);
    });
  }

  readStream(
    stream: string,
    range: { readonly from: Revision; readonly limit: number },
  ): Promise<readonly RecordedEvent[]> {
    return this.#whileOpen(() => this.#reader.stream(stream, range));
  }

  readAll({
    after,
    limit,
  }: {
    readonly after: Position;
    readonly limit: number;
  }): Promise<readonly RecordedEvent[]> {
    return this.#whileOpen(() => this.#readAhead.all(after, limit));
  }

  readAt(position: Position): Promise<RecordedEvent | undefined> {
    return this.#whileOpen(() => this.#reader.at(position));
  }

  head(): Promise<Position> {
    return this.#whileOpen(() => this.#reader.head());
  }

  /** The server numbers places in its files, not events. */
  countAfter(): Promise<undefined> {
    return this.#whileOpen(() => Promise.resolve(undefined));
  }

  onAppended(listener: (head: Position) => void): () => void {
    return this.#closing === undefined ? this.#hints.add(listener) : () => {};
  }

  meta(name: string): Promise<string | undefined> {
    return this.#whileOpen(() => this.#reader.meta(name));
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#accepted(() => this.#meta.keepOnce(name, value));
  }

  prepareToClose(): void {
    this.connections.writing.patience.shorten();
  }

  close(): Promise<void> {
    this.prepareToClose();
    this.#closing ??= this.#close();
    return this.#closing;
  }

  #appended(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): Promise<Appended> {
    const [write, ...more] = writes;
    if (checks.length > 0 && !this.capabilities.checks)
      throw new CapabilityMissingError(this.#nameWithVersion, 'checks');
    if (write !== undefined && more.length === 0 && checks.length === 0) return this.#appender.append(write);
    if (more.length > 0 && !this.capabilities.severalStreams)
      throw new CapabilityMissingError(this.#nameWithVersion, 'severalStreams');
    return this.#several.append(writes, checks);
  }

  get #nameWithVersion(): string {
    return `${this.connections.writing.name} (version ${this.features.version})`;
  }

  async #close(): Promise<void> {
    await Promise.allSettled(this.#underWay);
    await this.#hints.close();
    await Promise.all([this.connections.writing.close(), this.connections.reading.close()]);
  }

  /** Work that is finished before the store is closed. */
  async #accepted<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.#whileOpen(work);
    this.#underWay.add(result);
    try {
      return await result;
    } finally {
      this.#underWay.delete(result);
    }
  }

  #whileOpen<Result>(work: () => Promise<Result>): Promise<Result> {
    if (this.#closing !== undefined)
      return Promise.reject(this.connections.writing.unavailable('the store is closed'));
    return work();
  }
}

function given({ callMs, deadlineMs }: KurrentEventsOptions) {
  return { ...(callMs !== undefined && { callMs }), ...(deadlineMs !== undefined && { deadlineMs }) };
}
