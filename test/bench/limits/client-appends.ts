import type { KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

interface Stream {
  readonly name: string;
  /** The revision that the next event gets. */
  next: bigint;
}

/** What the bare client does: one event a call, to a stream that no other call writes meanwhile, where it ends. */
export class ClientAppends {
  readonly #free: Stream[] = [];

  private constructor(private readonly client: KurrentDBClient) {}

  static async open(url: string): Promise<ClientAppends> {
    const driver = await import('@kurrent/kurrentdb-client');
    return new ClientAppends(driver.KurrentDBClient.connectionString(url));
  }

  /** When it resolves, the event is durable. */
  async append(data: Uint8Array): Promise<void> {
    const stream = this.#free.pop() ?? { name: `bench-${randomUUID()}`, next: 0n };
    await this.client.appendToStream(
      stream.name,
      { id: randomUUID(), contentType: 'application/octet-stream', type: 'RiskAssessed', data, metadata: {} },
      { streamState: stream.next === 0n ? 'no_stream' : stream.next - 1n },
    );
    stream.next += 1n;
    this.#free.push(stream);
  }

  close(): Promise<void> {
    return this.client.dispose();
  }
}
