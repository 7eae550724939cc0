import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { callTimes } from '../load/keep-calling.js';
import { Rotation } from '../load/rotation.js';

interface Stream {
  readonly name: string;
  /** The revision that the next event gets. */
  next: bigint;
}

const callersAtOnce = 64;

/** What the bare client does: one event a call, to a stream that no other call writes meanwhile, where it ends. */
export class ClientAppends {
  private constructor(
    private readonly client: KurrentDBClient,
    private readonly streams: Rotation<Stream>,
    /** What each event holds. */
    private readonly data: Uint8Array,
  ) {}

  /** Begins so many streams with one event each. */
  static async open(url: string, streams: number, data: Uint8Array): Promise<ClientAppends> {
    const driver = await import('@kurrent/kurrentdb-client');
    const begun = Array.from({ length: streams }, () => ({ name: `bench-${randomUUID()}`, next: 0n }));
    const client = driver.KurrentDBClient.connectionString(url);
    const appends = new ClientAppends(client, new Rotation(begun), data);
    await callTimes(callersAtOnce, streams, () => appends.append());
    return appends;
  }

  /** When it resolves, the event is durable. */
  append(): Promise<void> {
    return this.streams.with((stream) => this.#appendTo(stream));
  }

  /** Reads a stream whole, then appends to it. */
  readAndAppend(): Promise<void> {
    return this.streams.with(async (stream) => {
      for await (const { event } of this.client.readStream(stream.name, { requiresLeader: true }))
        if (event === undefined) throw new Error('an event of the benchmark is gone');
      await this.#appendTo(stream);
    });
  }

  close(): Promise<void> {
    return this.client.dispose();
  }

  async #appendTo(stream: Stream): Promise<void> {
    await this.client.appendToStream(
      stream.name,
      {
        ...{ id: randomUUID(), contentType: 'application/octet-stream', type: 'RiskAssessed' },
        ...{ data: this.data, metadata: {} },
      },
      { streamState: stream.next === 0n ? 'no_stream' : stream.next - 1n },
    );
    stream.next += 1n;
  }
}
