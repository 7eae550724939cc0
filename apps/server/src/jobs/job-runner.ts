import {
  LeasedWork,
  LeaseLostError,
  RepeatedWork,
  sealedLength,
  type Lease,
  type LeaseOptions,
  type Turn,
} from '@safeconduct/engine';
import { uuidIds } from '@safeconduct/stores';
import { epochMsOf } from '@safeconduct/workflow';
import { Readable } from 'node:stream';
import type { ErrorLog } from '../console/error-log.js';
import { rowsOf } from '../import/count-rows.js';
import { LineCounter } from '../import/read/text-lines.js';
import { FileKeeping } from './file-keeping.js';
import { JobFiles } from './job-files.js';
import { JobRecords } from './job-records.js';
import { JobRun, type JobPorts } from './job-run.js';
import { jobsToMend, type MendingAsked } from './jobs-to-mend.js';
import { Verifications } from './verifications.js';
import { BulkJobs } from './bulk/bulk-jobs.js';
import { cancelled, fileOf, isEnded, queuedJob, type ImportRequest, type StoredJob } from './job.js';

/** How soon a job is begun that another server received. One of this process is begun at once. */
const pollMs = 1000;
const retryMaxMs = 5000;
const patienceMs = 600_000;
/** How often files are looked for that can go by now. What this process ends or cancels goes at once. */
const tidyEveryMs = 600_000;
const defaultRejectedKeptMs = 30 * 86_400_000;

export interface JobRunnerOptions {
  /** Left out: this process is the only one that runs jobs. */
  readonly lease?: LeaseOptions | undefined;
  /** For how long a store of several servers may not answer until a job fails for it. Left out: ten minutes. */
  readonly patienceMs?: number | undefined;
  /** For how long rejected rows can be read after the end of their job. Left out: 30 days. */
  readonly rejectedKeptMs?: number | undefined;
}

/** Which jobs to list. */
export interface JobList {
  readonly state: StoredJob['state'] | undefined;
  readonly kind?: StoredJob['kind'] | undefined;
  /** Which of them may be told at all; left out: each. */
  readonly isSeen?: ((job: StoredJob) => boolean) | undefined;
  /** The id of the last job of the page before. */
  readonly before: string | undefined;
  readonly limit: number;
}

/**
 * The jobs of an installation. Every server receives, shows and cancels any of them. The one that has the lease runs
 * them, one at a time, in the order in which they were submitted; when it ends, another one goes on.
 *
 * An accepted job survives a restart: a job that was running is run again from its beginning, and rows that were
 * recorded record nothing again.
 */
export class JobRunner {
  /** Those that send one command to many cases. */
  readonly bulk: BulkJobs;
  /** Those that check the log. */
  readonly verifications: Verifications;
  private readonly records: JobRecords;
  private readonly work: LeasedWork;
  /** The run at hand, or one whose end could not be kept yet. */
  private current: JobRun | undefined;
  private brokenOff: JobRun | undefined;
  private readonly files: FileKeeping;
  private readonly tidying: RepeatedWork;
  /** Until when no file is looked for that can go, by the clock of the ports; the past when there may be one. */
  private tidyAtMs = 0;
  /** How many erasures were known when the files were tidied last. */
  private erasedBefore = 0;

  constructor(
    private readonly ports: JobPorts,
    private readonly logger: ErrorLog,
    private readonly options: JobRunnerOptions = {},
  ) {
    this.records = new JobRecords(ports.jobs, logger);
    const queued = () => {
      this.work.wake();
    };
    this.verifications = new Verifications({ clock: ports.clock, records: this.records, queued });
    this.bulk = new BulkJobs({
      ...{ ports, records: this.records, queued },
      running: (id) => (this.current?.job.id === id ? this.current.items : undefined),
    });
    const { lease, rejectedKeptMs = defaultRejectedKeptMs } = options;
    this.files = new FileKeeping(this.records, ports.engine.erasures, { rejectedKeptMs });
    this.tidying = new RepeatedWork(() => this.tidy(), { pollMs, retryMaxMs });
    this.work = new LeasedWork((held) => this.turn(held), { pollMs, retryMaxMs, lease });
  }

  /** Begins to run the jobs that have not ended. */
  async start(): Promise<void> {
    await this.ports.jobs.sweep();
    await this.records.check();
    this.work.start((error) => {
      if (error instanceof LeaseLostError)
        this.logger.warn({ err: error }, 'another server may run the jobs now');
      else this.logger.error({ err: error }, 'jobs stand still; the next attempt follows soon');
    });
    this.tidying.start((error) => {
      this.logger.error(
        { err: error },
        'files of imports could not be removed; the next attempt follows soon',
      );
    });
  }

  /** Stops the running job. It is run again by another server, or after the next start. */
  async stop(): Promise<void> {
    const stopped = [this.work.stop(), this.tidying.stop()];
    this.current?.stopBecause('stopping');
    await Promise.all(stopped);
    await this.current?.close();
  }

  /** A page of jobs, the newest first, and whether there are more. */
  async list({
    state,
    kind,
    isSeen,
    before,
    limit,
  }: JobList): Promise<{ jobs: readonly StoredJob[]; isLast: boolean }> {
    const jobs: StoredJob[] = [];
    for await (const record of this.records.all(before)) {
      const job = this.shown(record);
      if (state !== undefined && job.state !== state) continue;
      if ((kind !== undefined && job.kind !== kind) || isSeen?.(job) === false) continue;
      if (jobs.length === limit) return { jobs, isLast: false };
      jobs.push(job);
    }
    return { jobs, isLast: true };
  }

