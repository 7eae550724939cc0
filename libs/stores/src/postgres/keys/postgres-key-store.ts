import { StoreReadOnlyError } from '@safeconduct/engine';
import {
  isLive,
  type DestroyedKeyRow,
  type KeyCounts,
  type KeyRow,
  type KeyStore,
  type KeyStoreHeader,
  type KeyStorePlace,
  type LiveKeyRow,
  type WrappedRoot,
} from '../../keys/key-store.js';
import { databaseName, openDatabase, type Database, type Row, type TransactionQuery } from '../database.js';
import { migrate, schemaVersion } from '../migrate.js';
import { rowsOfDatabase } from '../rows-of-database.js';
import { keysSchema } from './keys-schema.js';

const connections = 2;

const columns = `subject, key_id AS "keyId", master_id AS "masterId", wrapped, destroyed_at AS "destroyedAt"`;

interface Columns extends Row {
  readonly subject: string;
  readonly keyId: string;
  readonly masterId: string | null;
  readonly wrapped: Buffer | null;
  readonly destroyedAt: string | null;
}

/** Keys in the schema `safeconduct_keys` of a database, best one of their own. */
export const postgresKeyStorePlace = (url: string): KeyStorePlace => ({
  name: `schema safeconduct_keys of ${databaseName(url)}`,
  contents: () => rowsOfDatabase(url, 'safeconduct_keys'),
  async open(mode) {
    const database = openDatabase(url, { connections, purpose: 'keys' });
    try {
      if (mode === 'write') await migrate(database, keysSchema);
      const { found } = await schemaVersion(database, keysSchema);
      return new PostgresKeyStore(database, { mode, isThere: found > 0 });
    } catch (error) {
      await database.close();
      throw error;
    }
  },
});

/** Wrapped keys in a database, for any number of servers. */
class PostgresKeyStore implements KeyStore {
  readonly name: string;

  constructor(
    private readonly database: Database,
    private readonly state: { readonly mode: 'write' | 'read'; readonly isThere: boolean },
  ) {
    this.name = `schema safeconduct_keys of ${database.name}`;
  }

  async header(): Promise<KeyStoreHeader | undefined> {
    if (!this.state.isThere) return undefined;
    const [store] = await this.database.query<{ id: string }>({
      text: 'SELECT id FROM safeconduct_keys.store',
    });
    if (store === undefined) return undefined;
    const roots = await this.database.query<WrappedRoot & Row>({
      text: `SELECT master_id AS "masterId", wrapped FROM safeconduct_keys.root ORDER BY master_id`,
    });
    return { storeId: store.id, roots };
  }

