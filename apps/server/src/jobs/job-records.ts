import type { ChangeOptions, JobRecord, JobStore } from '@safeconduct/stores';
import type { ErrorLog } from '../console/error-log.js';
import { fileOf, StoredJob, type JobRule } from './job.js';

const pageLength = 200;

/** How a job is received. */
export interface JobContent {
  readonly content: AsyncIterable<Uint8Array>;
  readonly bytesMax: number;
  /** About how many rows it has; asked once all of it is there. */
  readonly total: () => number;
}

/** Reads and changes the records of jobs. A damaged record is told once and passed over. */
export class JobRecords {
  private readonly damaged = new Set<string>();

  constructor(
    private readonly store: JobStore,
    private readonly logger: ErrorLog,
  ) {}

  /** Stores a file and the record of its job. @throws FileTooLargeError */
  async add(job: StoredJob, { content, bytesMax, total }: JobContent): Promise<StoredJob> {
    let counted = job;
    const recordOf = () => {
      counted = { ...job, total: total() };
      return JSON.stringify(counted);
    };
    await this.store.add(fileOf(job), content, { bytesMax, recordOf });
    return counted;
  }

  async find(id: string): Promise<StoredJob | undefined> {
    const record = await this.store.find(id);
    return record && this.read(record);
  }

  /** All jobs behind an id, the newest first. They are read page by page, as they are taken. */
  async *all(before?: string): AsyncGenerator<StoredJob> {
    for (let last = before; ;) {
      const page = await this.store.list({ before: last, limit: pageLength });
      for (const record of page) {
        const job = this.read(record);
        if (job !== undefined) yield job;
      }
      if (page.length < pageLength) return;
      last = page.at(-1)?.id;
    }
  }

  /** The job to run next. */
  async oldestOpen(): Promise<StoredJob | undefined> {
    let record = await this.store.oldestOpen();
    while (record !== undefined) {
      const job = this.read(record);
      if (job !== undefined) return job;
      record = await this.store.oldestOpen(record);
    }
    return undefined;
  }

  /**
   * Changes a job by a rule, which is asked again when another one has changed the job meanwhile. Resolves with the job
   * as it is afterwards.
   * @throws LeaseLostError  the lease is over; nothing was written
   */
  async change(id: string, rule: JobRule, options: ChangeOptions = {}): Promise<StoredJob> {
    for (;;) {
      const record = await this.store.find(id);
      const job = record && this.read(record);
      if (record === undefined || job === undefined)
        throw new Error(`job ${id} has no record that can be read`);
      const changed = rule(job);
      if (changed === undefined) return job;
      if ((await this.store.replace(record, JSON.stringify(changed), options)) !== undefined) return changed;
    }
  }

  /** Reads every record once, so that the damaged ones are told. */
  async check(): Promise<void> {
    const jobs = this.all();
    for (let next = await jobs.next(); next.done !== true;) next = await jobs.next();
  }

  private read({ id, text }: JobRecord): StoredJob | undefined {
    const { data } = StoredJob.safeParse(parsed(text));
    if (data === undefined && !this.damaged.has(id)) {
      this.damaged.add(id);
      this.logger.error({ job: id }, 'the record of a job is damaged and was skipped; send it again');
    }
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
