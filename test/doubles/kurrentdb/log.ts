/** An event as a writer proposes it. */
export interface Proposed {
  readonly id: string;
  readonly type: string;
  readonly contentType: string;
  readonly data: Uint8Array;
  readonly metadata: Uint8Array;
}

export interface Stored extends Proposed {
  readonly stream: string;
  readonly revision: bigint;
  readonly position: bigint;
  /** In units of 100 ns since 1970. */
  readonly created: string;
}

/** A revision, or what the protocol says in place of one. */
export type Expected = bigint | 'no_stream' | 'stream_exists' | 'any';

export interface Write {
  readonly stream: string;
  readonly expected: Expected;
  readonly events: readonly Proposed[];
}

export type Outcome =
  | { readonly kind: 'recorded'; readonly revision: bigint; readonly position: bigint }
  | { readonly kind: 'conflict'; readonly actual: bigint }
  /** The same append is under way already; a real server gives up waiting for it after two seconds. */
  | { readonly kind: 'underWay' }
  | { readonly kind: 'tooLarge'; readonly max: number };

const defaultAppendBytesMax = 1024 * 1024;

/**
 * The log of the double, in memory. It answers to expectations and repetitions as EventStoreDB 23.10.8 was seen
 * to do. Positions have gaps, as places in a file do, and there are events of the system and of others.
 */
export class DoubleLog {
  readonly all: Stored[] = [];
  readonly #streams = new Map<string, Stored[]>();
  readonly #listeners = new Set<() => void>();
  /** First ids of the appends that are not committed yet, by stream. */
  readonly #underWay = new Set<string>();
  #end = 128n;

  /** @param appendBytesMax  what the server does not take, in bytes of one append; the default of a real one when left out */
  constructor(readonly appendBytesMax = defaultAppendBytesMax) {
    this.#foreign();
  }

  /** Where the next event will stand. */
  get end(): bigint {
    return this.#end;
  }

  stream(name: string): readonly Stored[] {
    return this.#streams.get(name) ?? [];
  }

  revision(name: string): bigint {
    return BigInt(this.stream(name).length) - 1n;
  }

  /** Calls back after each append. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  append(write: Write): Outcome {
    const bytes = sizeOf(write.events);
    if (bytes > this.appendBytesMax) return { kind: 'tooLarge', max: this.appendBytesMax };
    const actual = this.revision(write.stream);
    const trace = `${write.stream} ${write.events[0]?.id}`;
    if (this.#underWay.has(trace)) return { kind: 'underWay' };
    const known = this.#repetitionOf(write);
    if (known !== undefined) return known;
    return this.holds(write.stream, write.expected) ? this.#recorded(write) : { kind: 'conflict', actual };
  }

  /** All or none; no write of it is recorded while another one's expectation does not hold. */
  appendAll(writes: readonly Write[]): readonly Outcome[] {
    return writes.map((write) => this.#recorded(write));
  }

  holds(stream: string, expected: Expected): boolean {
    const actual = this.revision(stream);
    if (expected === 'any') return true;
    if (expected === 'no_stream') return actual < 0n;
    return expected === 'stream_exists' ? actual >= 0n : actual === expected;
  }

  /** The first answer for the same ids at the same revision; a conflict for some of them with others. */
  #repetitionOf({ stream, expected, events }: Write): Outcome | undefined {
    const recorded = this.stream(stream);
    const first = this.#firstOf(recorded, expected, events[0]?.id);
    if (first < 0n || first >= BigInt(recorded.length)) return undefined;
    const there = recorded.slice(Number(first), Number(first) + events.length);
    const isSame = there.length === events.length && there.every(({ id }, index) => id === events[index]?.id);
    const last = there.at(-1);
    if (isSame && last !== undefined)
      return { kind: 'recorded', revision: last.revision, position: last.position };
    return { kind: 'conflict', actual: this.revision(stream) };
  }

  /** The revision at which the first event would have been recorded before. */
  #firstOf(recorded: readonly Stored[], expected: Expected, firstId: string | undefined): bigint {
    if (typeof expected === 'bigint') return expected + 1n;
    if (expected === 'no_stream') return 0n;
    return BigInt(recorded.findLastIndex(({ id }) => id === firstId));
  }

  #recorded({ stream, events }: Write): Outcome {
    for (const event of events) this.#push(stream, event);
    const revision = this.revision(stream);
    const position = this.stream(stream).at(-1)?.position ?? 0n;
    if (this.all.length % 7 === 0) this.#foreign();
    for (const listener of this.#listeners) listener();
    return { kind: 'recorded', revision, position };
  }

  #push(stream: string, event: Proposed): void {
    const known = this.#streams.get(stream) ?? [];
    this.#streams.set(stream, known);
    const stored: Stored = {
      ...event,
      stream,
      revision: BigInt(known.length),
      position: this.#end,
      created: String(BigInt(Date.now()) * 10_000n),
    };
    known.push(stored);
    this.all.push(stored);
    this.#end += BigInt(96 + event.data.length + event.metadata.length);
  }

  #foreign(): void {
    const event = { contentType: 'application/json', data: jsonOfOthers, metadata: new Uint8Array() };
    const id = '00000000-0000-4000-8000-00000000000a';
    this.#push('$stats-127.0.0.1:2113', { ...event, id, type: '$statsCollected' });
    this.#push('order-1', { ...event, id, type: 'OrderPlaced' });
  }
}

const jsonOfOthers = new TextEncoder().encode('{"of":"others"}');

export const sizeOf = (events: readonly Proposed[]): number =>
  events.reduce((sum, { data, metadata }) => sum + data.length + metadata.length, 0);