  async begin({ storeId, roots }: KeyStoreHeader): Promise<KeyStoreHeader> {
    await this.#write(async (query) => {
      // Of several servers one begins it; the others wait here and find it begun.
      await query({ text: 'LOCK TABLE safeconduct_keys.store IN EXCLUSIVE MODE' });
      if ((await query({ text: 'SELECT id FROM safeconduct_keys.store' })).length > 0) return;
      await query({ text: 'INSERT INTO safeconduct_keys.store (id) VALUES ($1)', values: [storeId] });
      for (const root of roots) await insertRoot(query, root);
    });
    return (await this.header()) as KeyStoreHeader;
  }

  addRoot(root: WrappedRoot): Promise<void> {
    return this.#write((query) => insertRoot(query, root));
  }

  removeRoot(masterId: string): Promise<void> {
    return this.#write(async (query) => {
      await query({ text: 'DELETE FROM safeconduct_keys.root WHERE master_id = $1', values: [masterId] });
    });
  }

  async find(subjects: readonly string[]): Promise<readonly KeyRow[]> {
    if (!this.state.isThere) return [];
    const text = `SELECT ${columns} FROM safeconduct_keys.subject_key WHERE subject = ANY($1::text[])`;
    return (await this.database.query<Columns>({ text, values: [subjects] })).map(rowOf);
  }

  async keep(rows: readonly KeyRow[]): Promise<readonly KeyRow[]> {
    // In one order everywhere, so that two servers that keep the same do not wait for each other for ever.
    const ordered = [...rows].sort((one, other) => (one.subject < other.subject ? -1 : 1));
    await this.#write(async (query) => {
      await query({
        text: `INSERT INTO safeconduct_keys.subject_key (subject, key_id, master_id, wrapped, destroyed_at)
          SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[], $5::text[]) ON CONFLICT DO NOTHING`,
        values: columnsOf(ordered),
      });
    });
    return this.find(rows.map(({ subject }) => subject));
  }

  async destroy({ subject, keyId, destroyedAt }: DestroyedKeyRow): Promise<DestroyedKeyRow> {
    await this.#write(async (query) => {
      await query({
        text: `INSERT INTO safeconduct_keys.subject_key AS known (subject, key_id, destroyed_at) VALUES ($1, $2, $3)
          ON CONFLICT (subject) DO UPDATE
          SET key_id = excluded.key_id, master_id = NULL, wrapped = NULL, destroyed_at = excluded.destroyed_at
          WHERE known.destroyed_at IS NULL`,
        values: [subject, keyId, destroyedAt],
      });
    });
    return (await this.find([subject]))[0] as DestroyedKeyRow;
  }

  rewrap(rows: readonly LiveKeyRow[]): Promise<void> {
    return this.#write(async (query) => {
      await query({
        text: `UPDATE safeconduct_keys.subject_key AS known SET master_id = new.master_id, wrapped = new.wrapped
          FROM unnest($1::text[], $2::text[], $3::text[], $4::bytea[]) AS new (subject, key_id, master_id, wrapped)
          WHERE known.subject = new.subject AND known.key_id = new.key_id AND known.wrapped IS NOT NULL`,
        values: columnsOf(rows).slice(0, 4),
      });
    });
  }

  async page({
    after,
    limit,
  }: {
    readonly after: string;
    readonly limit: number;
  }): Promise<readonly KeyRow[]> {
    const text = `SELECT ${columns} FROM safeconduct_keys.subject_key WHERE subject > $1 ORDER BY subject LIMIT $2`;
    return (await this.database.query<Columns>({ text, values: [after, limit] })).map(rowOf);
  }

  async counts(): Promise<KeyCounts> {
    const found = await this.database.query<{ masterId: string | null; count: number }>({
      text: `SELECT master_id AS "masterId", count(*) AS count FROM safeconduct_keys.subject_key GROUP BY master_id`,
    });
    const live = found.flatMap(({ masterId, count }) =>
      masterId === null ? [] : [[masterId, count] as const],
    );
    return { live: new Map(live), destroyed: found.find(({ masterId }) => masterId === null)?.count ?? 0 };
  }

  close(): Promise<void> {
    return this.database.close();
  }

  #write(work: (query: TransactionQuery) => Promise<void>): Promise<void> {
    if (this.state.mode === 'read') return Promise.reject(new StoreReadOnlyError(this.name));
    return this.database.transaction(work);
  }
}

async function insertRoot(query: TransactionQuery, { masterId, wrapped }: WrappedRoot): Promise<void> {
  await query({
    text: 'INSERT INTO safeconduct_keys.root VALUES ($1, $2) ON CONFLICT DO NOTHING',
    values: [masterId, wrapped],
  });
}

const rowOf = ({ subject, keyId, masterId, wrapped, destroyedAt }: Columns): KeyRow =>
  masterId === null || wrapped === null
    ? { subject, keyId, destroyedAt: destroyedAt ?? '' }
    : { subject, keyId, masterId, wrapped };

/** The rows as one list a column. */
const columnsOf = (rows: readonly KeyRow[]): readonly (readonly unknown[])[] => [
  rows.map(({ subject }) => subject),
  rows.map(({ keyId }) => keyId),
  rows.map((row) => (isLive(row) ? row.masterId : null)),
  rows.map((row) => (isLive(row) ? row.wrapped : null)),
  rows.map((row) => (isLive(row) ? null : row.destroyedAt)),
];
