import type { NewEvent } from '@safeconduct/engine';
import { countingIds } from '@safeconduct/engine/testing';
import {
  KurrentdbDouble,
  type DoubleOptions,
} from '../../../../../test/doubles/kurrentdb/kurrentdb-double.js';
import { openKurrentEvents, type KurrentEvents, type KurrentEventsOptions } from '../kurrent-events.js';

const ids = countingIds();
let streams = 0;

export const newStream = (): string => {
  streams += 1;
  return `case-${streams}`;
};

export const newEvents = (count: number): readonly NewEvent[] =>
  Array.from({ length: count }, () => ({
    eventId: ids.next(),
    type: 'NoteAdded',
    schemaVersion: 1,
    metadata: { actor: 'co-1' },
    data: '{"text":"a note"}',
  }));

/** How long a call that is not answered is waited for in these tests, in milliseconds. */
export const callMs = 250;

/** A double and stores on it, which wait so shortly that a test can see them wait. */
export class FaultyServer {
  readonly #opened: KurrentEvents[] = [];

  private constructor(readonly double: KurrentdbDouble) {}

  static async start(options: DoubleOptions = { version: '23.10.8' }): Promise<FaultyServer> {
    return new FaultyServer(await KurrentdbDouble.start(options));
  }

  /** The deadline is long, so that an append ends when its fault ends, also on a busy machine. */
  async open(options: Partial<KurrentEventsOptions> = {}): Promise<KurrentEvents> {
    const times = { callMs, deadlineMs: 30_000, watchMs: 400, pollMs: 100 };
    const events = await openKurrentEvents({ url: this.double.url, ...times, ...options });
    this.#opened.push(events);
    return events;
  }

  async stop(): Promise<void> {
    this.double.faults.clear();
    this.double.isFrozen = false;
    await Promise.all(this.#opened.map((events) => events.close()));
    this.double.stop();
  }
}
