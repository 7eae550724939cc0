import pg from 'pg';

/**
 * What the bare driver does: each caller has a connection of its own and inserts one row a transaction into one table.
 * No streams, no expectation, no order of positions.
 */
export class SingleInserts {
  readonly #pool: pg.Pool;

  constructor(url: string, connections: number) {
    this.#pool = new pg.Pool({ connectionString: url, max: connections });
  }

  /** Makes the table. */
  async prepare(): Promise<void> {
    await this.#pool.query(
      'CREATE TABLE IF NOT EXISTS bench_row (position bigserial PRIMARY KEY, bytes text NOT NULL)',
    );
  }

  /** When it resolves, the row is durable. */
  async insert(bytes: string): Promise<void> {
    await this.#pool.query('INSERT INTO bench_row (bytes) VALUES ($1)', [bytes]);
  }

  close(): Promise<void> {
    return this.#pool.end();
  }
}
