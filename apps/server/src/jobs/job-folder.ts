import { createReadStream, createWriteStream, type ReadStream } from 'node:fs';
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { CommandFile } from '../import/command-files.js';
import { StoredJob } from './job.js';

/** The file of a job is larger than allowed. */
export class FileTooLargeError extends Error {}

/**
 * The folder of all jobs. Each job has a folder of its own, with its record, the file it imports and its
 * rejected rows. A job exists once its record exists, and the record appears whole, so a crash leaves a whole
 * job or none.
 */
export class JobFolder {
  constructor(private readonly folder: string) {}

  /** Makes the folder when there is none. */
  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true });
  }

  /** Stores the file of a job. When it fails, nothing of the job is left. @throws FileTooLargeError */
  async receive(job: StoredJob, content: Readable, bytesMax: number): Promise<void> {
    await mkdir(this.folderOf(job.id));
    try {
      // The rest of a request is not read, but the request must not be destroyed: its answer uses the same
      // socket.
      const source = content.iterator({ destroyOnReturn: false });
      await pipeline(source, limitedTo(bytesMax), createWriteStream(this.fileOf(job).path, { flush: true }));
    } catch (error) {
      await rm(this.folderOf(job.id), { recursive: true, force: true });
      throw error;
    }
  }

  /** Writes the record of a job, in place of the one before. */
  async write(job: StoredJob): Promise<void> {
    const path = this.recordOf(job.id);
    await writeFile(`${path}.part`, JSON.stringify(job), { flush: true });
    await rename(`${path}.part`, path);
  }

  /**
   * Every job. A folder without a record is of a job that was never accepted, and is removed. `damaged` is
   * called with the path of a record that cannot be read; its folder stays, because one damaged import must
   * not keep a server from starting, and its file may still be needed.
   */
  async read(damaged: (record: string) => void): Promise<readonly StoredJob[]> {
    const names = await readdir(this.folder);
    const found = await Promise.all(names.map((name) => this.readOne(name, damaged)));
    return found.filter((job) => job !== undefined);
  }

  /** The file that a job imports. */
  fileOf({ id, command, format }: StoredJob): CommandFile {
    return { path: join(this.folderOf(id), `01-${command}.${format}`), command, format };
  }

  /** The rejected rows of a job, or `undefined` when it has none. */
  async rejectedRows(job: StoredJob): Promise<ReadStream | undefined> {
    const path = this.rejectedPath(job);
    const found = await stat(path).catch(() => undefined);
    return found && createReadStream(path);
  }

  rejectedPath = (job: StoredJob): string => `${this.fileOf(job).path}.rejected.csv`;

  folderOf = (id: string): string => join(this.folder, id);

  private recordOf = (id: string): string => join(this.folderOf(id), 'job.json');

  private async readOne(id: string, damaged: (record: string) => void): Promise<StoredJob | undefined> {
    const record = this.recordOf(id);
    const text = await readFile(record, 'utf8').catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
      return undefined;
    });
    if (text === undefined) {
      await rm(this.folderOf(id), { recursive: true, force: true });
      return undefined;
    }
    const { data } = StoredJob.safeParse(parsed(text));
    if (data === undefined) damaged(record);
    return data;
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function limitedTo(bytesMax: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > bytesMax) done(new FileTooLargeError());
      else done(null, chunk);
    },
  });
}

/** Makes the entries of a folder durable, so that a file just made in it is there after a crash. */
export async function syncFolder(path: string): Promise<void> {
  const folder = await open(path);
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
