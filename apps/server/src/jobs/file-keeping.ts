import type { Erasures, Lease } from '@safeconduct/engine';
import { epochMsOf, instantOf, type Instant } from '@safeconduct/workflow';
import type { JobRecords } from './job-records.js';
import { fileOf, hasRejectedRows, isEnded, leftWith, type StoredJob } from './job.js';

export interface FileKeepingOptions {
  /** For how long rejected rows can be read after the end of their job, in milliseconds. */
  readonly rejectedKeptMs: number;
}

/**
 * Removes the files of jobs that have ended: the file that was imported at once, because whoever sent it has it; the
 * rejected rows after a while, and so what a bulk job sent and what became of it, with which it can be sent again. They go
 * earlier when a person is erased, because nobody knows whose rows they are: the file
 * can be sent again, and rejects the same rows.
 */
export class FileKeeping {
  constructor(
    private readonly records: JobRecords,
    private readonly erasures: Pick<Erasures, 'finished'>,
    private readonly options: FileKeepingOptions,
  ) {}

  /** Until when the rejected rows of a job are kept; `null` when it has none, or has them no more. */
  rejectedUntil(job: StoredJob): Instant | null {
    return hasRejectedRows(job) ? this.keptUntil(job) : null;
  }

  private keptUntil(job: StoredJob): Instant | null {
    if (job.endedAt === null || job.files === 'none') return null;
    return instantOf(epochMsOf(job.endedAt) + this.options.rejectedKeptMs);
  }

  /** How many erasures this process knows of. */
  get erased(): number {
    return this.erasures.finished.length;
  }

  /**
   * Removes what is not needed any more, of all jobs but one that is running.
   * @throws LeaseLostError  the lease is over; the rest is left to whoever has it
   */
  async tidy(now: Instant, lease: Lease | undefined, isRunning: (job: StoredJob) => boolean): Promise<void> {
    for await (const job of this.records.all()) {
      if (!isEnded(job) || job.files === 'none' || isRunning(job)) continue;
      const needed = this.neededOf(job, now);
      if (needed === 'all' || needed === job.files) continue;
      const file = fileOf(job);
      const rejected = needed === 'none' ? { file, path: undefined } : undefined;
      await this.records.change(job.id, leftWith(needed), { lease, removed: file, rejected });
    }
  }

  private neededOf(job: StoredJob, now: Instant): StoredJob['files'] {
    if (job.kind === 'bulk') return this.isKept(this.keptUntil(job), job, now) ? 'all' : 'none';
    return this.isKept(this.rejectedUntil(job), job, now) ? 'rejectedRows' : 'none';
  }

  private isKept(until: Instant | null, job: StoredJob, now: Instant): boolean {
    if (until === null || epochMsOf(until) <= epochMsOf(now)) return false;
    const erasedAt = this.erasures.finished.at(-1)?.destroyedAt;
    return erasedAt === undefined || epochMsOf(erasedAt) < epochMsOf(job.createdAt);
  }
}
