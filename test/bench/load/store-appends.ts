import type { EventStore, NewEvent } from '@safeconduct/engine';
import { randomUUID } from 'node:crypto';
import { callTimes } from './keep-calling.js';
import { Rotation } from './rotation.js';

interface Stream {
  readonly name: string;
  /** The revision of its last event; -1 before the first. */
  last: bigint;
}

const callersAtOnce = 64;

/** What the store does without the engine: one event a call, to a stream that no other call writes meanwhile. */
export class StoreAppends {
  private constructor(
    private readonly events: EventStore,
    private readonly streams: Rotation<Stream>,
    private readonly event: Omit<NewEvent, 'eventId'>,
  ) {}

  /** Begins so many streams with one event each, all of them like this one. */
  static async open(events: EventStore, streams: number, like: NewEvent): Promise<StoreAppends> {
    const begun = Array.from({ length: streams }, () => ({ name: `append-${randomUUID()}`, last: -1n }));
    const { type, schemaVersion, metadata, data } = like;
    const event = { type, schemaVersion, metadata, data };
    const appends = new StoreAppends(events, new Rotation<Stream>(begun), event);
    await callTimes(callersAtOnce, streams, () => appends.append());
    return appends;
  }

  /** When it resolves, the event is durable. */
  append(): Promise<void> {
    return this.streams.with(async (stream) => {
      const expected = stream.last < 0n ? 'noStream' : stream.last;
      await this.events.append([
        { stream: stream.name, expected, events: [{ ...this.event, eventId: randomUUID() }] },
      ]);
      stream.last += 1n;
    });
  }
}
