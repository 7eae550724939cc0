import type { ReadEvent } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import type { Lease } from '../ports/leases.js';
import { logStart, type Position } from '../ports/position.js';
import { LeasedWork, type LeasedWorkOptions } from './leased-work.js';
import type { Turn } from './repeated-work.js';

/** The next events of the log after a position, at least one. */
export interface LogBatch {
  readonly after: Position;
  readonly events: readonly ReadEvent[];
  readonly last: RecordedEvent;
}

/** Takes the log in order, and keeps its own position in it. */
export interface LogConsumer {
  /**
   * Called before each turn: learns where to go on from, if that is not known. What it writes until the next call is
   * written under this lease, if the follower has one.
   */
  prepare?(lease?: Lease): Promise<void>;
  /**
   * After which positions it wants to read, now that the log ends at `head`; none when it has everything. Most
   * want one; a consumer whose parts are at different positions wants several, and each gets a batch a turn.
   */
  positions(head: Position): readonly Position[];
  /** Takes a batch. When it resolves, the batch is dealt with, and the consumer's position is behind it. */
  take(batch: LogBatch): Promise<void>;
  /** Called at the end of each turn. */
  settle?(head: Position): Promise<void>;
  /**
   * Called after a failure: whether the last batch was dealt with is unknown. Also when the lease has come from somebody
   * else, who may have gone on meanwhile.
   */
  forget?(): void;
}

export interface LogFollowerOptions extends Partial<LeasedWorkOptions> {
  /** The most events of a batch. */
  readonly batchSize?: number;
}

export interface FollowedLog {
  readonly events: EventStore;
  readonly codec: EventCodec;
}

const defaultBatchSize = 1000;
const defaultPollMs = 500;

/**
 * Leads a consumer through the log, batch by batch, and on as the log grows: woken by appends of this process, by the
 * clock for those of others; after a failure later and later. Everything that follows the log does it through here.
 *
 * With a lease, one of several followers works and the others are idle. A holder that was paused for too long may still
 * hand over a batch, so the store must refuse what a consumer writes once its lease is over, as a `ViewStore` does.
 */
export class LogFollower {
  private readonly work: LeasedWork;
  /** Under which possession of the lease the consumer learned what it knows. */
  private epoch: number | undefined;
  private stopListening = (): void => {};

  constructor(
    private readonly log: FollowedLog,
    private readonly consumer: LogConsumer,
    private readonly options: LogFollowerOptions = {},
  ) {
    this.work = new LeasedWork((lease) => this.orForget(() => this.turn(lease)), {
      pollMs: defaultPollMs,
      ...options,
    });
  }

  /** Goes on until it is stopped. Every failure is told, and tried again a while later. */
  start(failed: (error: unknown) => void): void {
    this.stopListening = this.log.events.onAppended(() => {
      this.work.wake();
    });
    this.work.start(failed);
  }

  /** Finishes the turn at hand, and gives the lease back. */
  async stop(): Promise<void> {
    this.stopListening();
    await this.work.stop();
  }

  /** Says that the consumer may want something. */
  wake(): void {
    this.work.wake();
  }

  /**
   * Leads the consumer to the end of the log as it is now.
   * @throws LeaseTakenError  another process has the lease; nothing was done
   */
  catchUp(): Promise<void> {
    return this.work.once((lease) =>
      this.orForget(async () => {
        await this.prepare(lease);
        const head = await this.log.events.head();
        while ((await this.step(head)) && !this.work.isStopping);
        await this.consumer.settle?.(head);
      }),
    );
  }

  private async orForget<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      this.consumer.forget?.();
      throw error;
    }
  }

  private async prepare(lease: Lease | undefined): Promise<void> {
    if (this.epoch !== lease?.epoch) this.consumer.forget?.();
    this.epoch = lease?.epoch;
    await this.consumer.prepare?.(lease);
  }

  private async turn(lease: Lease | undefined): Promise<Turn> {
    await this.prepare(lease);
    const head = await this.log.events.head();
    const worked = await this.step(head);
    await this.consumer.settle?.(head);
    if (!worked) return 'idle';
    return this.consumer.positions(head).length > 0 ? 'more' : 'gathering';
  }

  /** One batch for each position. Answers whether there was one. */
  private async step(head: Position): Promise<boolean> {
    let worked = false;
    for (const after of this.consumer.positions(head)) {
      const batch = await nextBatch(this.log, after, this.options.batchSize ?? defaultBatchSize);
      if (batch === undefined) continue;
      await this.consumer.take(batch);
      worked = true;
    }
    return worked;
  }
}

/** The whole log once, from a position to where it ends, batch by batch. */
export async function* readLog(
  log: FollowedLog,
  {
    after = logStart,
    batchSize = defaultBatchSize,
  }: { readonly after?: Position; readonly batchSize?: number } = {},
): AsyncGenerator<LogBatch> {
  let position = after;
  for (;;) {
    const batch = await nextBatch(log, position, batchSize);
    if (batch === undefined) return;
    yield batch;
    position = batch.last.position;
  }
}

async function nextBatch(
  { events, codec }: FollowedLog,
  after: Position,
  limit: number,
): Promise<LogBatch | undefined> {
  const recorded = await events.readAll({ after, limit });
  const last = recorded.at(-1);
  return last && { after, last, events: await codec.decode(recorded) };
}
