import {
  openBox,
  openStream,
  purposeKey,
  sealBox,
  sealStream,
  StreamSealer,
  type KeyedHashes,
} from '@safeconduct/engine';
import { createSecretKey, randomBytes, type KeyObject } from 'node:crypto';
import { open } from 'node:fs/promises';
import { fileBytes } from '../import/read/text-lines.js';
import { plainPartFile, type OpenPartFile } from '../import/results/part-file.js';
import type { StoredJob } from './job.js';

const keyBytes = 32;
const purpose = 'seal keys of the files of jobs';

/**
 * The files of a job: what it imports, and its rejected rows. They hold personal values, so they are sealed, with a key of
 * the job that its record keeps, itself sealed by a key of the installation. When the record forgets it, nothing opens
 * them any more, wherever there are copies. Files of a job without a key come from a release that did not seal them.
 */
export class JobFiles {
  private constructor(
    private readonly jobId: string,
    private readonly key: KeyObject | undefined,
  ) {}

  /** Of a new job, with the sealed key for its record. */
  static begin(keys: KeyedHashes, jobId: string): { files: JobFiles; sealedKey: string } {
    const key = randomBytes(keyBytes);
    const sealedKey = sealBox(purposeKey(keys, purpose), jobId, key.toString('base64'));
    return { files: new JobFiles(jobId, createSecretKey(key)), sealedKey };
  }

  /** @throws when the key was sealed by another installation, for another job, or changed */
  static of(keys: KeyedHashes, { id, filesKey }: StoredJob): JobFiles {
    if (filesKey === undefined) return new JobFiles(id, undefined);
    const key = Buffer.from(openBox(purposeKey(keys, purpose), id, filesKey), 'base64');
    return new JobFiles(id, createSecretKey(key));
  }

  /** What is kept of a file that arrives. */
  sealed(content: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
    return this.key === undefined ? content : sealStream(this.key, this.use('file'), content);
  }

  /** The file that stands at a path of this machine, from its beginning each time. */
  bytesAt(path: string): () => AsyncIterable<Buffer> {
    return () => this.opened('file', fileBytes(path));
  }

  /** The rejected rows, as they were kept. */
  rejectedRows(kept: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    return this.opened('rejected rows', kept);
  }

  /** How the rejected rows are written. */
  get openRejected(): OpenPartFile {
    const { key } = this;
    return key === undefined ? plainPartFile : sealedPartFile(key, this.use('rejected rows'));
  }

  private opened(what: FileOfJob, kept: AsyncIterable<Buffer>): AsyncIterable<Buffer> {
    return this.key === undefined ? kept : openStream(this.key, this.use(what), kept);
  }

  private use(what: FileOfJob): string {
    return `${what} of job ${this.jobId}`;
  }
}

type FileOfJob = 'file' | 'rejected rows';

const sealedPartFile =
  (key: KeyObject, use: string): OpenPartFile =>
  async (path) => {
    const file = await open(path, 'w');
    const sealer = new StreamSealer(key, use);
    return {
      append: (text) => file.appendFile(sealer.push(Buffer.from(text, 'utf8'))),
      async complete() {
        await file.appendFile(sealer.end());
        await file.sync();
        await file.close();
      },
      close: () => file.close(),
    };
  };
