import { randomUUID } from 'node:crypto';
import { callTimes } from './keep-calling.js';

/** A stream that one call writes at a time. */
export interface Stream {
  readonly name: string;
  /** The revision of its last event; -1 before the first. */
  last: bigint;
}

type Append = (stream: Stream) => Promise<unknown>;

const callersAtOnce = 64;

/** Appends of one event a call, where a stream ends, to the stream that was written longest ago. */
export class StreamAppends {
  #taken = 0;
  #given = 0;

  private constructor(
    private readonly streams: Stream[],
    private readonly appendTo: Append,
  ) {}

  /** Begins so many streams with one event each; more than there are callers. */
  static async begin(count: number, appendTo: Append): Promise<StreamAppends> {
    const streams = Array.from({ length: count }, () => ({ name: `bench-${randomUUID()}`, last: -1n }));
    const appends = new StreamAppends(streams, appendTo);
    await callTimes(callersAtOnce, count, () => appends.append());
    return appends;
  }

  /** Appends to the streams that were begun last, and to no others; not at the same time as those to all. */
  toTheLast(count: number): StreamAppends {
    return new StreamAppends(this.streams.slice(-count), this.appendTo);
  }

  /** When it resolves, the event is durable. `before` may read the stream first. */
  async append(before?: Append): Promise<void> {
    const stream = this.streams[this.#taken++ % this.streams.length] as Stream;
    await before?.(stream);
    await this.appendTo(stream);
    stream.last += 1n;
    this.streams[this.#given++ % this.streams.length] = stream;
  }
}
