import { StoreCorruptError, StoreReadOnlyError, StoreUnavailableError } from '@safeconduct/engine';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import {
  isOpenRecord,
  limitedTo,
  type ChangeOptions,
  type JobFile,
  type JobRecord,
  type JobStore,
  type LocalFile,
  type ReceivingOptions,
} from '../../jobs/job-store.js';
import type { Database, Row } from '../database.js';
import { migrate } from '../migrate.js';
import { Contents, type JobsQuery } from './contents.js';
import { JobLeases } from './job-leases.js';
import { jobsSchema } from './jobs-schema.js';

export interface PostgresJobsOptions {
  /** Belongs to the caller, who closes it after the jobs. */
  readonly database: Database;
  /** `read` makes and changes nothing. Left out: `write`. */
  readonly mode?: 'write' | 'read' | undefined;
  /** Where the files of running jobs are copied to; left out: the folder for temporary files. */
  readonly scratchFolder?: string | undefined;
  /** After how long a file that no job names belongs to nobody. It must be longer than a file may take to arrive. */
  readonly abandonedAfterMs?: number | undefined;
}

const dayMs = 86_400_000;

interface ContentsRow extends Row {
  readonly file: number | null;
  readonly rejected: number | null;
}

interface RecordRow extends Row {
  readonly id: string;
  readonly version: number;
  readonly record: string;
}

/**
 * Jobs in the schema `safeconduct_jobs` of a database, for any number of servers. Opens nothing: the schema is brought to
 * this release by the first call.
 */
class PostgresJobs implements JobStore {
  readonly leases: JobLeases;
  readonly isShared = true;
  readonly #database: Database;
  readonly #mode: 'write' | 'read';
  readonly #contents: Contents;
  readonly #scratchFolder: string;
  readonly #abandonedAfterMs: number;
  #migrated: Promise<unknown> | undefined;
  #isClosed = false;

  constructor(options: PostgresJobsOptions) {
    const { database, mode = 'write', scratchFolder = tmpdir(), abandonedAfterMs = dayMs } = options;
    this.#database = database;
    this.#mode = mode;
    this.leases = new JobLeases(async (statement) => {
      this.#assertWritable();
      return this.#query(statement);
    });
    this.#contents = new Contents(this.#query, database.name);
    this.#scratchFolder = scratchFolder;
    this.#abandonedAfterMs = abandonedAfterMs;
  }

  async add(
    { jobId }: JobFile,
    content: AsyncIterable<Uint8Array>,
    { bytesMax, recordOf }: ReceivingOptions,
  ): Promise<JobRecord> {
    this.#assertWritable();
    const file = await this.#contents.store(limitedTo(bytesMax, content));
    try {
      const record = { id: jobId, text: recordOf(), version: 1 };
      await this.#insert(record, file);
      return record;
    } catch (error) {
      await this.#contents.removeUnnamed(file).catch(() => {});
      throw error;
    }
  }

