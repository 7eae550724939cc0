import type { Lease, Leases } from '@safeconduct/engine';
import type { Readable } from 'node:stream';

/** What is kept of a job, as it was when it was read. */
export interface JobRecord {
  readonly id: string;
  /** JSON text. A record whose member `endedAt` is null is open: its job has not ended. The store reads no other member. */
  readonly text: string;
  /** Each change of the record raises it. It may be compared until the store is closed. */
  readonly version: number;
}

/** The file of a job. */
export interface JobFile {
  readonly jobId: string;
  /** Its name without a folder, such as `01-RegisterEntry.csv`. */
  readonly name: string;
}

/** How a job is received. */
export interface ReceivingOptions {
  /** How long the file may be. */
  readonly bytesMax: number;
  /** Makes the record once the whole file is there. */
  readonly recordOf: () => string;
}

/** What a change of a record comes with. */
export interface ChangeOptions {
  /** The lease under which it is written; left out by whoever runs no job. */
  readonly lease?: Lease | undefined;
  /**
   * The rejected rows that the job has from now on: a file on this machine, or none. Left out: they stay as they are.
   */
  readonly rejected?: { readonly file: JobFile; readonly path: string | undefined } | undefined;
  /** The file of the job, which is removed: nobody asks for it any more. */
  readonly removed?: JobFile | undefined;
}

/** The file of a job on this machine, in a folder where the one who imports it may write. */
export interface LocalFile {
  readonly path: string;
  readonly folder: string;
  /** Says that it is not needed here any more. A copy is removed. */
  release(): Promise<void>;
}

/** The file of a job is longer than it may be. */
export class FileTooLargeError extends Error {
  readonly code = 'FILE_TOO_LARGE';
  constructor(readonly bytesMax: number) {
    super(`the file is longer than ${bytesMax} bytes; send it in parts`);
  }
}

/**
 * The jobs of an installation: of each its record, the file that it imports, and its rejected rows. A job exists once
 * its record exists. What is answered is durable on a store whose data are. No file stands in memory as a whole.
 *
 * Several servers may work on the same jobs. Three rules keep them from undoing each other's work:
 * - A record is replaced only if nobody has replaced it since it was read. So an end stands: a server that has more to
 *   say of a job reads its record again, finds the end, and decides again.
 * - Jobs are run under one lease of this store, and what is written of a run is written under it. What is written under
 *   a lease that is over is refused, see `Leases`.
 * - While a job is being received, only the server that receives it touches it.
 */
export interface JobStore {
  /** Who may run jobs. */
  readonly leases: Leases;
  /** Whether several servers may work on these jobs at the same time. */
  readonly isShared: boolean;

  /**
   * Receives a job: its file first, then its record. All of it is kept or nothing. `content` is taken no faster than it
   * is stored, and its end is not awaited when it is too long.
   * @throws FileTooLargeError  the file is longer than `bytesMax`
   * @throws  the error of `content`
   */
  add(file: JobFile, content: AsyncIterable<Uint8Array>, options: ReceivingOptions): Promise<JobRecord>;

  /** The record of a job as it is now, whoever wrote it; `undefined` when there is no such job. */
  find(id: string): Promise<JobRecord | undefined>;

  /**
   * A page of records, by descending id.
   * @param range.before  the id of the last record of the page before; left out: the first page
   */
  list(range: {
    readonly before?: string | undefined;
    readonly limit: number;
  }): Promise<readonly JobRecord[]>;

  /**
   * The open job that was accepted first. A job that is sent when another one was answered already comes behind it. Jobs
   * of one process have ascending ids; which of two that are sent at the same time is the first is not promised.
   * @param after  the job before it in this order, to pass over one that cannot be run
   */
  oldestOpen(after?: JobRecord): Promise<JobRecord | undefined>;

  /**
   * Replaces a record, and the rejected rows with it, all or nothing. Files that go with it may go a moment before.
   * @returns the record as it is now; `undefined` when another one has replaced it since, and nothing was written
   * @throws LeaseLostError  the lease is over; nothing was written
   */
  replace(record: JobRecord, text: string, options?: ChangeOptions): Promise<JobRecord | undefined>;

  /** The file of a job, on this machine. */
  localFile(file: JobFile): Promise<LocalFile>;

  /** The rejected rows of a job; `undefined` when it has none. */
  rejectedRows(file: JobFile): Promise<Readable | undefined>;

  /**
   * Removes what was received of jobs that were never accepted, as far as it is certain that nobody is receiving them
   * any more. Touches nothing that this store did not make.
   */
  sweep(): Promise<void>;

  close(): Promise<void>;
}

/** Whether the job of a record has not ended. A damaged record is not open: nobody could run its job. */
export function isOpenRecord(text: string): boolean {
  try {
    const record = JSON.parse(text) as { readonly endedAt?: unknown } | null;
    return record?.endedAt === null;
  } catch {
    return false;
  }
}

/** The pieces of a content, up to a length. @throws FileTooLargeError  it is longer */
export async function* limitedTo(
  bytesMax: number,
  content: AsyncIterable<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of content) {
    bytes += piece.length;
    if (bytes > bytesMax) throw new FileTooLargeError(bytesMax);
    yield piece;
  }
}
