import { StoreReadOnlyError } from '@safeconduct/engine';
import type { AccountRecord, AccountStore, KeptRecord, RecordHead } from '../../accounts/account-store.js';
import type { Database, Row } from '../database.js';
import { migrate, schemaVersion } from '../migrate.js';
import { accountsSchema } from './accounts-schema.js';

const ofPerson = 'kind = $1 AND ($2::text IS NULL OR person = $2) ORDER BY id';
const table = 'safeconduct_accounts.record';
const headColumns = `kind, id, person, ends_at_ms AS "endsAtMs", version`;
const columns = `${headColumns}, body`;

export interface PostgresAccountsOptions {
  /** Belongs to the caller, who closes it afterwards. */
  readonly database: Database;
  /** `read` makes and changes nothing. */
  readonly mode: 'write' | 'read';
}

/** Accounts in the schema `safeconduct_accounts` of a database, which the first call makes. */
export const openPostgresAccounts = ({ database, mode }: PostgresAccountsOptions): AccountStore =>
  new PostgresAccountStore(database, mode);

class PostgresAccountStore implements AccountStore {
  #isThere: Promise<boolean> | undefined;

  constructor(
    private readonly database: Database,
    private readonly mode: 'write' | 'read',
  ) {}

  async find(kind: string, id: string): Promise<KeptRecord | undefined> {
    return (await this.#found('kind = $1 AND id = $2', [kind, id]))[0];
  }

  list(kind: string, person?: string): Promise<readonly KeptRecord[]> {
    return this.#found(ofPerson, [kind, person ?? null]);
  }

  heads(kind: string, person?: string): Promise<readonly RecordHead[]> {
    return this.#found<RecordHead>(ofPerson, [kind, person ?? null], headColumns);
  }

  async put({ kind, id, person, body, endsAtMs }: AccountRecord, version: number): Promise<boolean> {
    const text =
      version === 0
        ? `INSERT INTO ${table} (kind, id, person, body, ends_at_ms, version) VALUES ($1, $2, $3, $4, $5, 1)
           ON CONFLICT DO NOTHING RETURNING version`
        : `UPDATE ${table} SET person = $3, body = $4, ends_at_ms = $5, version = version + 1
           WHERE kind = $1 AND id = $2 AND version = $6 RETURNING version`;
    const values = [kind, id, person, body, endsAtMs, ...(version === 0 ? [] : [version])];
    return (await this.#changed(text, values)) > 0;
  }

  async remove(kind: string, id: string): Promise<boolean> {
    return (
      (await this.#changed(`DELETE FROM ${table} WHERE kind = $1 AND id = $2 RETURNING 1`, [kind, id])) > 0
    );
  }

  removeOf(kind: string, person: string): Promise<number> {
    return this.#changed(`DELETE FROM ${table} WHERE kind = $1 AND person = $2 RETURNING 1`, [kind, person]);
  }

  removeEnded(atMs: number): Promise<number> {
    return this.#changed(`DELETE FROM ${table} WHERE ends_at_ms <= $1 RETURNING 1`, [atMs]);
  }

  close(): Promise<void> {
    return Promise.resolve();
  }

  async #found<Found = KeptRecord>(
    where: string,
    values: readonly unknown[],
    selected = columns,
  ): Promise<readonly Found[]> {
    if (!(await this.#opened())) return [];
    return this.database.query<Found & Row>({
      text: `SELECT ${selected} FROM ${table} WHERE ${where}`,
      values,
    });
  }

  async #changed(text: string, values: readonly unknown[]): Promise<number> {
    if (this.mode === 'read') throw new StoreReadOnlyError(this.database.name);
    await this.#opened();
    return this.database.transaction(async (query) => (await query({ text, values })).length);
  }

  /** @returns whether the schema is there. A failure is tried again by the next call. */
  #opened(): Promise<boolean> {
    this.#isThere ??= this.#made().catch((error: unknown) => {
      this.#isThere = undefined;
      throw error;
    });
    return this.#isThere;
  }

  async #made(): Promise<boolean> {
    if (this.mode === 'write') await migrate(this.database, accountsSchema);
    return (await schemaVersion(this.database, accountsSchema)).found > 0;
  }
}
