import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { StreamAppends, type Stream } from '../load/stream-appends.js';

/** What the bare client does. */
export class ClientAppends {
  private constructor(
    private readonly client: KurrentDBClient,
    private readonly toAll: StreamAppends,
    private readonly toTheLast: StreamAppends,
  ) {}

  /** @param data  what each event holds */
  static async open(
    url: string,
    streams: { readonly count: number; readonly last: number },
    data: Uint8Array,
  ): Promise<ClientAppends> {
    const driver = await import('@kurrent/kurrentdb-client');
    const client = driver.KurrentDBClient.connectionString(url);
    const event = {
      contentType: 'application/octet-stream',
      type: 'RiskAssessed',
      data,
      metadata: {},
    } as const;
    const appends = await StreamAppends.begin(streams.count, ({ name, last }) =>
      client.appendToStream(
        name,
        { ...event, id: randomUUID() },
        { streamState: last < 0n ? 'no_stream' : last },
      ),
    );
    return new ClientAppends(client, appends, appends.toTheLast(streams.last));
  }

  /** Appends to one of the streams that were begun last. */
  append(): Promise<void> {
    return this.toTheLast.append();
  }

  /** Reads any stream whole, then appends to it. */
  readAndAppend(): Promise<void> {
    return this.toAll.append((stream) => this.#read(stream));
  }

  close(): Promise<void> {
    return this.client.dispose();
  }

  async #read({ name }: Stream): Promise<void> {
    for await (const { event } of this.client.readStream(name, { requiresLeader: true }))
      if (event === undefined) throw new Error('an event of the benchmark is gone');
  }
}
