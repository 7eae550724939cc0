import { instantOf, LeaseLostError, type Lease, type Leases } from '@safeconduct/engine';
import type { Row, TransactionQuery } from '../database.js';
import { inSchema } from './table-sql.js';

const lease = inSchema('lease');

const untilMs = `(extract(epoch FROM clock_timestamp()) * 1000)::bigint + $3`;
const hasLapsed = `until_ms <= (extract(epoch FROM clock_timestamp()) * 1000)::bigint`;

/**
 * Renews the lease of a holder. It changes no column of a key, so it does not wait for a batch that is being written
 * under the lease (`FOR NO KEY UPDATE` beside `FOR KEY SHARE`).
 */
const renew = `UPDATE ${lease} SET until_ms = ${untilMs} WHERE name = $1 AND holder = $2
  RETURNING epoch, until_ms`;

/**
 * Takes a lease that nobody has, or that has lapsed. It changes the epoch, or locks the row as if it did, so it waits for
 * a batch that is being written under the lease.
 */
const take = `INSERT INTO ${lease} AS known (name, holder, epoch, until_ms) VALUES ($1, $2, 1, ${untilMs})
  ON CONFLICT (name) DO UPDATE SET
    holder = excluded.holder,
    until_ms = ${untilMs},
    epoch = known.epoch + CASE WHEN known.holder IS NULL OR known.holder = excluded.holder THEN 0 ELSE 1 END
  WHERE known.holder IS NULL OR known.holder = excluded.holder OR known.${hasLapsed}
  RETURNING epoch, until_ms`;

/** Nobody has it afterwards, and nothing is written under the epoch that it had. */
const release = `UPDATE ${lease} SET holder = NULL, epoch = epoch + 1
  WHERE name = $1 AND holder = $2 AND epoch = $3`;

interface Held extends Row {
  readonly epoch: number;
  readonly until_ms: number;
}

/**
 * Leases in the database that has the views, by its clock. Their epochs are compared in the transaction that writes.
 */
export class PostgresLeases implements Leases {
  constructor(private readonly query: TransactionQuery) {}

  async acquire(name: string, holder: string, forMs: number): Promise<Lease | undefined> {
    const values = [name, holder, forMs];
    const [renewed] = await this.query<Held>({ text: renew, values });
    const [held] = renewed === undefined ? await this.query<Held>({ text: take, values }) : [renewed];
    if (held === undefined) return undefined;
    return { name, holder, epoch: held.epoch, until: instantOf(held.until_ms) };
  }

  async release({ name, holder, epoch }: Lease): Promise<void> {
    await this.query({ text: release, values: [name, holder, epoch] });
  }
}

/**
 * Compares a lease, and locks it until the end of the transaction: a change of hands waits for that.
 * @throws LeaseLostError
 */
export async function holdLease(query: TransactionQuery, held: Lease | undefined): Promise<void> {
  if (held === undefined) return;
  const { name, holder, epoch } = held;
  const found = await query({
    text: `SELECT FROM ${lease} WHERE name = $1 AND holder = $2 AND epoch = $3 FOR KEY SHARE`,
    values: [name, holder, epoch],
  });
  if (found.length === 0) throw new LeaseLostError(name, holder, epoch);
}