  /** Those that failed or had refusals, among the newest. */
  toMend(asked: MendingAsked): Promise<readonly StoredJob[]> {
    return jobsToMend(this.records.all(), asked);
  }

  /** The job of this id, or `undefined`. */
  async find(id: string): Promise<StoredJob | undefined> {
    const job = await this.records.find(id);
    return job && this.shown(job);
  }

  /**
   * The rejected rows of a job as a CSV file, or `undefined` when it has none.
   * @throws SealedStreamError  they were changed where they are kept
   */
  async rejectedRows(job: StoredJob): Promise<Readable | undefined> {
    if (job.kind !== 'import' || job.files === 'none') return undefined;
    const kept = await this.ports.jobs.rejectedRows(fileOf(job));
    return kept && begun(JobFiles.of(this.ports.keys, job).rejectedRows(kept));
  }

  /** Until when these can be read; `null` when there are none any more. */
  rejectedUntil(job: StoredJob): string | null {
    return this.files.rejectedUntil(job);
  }

  /**
   * Stores a file and queues its import. When it resolves, the job survives a crash. @throws
   * FileTooLargeError
   */
  async submit(request: ImportRequest, content: Readable, bytesMax: number): Promise<StoredJob> {
    const id = uuidIds.next();
    const { files, sealedKey } = JobFiles.begin(this.ports.keys, id);
    const job = queuedJob(request, { id, createdAt: this.ports.clock.now(), filesKey: sealedKey });
    const counter = new LineCounter();
    const queued = await this.records.add(job, {
      content: files.sealed(counted(content, counter)),
      bytesMax: sealedLength(bytesMax),
      total: () => rowsOf(counter.lines, job.format),
    });
    this.work.wake();
    return queued;
  }

  /** Cancels a job. What it recorded stays. @returns the job, or `undefined` when it had ended */
  async cancel(id: string): Promise<StoredJob | undefined> {
    const before = await this.find(id);
    if (before === undefined || isEnded(before)) return undefined;
    const run = this.current?.job.id === id ? this.current : undefined;
    // The import is stopped before the record is written, so that no row is sent while the disk is slow.
    run?.stopBecause('cancelled');
    const rule = cancelled(this.ports.clock.now(), run?.reached ?? {});
    const after = await this.records.change(id, rule);
    this.tidySoon();
    return after.state === 'cancelled' ? after : undefined;
  }

  /** Runs the oldest job that has not ended, or keeps the end of the one before when that could not be kept. */
  private async turn(lease: Lease | undefined): Promise<Turn> {
    const run = this.current ?? (await this.next(lease));
    if (run === undefined) return 'idle';
    try {
      await run.toEnd();
    } catch (error) {
      // An end that could not be kept is shown here, and kept as soon as that is possible.
      this.brokenOff = run;
      if (!run.hasEnd || error instanceof LeaseLostError) await this.leave(run);
      throw error;
    }
    await this.leave(run);
    return 'more';
  }

  private async next(lease: Lease | undefined): Promise<JobRun | undefined> {
    const job = await this.records.oldestOpen();
    if (job === undefined || this.work.isStopping) return undefined;
    const { ports, records, logger, brokenOff } = this;
    const { patienceMs: patience = patienceMs } = this.options;
    const isHolder = () => this.work.isHolder;
    const parts = { ports, records, logger, lease, isHolder, brokenOff, patienceMs: patience };
    this.current = new JobRun(parts, job);
    return this.current;
  }

  private async leave(run: JobRun): Promise<void> {
    this.current = undefined;
    await run.close();
    this.tidySoon();
  }

  private tidySoon(): void {
    this.tidyAtMs = 0;
    this.tidying.wake();
  }

  /** Only whoever runs jobs removes their files, so that none goes that a run reads. */
  private async tidy(): Promise<'idle'> {
    const { clock } = this.ports;
    const { erased } = this.files;
    const isDue = erased !== this.erasedBefore || epochMsOf(clock.now()) >= this.tidyAtMs;
    if (!this.work.isHolder || !isDue) return 'idle';
    this.tidyAtMs = epochMsOf(clock.now()) + tidyEveryMs;
    try {
      await this.files.tidy(clock.now(), this.work.lease, ({ id }) => id === this.current?.job.id);
      this.erasedBefore = erased;
    } catch (error) {
      this.tidyAtMs = 0;
      if (!(error instanceof LeaseLostError)) throw error;
    }
    return 'idle';
  }

  private shown(job: StoredJob): StoredJob {
    return this.current?.shown(job) ?? job;
  }
}

/** The same bytes. The first ones have been read, so what cannot be read at all is known before an answer begins. */
async function begun(bytes: AsyncIterable<Buffer>): Promise<Readable> {
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  const all = async function* () {
    if (first.done === true) return;
    yield first.value;
    yield* { [Symbol.asyncIterator]: () => pieces };
  };
  return Readable.from(all(), { objectMode: false });
}

/** The pieces of a request. Its rest is not read when it is left, but it is not destroyed: its answer uses the same socket. */
async function* counted(content: Readable, counter: LineCounter): AsyncGenerator<Uint8Array> {
  for await (const piece of content.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    counter.add(piece);
    yield piece;
  }
}
