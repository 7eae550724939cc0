import { instantOf, LeaseLostError, type Lease, type Leases } from '@safeconduct/engine';
import type { Row } from '../database.js';
import type { JobsQuery } from './contents.js';

interface Acquired extends Row {
  readonly epoch: number;
  readonly held_until: Date;
}

/** The leases of jobs, by the clock of the database. */
export class JobLeases implements Leases {
  constructor(private readonly query: JobsQuery) {}

  async acquire(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const [acquired] = await this.query<Acquired>({
      // One that was given back was raised by that, and has no holder.
      text: `INSERT INTO safeconduct_jobs.lease AS known (name, epoch, holder, held_until)
        VALUES ($1, 1, $2, clock_timestamp() + $3 * interval '1 millisecond')
        ON CONFLICT (name) DO UPDATE SET
          epoch = CASE WHEN known.holder <> $2 THEN known.epoch + 1 ELSE known.epoch END,
          holder = $2,
          held_until = clock_timestamp() + $3 * interval '1 millisecond'
        WHERE known.holder IS NULL OR known.holder = $2 OR known.held_until <= clock_timestamp()
        RETURNING epoch, held_until`,
      values: [name, holder, forMs],
    });
    if (acquired === undefined) return undefined;
    const { epoch, held_until: until } = acquired;
    return { name, holder, epoch, until: instantOf(until.getTime()) };
  }

  async release({ name, epoch }: Lease): Promise<void> {
    await this.query({
      text: `UPDATE safeconduct_jobs.lease SET holder = NULL, epoch = epoch + 1
        WHERE name = $1 AND epoch = $2 AND holder IS NOT NULL`,
      values: [name, epoch],
    });
  }

  /** For one whose write was refused: whether that was because of the lease. @throws LeaseLostError */
  async check({ name, holder, epoch }: Lease): Promise<void> {
    const found = await this.query({
      text: 'SELECT 1 FROM safeconduct_jobs.lease WHERE name = $1 AND holder = $2 AND epoch = $3',
      values: [name, holder, epoch],
    });
    if (found.length === 0) throw new LeaseLostError(name, holder, epoch);
  }
}
