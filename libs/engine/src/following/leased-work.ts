import { LeaseLostError, LeaseTakenError } from '../errors.js';
import type { Lease, Leases } from '../ports/leases.js';
import type { Pause } from './pause.js';
import { RepeatedWork, type RepetitionOptions, type Turn } from './repeated-work.js';

/** Which lease a piece of work needs. */
export interface LeaseOptions {
  readonly leases: Leases;
  /** Names the work; all who could do it use the same name. */
  readonly name: string;
  /** Names one runner: another one has another name, also in the same process and after a restart. */
  readonly holder: string;
  /** After how many milliseconds without renewal another one may take over. */
  readonly forMs: number;
}

export interface LeasedWorkOptions extends RepetitionOptions {
  /** Left out: this process is the only one that could do the work. */
  readonly lease?: LeaseOptions | undefined;
}

/** How often a lease is asked for while it lasts: so many attempts to renew it may fail. */
const asksPerLease = 10;

/**
 * Work that is repeated, and done by one of several processes: the one that has the lease. The lease is renewed beside
 * the work, however long a turn takes, so a turn pays nothing for it. Without the lease no turn is done.
 */
export class LeasedWork {
  private readonly work: RepeatedWork;
  private held: LeaseKeeper | undefined;

  constructor(
    private readonly turn: (lease: Lease | undefined) => Promise<Turn>,
    private readonly options: LeasedWorkOptions,
  ) {
    this.work = new RepeatedWork(() => this.turnOfHolder(), options);
  }

  /** Begins. Every failure is told; the work goes on all the same. */
  start(failed: (error: unknown) => void): void {
    const { lease, pause } = this.options;
    if (lease !== undefined) {
      const gained = () => {
        this.work.wake();
      };
      this.held = new LeaseKeeper(lease, { failed, gained, pause });
      this.held.start();
    }
    this.work.start(failed);
  }

  /** Finishes the turn at hand, then gives the lease back, so that another one goes on at once. */
  async stop(): Promise<void> {
    await this.work.stop();
    await this.held?.stop();
  }

  /** Says that there may be something to do. */
  wake(): void {
    this.work.wake();
  }

  get isStopping(): boolean {
    return this.work.isStopping;
  }

  /**
   * Whether nobody else can have the lease, because it was renewed within its time, by the clock of this machine. For
   * work that has effects outside the store of the lease; it asks nobody.
   */
  get isHolder(): boolean {
    return this.held === undefined || this.held.isHolder;
  }

  /** What to write under: the lease as it was had last; `undefined` while there is none, and where none is needed. */
  get lease(): Lease | undefined {
    return this.held?.lease;
  }

  /** Waits, or until it is stopped. */
  pause(ms: number): Promise<void> {
    return this.work.pause(ms);
  }

  /**
   * Does something once, under the lease, which is given back afterwards.
   * @throws LeaseTakenError  another process has the lease; nothing was done
   */
  async once(work: (lease: Lease | undefined) => Promise<void>): Promise<void> {
    const { lease: wanted, pause } = this.options;
    if (wanted === undefined) return work(undefined);
    // If renewal fails and the lease is lost, the next write under it throws LeaseLostError.
    const held = new LeaseKeeper(wanted, { failed: () => {}, gained: () => {}, pause });
    const lease = await held.ask();
    if (lease === undefined) throw new LeaseTakenError(wanted.name);
    held.start();
    try {
      await work(lease);
    } finally {
      await held.stop();
    }
  }

  private async turnOfHolder(): Promise<Turn> {
    const { held } = this;
    if (held === undefined) return this.turn(undefined);
    const { lease } = held;
    if (lease === undefined) return 'idle';
    try {
      return await this.turn(lease);
    } catch (error) {
      if (error instanceof LeaseLostError) held.lost(lease);
      throw error;
    }
  }
}

interface HolderOptions {
  readonly failed: (error: unknown) => void;
  /** Called when it has become the holder. */
  readonly gained: () => void;
  readonly pause: Pause | undefined;
}

/** Asks for a lease again and again: to get it while another one has it, to keep it afterwards. */
class LeaseKeeper {
  /** As far as is known; only the store knows whether it is still so. */
  lease: Lease | undefined;
  /** Until when nobody else is given it, in milliseconds of this machine's steady clock. */
  private heldUntilMs = 0;
  private readonly asking: RepeatedWork;

  constructor(
    private readonly wanted: LeaseOptions,
    private readonly options: HolderOptions,
  ) {
    const pollMs = Math.ceil(wanted.forMs / asksPerLease);
    const { pause } = options;
    this.asking = new RepeatedWork(
      async () => {
        await this.ask();
        return 'idle';
      },
      { pollMs, retryMs: pollMs, retryMaxMs: pollMs, ...(pause && { pause }) },
    );
  }

  start(): void {
    this.asking.start(this.options.failed);
  }

  async ask(): Promise<Lease | undefined> {
    const { leases, name, holder, forMs } = this.wanted;
    const before = this.lease?.epoch;
    const askedMs = performance.now();
    this.lease = await leases.acquire(name, holder, forMs);
    this.heldUntilMs = askedMs + forMs;
    if (this.lease !== undefined && this.lease.epoch !== before) this.options.gained();
    return this.lease;
  }

  get isHolder(): boolean {
    return this.lease !== undefined && performance.now() < this.heldUntilMs;
  }

  /** A write under this lease was refused. */
  lost({ epoch }: Lease): void {
    if (this.lease?.epoch !== epoch) return;
    this.lease = undefined;
    this.asking.wake();
  }

  async stop(): Promise<void> {
    await this.asking.stop();
    const { lease } = this;
    this.lease = undefined;
    // A lease that cannot be given back lapses.
    if (lease !== undefined) await this.wanted.leases.release(lease).catch(this.options.failed);
  }
}
