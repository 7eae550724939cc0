import { StoreReadOnlyError, StoreUnavailableError, type Clock, type Lease } from '@safeconduct/engine';
import { createReadStream, createWriteStream, type Dirent } from 'node:fs';
import { copyFile, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ProcessLeases } from '../leases/process-leases.js';
import {
  limitedTo,
  type ChangeOptions,
  type JobFile,
  type JobRecord,
  type JobStore,
  type LocalFile,
  type ReceivingOptions,
} from './job-store.js';
import { RecordIndex } from './record-index.js';

export interface FolderJobsOptions {
  /** The folder of all jobs. It is made when there is none, with the first job. */
  readonly folder: string;
  readonly clock: Clock;
  /** `read` works beside the process that writes, and changes nothing. Left out: `write`. */
  readonly mode?: 'write' | 'read';
}

const jobId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
/** What the program makes in the folder of a job. */
const ownFile = /^(\d+-[A-Za-z][A-Za-z0-9]*\.(csv|jsonl)(\.rejected\.csv(\.part)?)?|job\.json\.part)$/;
const recordName = 'job.json';

/**
 * Jobs in a folder, for one process at a time. Each job has a folder of its own, with its record, the file that it
 * imports and its rejected rows. The record appears whole and last, so a crash leaves a whole job or none.
 */
class FolderJobs implements JobStore {
  readonly leases: ProcessLeases;
  readonly isShared = false;
  readonly #folder: string;
  readonly #mode: 'write' | 'read';
  readonly #receiving = new Set<string>();
  #records: Promise<RecordIndex> | undefined;
  #writing: Promise<unknown> = Promise.resolve();
  #isClosed = false;

  constructor({ folder, clock, mode = 'write' }: FolderJobsOptions) {
    this.leases = new ProcessLeases(clock);
    this.#folder = folder;
    this.#mode = mode;
  }

