import type { BinaryEventData } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';
import { refusalOf, type AppendParts } from './appender.js';
import { classify } from './classify.js';
import { Turns } from './slots.js';
import { Deadline, pauseBefore } from './within.js';

/** Small texts beside the log: each is the only event of a stream of its own, outside of what is read as the log. */
export class MetaStreams {
  readonly #turns = new Turns();

  constructor(private readonly parts: AppendParts) {}

  /** Keeps a text under a name that has none yet, and answers with the one that is kept. */
  keepOnce(name: string, value: string): Promise<string> {
    return this.#turns.run(name, () => this.#keep(name, value));
  }

  async #keep(name: string, value: string): Promise<string> {
    const { reader, connection, names, callMs, deadlineMs } = this.parts;
    const deadline = new Deadline(deadlineMs);
    const stream = names.meta(name);
    const event: BinaryEventData = {
      id: randomUUID(),
      contentType: 'application/octet-stream',
      type: 'TextKept',
      data: Buffer.from(value, 'utf8'),
      metadata: {},
    };
    for (let attempt = 0; ; attempt += 1) {
      const kept = await reader.meta(name);
      if (kept !== undefined) return kept;
      try {
        await connection.call(callMs, (client) =>
          client.appendToStream(stream, event, { streamState: 'no_stream', requiresLeader: true }),
        );
        return value;
      } catch (error) {
        const failure = classify(error);
        const isWorthAnother = failure === 'conflict' || failure === 'unknown' || failure === 'notLeader';
        if (!isWorthAnother || deadline.isOver) throw refusalOf(connection, [{ stream, events: [] }], error);
        if (failure !== 'conflict') await pauseBefore(attempt, deadline);
      }
    }
  }
}
