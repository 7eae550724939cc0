import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Clock } from '../../ports/clock.js';
import type { EventStore, EventStoreCapabilities } from '../../ports/event-store.js';
import { fixedClock, type FixedClock } from '../fixed-clock.js';

/** What the contract needs to know of an adapter. */
export interface EventStoreAdapter {
  /** Opens the store that is kept in a folder; the same folder again is the same store. */
  open(options: { readonly folder: string; readonly clock: Clock }): EventStore | Promise<EventStore>;
  /** Whether what was appended is there when the same folder is opened again. */
  readonly durable: boolean;
  /**
   * The capabilities that the store declares; the contract checks them, and checks that the store refuses the
   * others.
   */
  readonly capabilities: EventStoreCapabilities;
  /** How many bytes of data an append may have, where the store has a limit; at least one event of half of it fits. */
  readonly appendBytesMax?: number;
}

/** A store that can do everything. */
export const allCapabilities: EventStoreCapabilities = {
  checks: true,
  severalStreams: true,
  tellsRecordedAt: true,
  counts: true,
};

/** A store in a folder of its own, with a clock that a test moves. */
export class StoreUnderTest {
  readonly clock: FixedClock = fixedClock();

  private constructor(
    private readonly adapter: EventStoreAdapter,
    private readonly folder: string,
    public store: EventStore,
  ) {}

  static async open(adapter: EventStoreAdapter): Promise<StoreUnderTest> {
    const folder = await mkdtemp(join(tmpdir(), 'event-store-'));
    const clock = fixedClock();
    return Object.assign(new StoreUnderTest(adapter, folder, await adapter.open({ folder, clock })), {
      clock,
    });
  }

  /** Closes the store and opens it again, as after a restart. */
  async reopen(): Promise<void> {
    await this.store.close();
    this.store = await this.adapter.open({ folder: this.folder, clock: this.clock });
  }

  async remove(): Promise<void> {
    await this.store.close();
    await rm(this.folder, { recursive: true, force: true });
  }
}

/** How the tests of the contract get the store. */
export type UnderTest = () => StoreUnderTest;
