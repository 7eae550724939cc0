import {
  epochMsOf,
  instantOf,
  LeaseLostError,
  type Clock,
  type Lease,
  type Leases,
} from '@safeconduct/engine';

interface Entry {
  readonly epoch: number;
  /** Undefined once it was given back. */
  readonly holder: string | undefined;
  readonly untilMs: number;
}

/**
 * The leases of a store that one process opens: they are kept in memory. A data folder has a lock of its own, so the
 * leases of a process that ended have ended with it, and no restart waits for one to lapse.
 *
 * They hold among those who share the opened store. Where the same process opens its views a second time, as a server's
 * thread of projections does, that one has leases of its own; between the two stands the fence of the checkpoint.
 */
export class ProcessLeases implements Leases {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly clock: Clock) {}

  acquire(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const nowMs = epochMsOf(this.clock.now());
    const known = this.#entries.get(name);
    if (known !== undefined && isOfAnother(known, holder, nowMs)) return Promise.resolve(undefined);
    const epoch = epochAfter(known, holder);
    const untilMs = nowMs + forMs;
    this.#entries.set(name, { epoch, holder, untilMs });
    return Promise.resolve({ name, holder, epoch, until: instantOf(untilMs) });
  }

  release({ name, epoch }: Lease): Promise<void> {
    const known = this.#entries.get(name);
    if (known?.epoch === epoch) this.#entries.set(name, { ...known, epoch: epoch + 1, holder: undefined });
    return Promise.resolve();
  }

  /**
   * For the store, just before it writes, with nothing in between that waits.
   * @throws LeaseLostError  the lease is over
   */
  check({ name, holder, epoch }: Lease): void {
    const known = this.#entries.get(name);
    if (known?.epoch !== epoch) throw new LeaseLostError(name, holder, epoch);
  }
}

const isOfAnother = (known: Entry, holder: string, nowMs: number): boolean =>
  known.holder !== undefined && known.holder !== holder && known.untilMs > nowMs;

/** One that was given back has been raised by that. */
function epochAfter(known: Entry | undefined, holder: string): number {
  if (known === undefined) return 1;
  return known.holder === undefined || known.holder === holder ? known.epoch : known.epoch + 1;
}