  async add(
    file: JobFile,
    content: AsyncIterable<Uint8Array>,
    options: ReceivingOptions,
  ): Promise<JobRecord> {
    this.#assertWritable();
    const records = await this.#known();
    const folder = this.#folderOf(file.jobId);
    this.#receiving.add(file.jobId);
    try {
      await ownFolder(this.#folder);
      await mkdir(folder);
      await pipeline(
        limitedTo(options.bytesMax, content),
        createWriteStream(this.#pathOf(file), { flush: true }),
      );
      const record = { id: file.jobId, text: options.recordOf(), version: 1 };
      await this.#write(record);
      await syncFolder(folder);
      await syncFolder(this.#folder);
      records.put(record);
      return record;
    } catch (error) {
      await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      this.#receiving.delete(file.jobId);
    }
  }

  async find(id: string): Promise<JobRecord | undefined> {
    return (await this.#known()).get(id);
  }

  async list({ before, limit }: { readonly before?: string | undefined; readonly limit: number }) {
    return (await this.#known()).page(before, limit);
  }

  async oldestOpen(after?: JobRecord): Promise<JobRecord | undefined> {
    return (await this.#known()).oldestOpen(after?.id);
  }

  async replace(
    before: JobRecord,
    text: string,
    options: ChangeOptions = {},
  ): Promise<JobRecord | undefined> {
    this.#assertWritable();
    const records = await this.#known();
    // One change after the other, so that each is compared with what the one before has left.
    const change = this.#writing.then(() => this.#replaceIn(records, { before, text, options }));
    this.#writing = change.catch(() => {});
    return change;
  }

  localFile(file: JobFile): Promise<LocalFile> {
    const local = { path: this.#pathOf(file), folder: this.#folderOf(file.jobId) };
    return Promise.resolve({ ...local, release: () => Promise.resolve() });
  }

  async rejectedRows(file: JobFile): Promise<Readable | undefined> {
    const path = this.#rejectedOf(file);
    const found = await stat(path).catch(() => undefined);
    return found && createReadStream(path);
  }

  async sweep(): Promise<void> {
    this.#assertWritable();
    const records = await this.#known();
    for (const id of await this.#jobFolders()) {
      if (records.get(id) !== undefined || this.#receiving.has(id)) continue;
      const content = await readdir(this.#folderOf(id), { withFileTypes: true });
      if (content.every((entry) => entry.isFile() && ownFile.test(entry.name)))
        await rm(this.#folderOf(id), { recursive: true, force: true });
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#writing;
  }

  async #replaceIn(
    records: RecordIndex,
    { before, text, options }: { before: JobRecord; text: string; options: ChangeOptions },
  ): Promise<JobRecord | undefined> {
    if (records.get(before.id)?.version !== before.version) return undefined;
    const { lease, rejected, removed } = options;
    if (lease !== undefined) this.leases.check(lease);
    if (rejected !== undefined) await this.#keepRejected(rejected);
    if (removed !== undefined) await rm(this.#pathOf(removed), { force: true });
    const record = { ...before, text, version: before.version + 1 };
    await this.#write(record, lease);
    records.put(record);
    return record;
  }

  /** An import in this folder has left them where they belong. */
  async #keepRejected({ file, path }: NonNullable<ChangeOptions['rejected']>): Promise<void> {
    const target = this.#rejectedOf(file);
    if (path === target) return;
    if (path === undefined) return rm(target, { force: true });
    await copyFile(path, `${target}.part`);
    await rename(`${target}.part`, target);
  }

  /** Writes a record in place of the one before. */
  async #write({ id, text }: JobRecord, lease?: Lease): Promise<void> {
    const path = join(this.#folderOf(id), recordName);
    await writeFile(`${path}.part`, text, { flush: true });
    if (lease !== undefined) this.leases.check(lease);
    await rename(`${path}.part`, path);
  }

  /** The records, from disk at first; whoever only reads reads them each time, because another process writes them. */
  #known(): Promise<RecordIndex> {
    if (this.#isClosed) return Promise.reject(new StoreUnavailableError('jobs', 'the store is closed'));
    if (this.#mode === 'read') return this.#load();
    this.#records ??= this.#load().catch((error: unknown) => {
      this.#records = undefined;
      throw error;
    });
    return this.#records;
  }

  async #load(): Promise<RecordIndex> {
    const index = new RecordIndex();
    const found = await Promise.all((await this.#jobFolders()).map((id) => this.#read(id)));
    for (const record of found) if (record !== undefined) index.put(record);
    return index;
  }

  async #read(id: string): Promise<JobRecord | undefined> {
    const text = await unlessMissing(readFile(join(this.#folderOf(id), recordName), 'utf8'));
    return text === undefined ? undefined : { id, text, version: 1 };
  }

  /** The ids that have a folder. What else lies there is of somebody else. */
  async #jobFolders(): Promise<readonly string[]> {
    const found: readonly Dirent[] =
      (await unlessMissing(readdir(this.#folder, { withFileTypes: true }))) ?? [];
    return found.filter((entry) => entry.isDirectory() && jobId.test(entry.name)).map(({ name }) => name);
  }

  #assertWritable(): void {
    if (this.#mode === 'read') throw new StoreReadOnlyError(this.#folder);
  }

  #folderOf = (id: string): string => join(this.#folder, id);
  #pathOf = ({ jobId: id, name }: JobFile): string => join(this.#folderOf(id), name);
  #rejectedOf = (file: JobFile): string => `${this.#pathOf(file)}.rejected.csv`;
}

/** Opens the jobs in a folder. Nothing is read or made before the first one is asked for. */
export const openFolderJobs = (options: FolderJobsOptions): JobStore => new FolderJobs(options);

async function unlessMissing<Result>(work: Promise<Result>): Promise<Result | undefined> {
  try {
    return await work;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Makes the entries of a folder durable, so that a file just made in it is there after a crash. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/**
 * Makes the folder of all jobs, if it is not there. Not with those above it: where the disk takes no writes, that would
 * fail without saying so.
 */
async function ownFolder(folder: string): Promise<void> {
  try {
    await mkdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