  async find(id: string): Promise<JobRecord | undefined> {
    const [found] = await this.#query<RecordRow>({
      text: 'SELECT id, version, record FROM safeconduct_jobs.job WHERE id = $1',
      values: [id],
    });
    return found && recordFrom(found);
  }

  async list({ before, limit }: { readonly before?: string | undefined; readonly limit: number }) {
    const found = await this.#query<RecordRow>({
      text: `SELECT id, version, record FROM safeconduct_jobs.job
        WHERE $1::text IS NULL OR id < $1 ORDER BY id DESC LIMIT $2`,
      values: [before ?? null, limit],
    });
    return found.map(recordFrom);
  }

  async oldestOpen(after?: JobRecord): Promise<JobRecord | undefined> {
    const [found] = await this.#query<RecordRow>({
      text: `SELECT id, version, record FROM safeconduct_jobs.job
        WHERE is_open
          AND accepted > coalesce((SELECT accepted FROM safeconduct_jobs.job WHERE id = $1::text), 0)
        ORDER BY accepted LIMIT 1`,
      values: [after?.id ?? null],
    });
    return found && recordFrom(found);
  }

  async replace(
    before: JobRecord,
    text: string,
    options: ChangeOptions = {},
  ): Promise<JobRecord | undefined> {
    this.#assertWritable();
    const { lease, rejected, removed } = options;
    const kept = rejected === undefined && removed === undefined ? {} : await this.#contentsOf(before.id);
    const rows =
      rejected?.path === undefined
        ? undefined
        : await this.#contents.store(createReadStream(rejected.path) as AsyncIterable<Buffer>);
    const replaced = await this.#update(before, { text, options, rows });
    // What the job does not name any more goes at once; what cannot goes when it is taken for abandoned.
    for (const content of replaced === undefined ? [rows] : [kept.file, kept.rejected])
      if (typeof content === 'number') await this.#contents.removeUnnamed(content).catch(() => {});
    if (replaced !== undefined) return recordFrom(replaced);
    if (lease !== undefined) await this.leases.check(lease);
    return undefined;
  }

  async localFile({ jobId, name }: JobFile): Promise<LocalFile> {
    const { file } = await this.#contentsOf(jobId);
    if (typeof file !== 'number')
      throw new StoreCorruptError(`${this.#database.name}, job ${jobId}`, 'it is not there any more');
    const folder = await mkdtemp(join(this.#scratchFolder, 'safeconduct-job-'));
    const release = () => rm(folder, { recursive: true, force: true });
    try {
      const path = join(folder, name);
      await pipeline(this.#contents.read(file), createWriteStream(path));
      return { path, folder, release };
    } catch (error) {
      await release();
      throw error;
    }
  }

  async rejectedRows({ jobId }: JobFile): Promise<Readable | undefined> {
    const { rejected } = await this.#contentsOf(jobId);
    return typeof rejected === 'number'
      ? Readable.from(this.#contents.read(rejected), { objectMode: false })
      : undefined;
  }

  async sweep(): Promise<void> {
    this.#assertWritable();
    await this.#contents.removeAbandoned(this.#abandonedAfterMs);
  }

  close(): Promise<void> {
    this.#isClosed = true;
    return Promise.resolve();
  }

  /** The one way to the database. */
  readonly #query: JobsQuery = async (statement, options) => {
    if (this.#isClosed) throw new StoreUnavailableError(this.#database.name, 'the store is closed');
    if (this.#mode === 'write') await this.#migrate();
    return this.#database.query(statement, options);
  };

  /** Once; after a failure again. */
  #migrate(): Promise<unknown> {
    this.#migrated ??= migrate(this.#database, jobsSchema).catch((error: unknown) => {
      this.#migrated = undefined;
      throw error;
    });
    return this.#migrated;
  }

  #assertWritable(): void {
    if (this.#mode === 'read') throw new StoreReadOnlyError(this.#database.name);
  }

  async #insert({ id, version, text }: JobRecord, file: number): Promise<void> {
    await this.#query({
      text: `INSERT INTO safeconduct_jobs.job (id, version, is_open, record, file) VALUES ($1, $2, $3, $4, $5)`,
      values: [id, version, isOpenRecord(text), text, file],
    });
  }

  /** The epoch is compared in the statement that writes; the share lock keeps it what it is until that is committed. */
  async #update(
    { id, version }: JobRecord,
    {
      text,
      options: { lease, rejected, removed },
      rows,
    }: { text: string; options: ChangeOptions; rows: number | undefined },
  ): Promise<RecordRow | undefined> {
    const [updated] = await this.#query<RecordRow>({
      text: `WITH held AS (
          SELECT 1 FROM safeconduct_jobs.lease WHERE name = $5 AND holder = $6 AND epoch = $7 FOR SHARE
        )
        UPDATE safeconduct_jobs.job SET
          record = $3, is_open = $4, version = version + 1,
          rejected = CASE WHEN $8::boolean THEN $9::bigint ELSE rejected END,
          file = CASE WHEN $10::boolean THEN NULL ELSE file END
        WHERE id = $1 AND version = $2 AND ($5::text IS NULL OR EXISTS (SELECT FROM held))
        RETURNING id, version, record`,
      values: [
        ...[id, version, text, isOpenRecord(text)],
        ...[lease?.name ?? null, lease?.holder ?? null, lease?.epoch ?? null],
        ...[rejected !== undefined, rows ?? null, removed !== undefined],
      ],
    });
    return updated;
  }

  async #contentsOf(id: string): Promise<Partial<ContentsRow>> {
    const [found] = await this.#query<ContentsRow>({
      text: 'SELECT file, rejected FROM safeconduct_jobs.job WHERE id = $1',
      values: [id],
    });
    return found ?? {};
  }
}

export const openPostgresJobs = (options: PostgresJobsOptions): JobStore => new PostgresJobs(options);

const recordFrom = ({ id, version, record }: RecordRow): JobRecord => ({ id, version, text: record });
