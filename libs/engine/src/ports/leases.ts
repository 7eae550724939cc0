import type { Instant } from '@safeconduct/workflow';

/** The right to do one piece of work, for a while. */
export interface Lease {
  /** Which work it is. */
  readonly name: string;
  /** Who has it: one runner of one start of a process. */
  readonly holder: string;
  /** Which possession it is. Each change of hands raises it; what is written under an older one is refused. */
  readonly epoch: number;
  /** When it lapses unless it is renewed, by the clock of the store; for people, and for no comparison with another clock. */
  readonly until: Instant;
}

/**
 * Leases of a store: of several processes that could do a piece of work, one does it. Time is that of the store.
 *
 * A holder that was paused for too long does not know that its lease went to another one. So a lease alone excludes
 * nobody: the store compares the epoch in each write, see `ViewStore`. A store that several processes open keeps its
 * leases in the same database as what is written under them, and compares the epoch in the statement that writes.
 */
export interface Leases {
  /**
   * Gives a lease that is free, has lapsed, or is that of the same holder. To renew keeps the epoch, also after the
   * lease lapsed, as long as nobody else took it.
   * @returns the lease, for `forMs` from now; `undefined` while another one holds it
   */
  acquire(name: string, holder: string, forMs: number): Promise<Lease | undefined>;

  /** Gives it back: it is free at once, and nothing can be written under it any more. One that was lost stays lost. */
  release(lease: Lease): Promise<void>;
}
