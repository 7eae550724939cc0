import { uuidIds } from '@safeconduct/stores';
import { compareText } from '@safeconduct/workflow';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { bulkImport } from '../import/bulk-import.js';
import { countRows } from '../import/count-rows.js';
import type { ImportNotice } from '../import/results/keep-results.js';
import type { ImportSummary } from '../import/results/tally.js';
import type { Installation } from '../start/installation.js';
import { JobFolder, syncFolder } from './job-folder.js';
import { isEnded, queuedJob, type ImportRequest, type StoredJob } from './job.js';

const saveEveryMs = 1000;

/**
 * Runs jobs, one at a time, in the order in which they were submitted. An accepted job survives a restart: a
 * job that was running is run again from its beginning, and rows that were recorded record nothing again.
 */
export class JobRunner {
  private readonly jobs = new Map<string, StoredJob>();
  private readonly folder: JobFolder;
  private current: { readonly id: string; readonly abort: AbortController } | undefined;
  private working: Promise<void> = Promise.resolve();
  private saving: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly installation: Installation,
    private readonly logger: Logger,
  ) {
    this.folder = new JobFolder(join(installation.location.folder, 'jobs'));
  }

  /** Loads the stored jobs, and queues those that have not ended. */
  async start(): Promise<void> {
    await this.folder.prepare();
    const found = await this.folder.read((record) => {
      this.logger.error(
        { record },
        'the record of an import is damaged and was skipped; import its file again',
      );
    });
    for (const job of [...found].sort((left, right) => compareText(left.id, right.id))) {
      this.jobs.set(job.id, job);
      if (!isEnded(job)) this.enqueue(job.id);
    }
  }

  /** Stops the running job. It is run again after the next start. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.current?.abort.abort();
    await this.working;
  }

  /** All jobs, the newest first. */
  list(): readonly StoredJob[] {
    return [...this.jobs.values()].reverse();
  }

  /** The job of this id, or `undefined`. */
  find(id: string): StoredJob | undefined {
    return this.jobs.get(id);
  }

  /** The rejected rows of a job as a CSV file, or `undefined` when it has none. */
  rejectedRows(job: StoredJob) {
    return this.folder.rejectedRows(job);
  }

  /**
   * Stores a file and queues its import. When it resolves, the job survives a crash. @throws
   * FileTooLargeError
   */
  async submit(request: ImportRequest, content: Readable, bytesMax: number): Promise<StoredJob> {
    const job = queuedJob(request, { id: uuidIds.next(), createdAt: this.installation.clock.now() });
    await this.folder.receive(job, content, bytesMax);
    const counted = { ...job, total: await countRows([this.folder.fileOf(job)]) };
    await this.save(counted);
    await syncFolder(this.folder.folderOf(job.id));
    this.enqueue(job.id);
    return counted;
  }

  /** Cancels a job. What it recorded stays. */
  async cancel(job: StoredJob): Promise<StoredJob> {
    // The import is stopped before the record is written, so that no row is sent while the disk is slow.
    this.update(job.id, { state: 'cancelled', endedAt: this.installation.clock.now() });
    if (this.current?.id === job.id) this.current.abort.abort();
    const cancelled = this.jobs.get(job.id) as StoredJob;
    await this.save(cancelled);
    return cancelled;
  }

  private enqueue(id: string): void {
    this.working = this.working
      .then(() => this.work(id))
      .catch((error: unknown) => {
        // The record could not be written, so the next start runs the job again. The jobs behind it run now.
        this.logger.error({ err: error, job: id }, 'the end of an import could not be kept');
      });
  }

  private async work(id: string): Promise<void> {
    const job = this.jobs.get(id);
    if (this.stopping || job === undefined || isEnded(job)) return;
    const abort = new AbortController();
    this.current = { id, abort };
    try {
      await this.run(job, abort.signal);
    } catch (error) {
      this.logger.error({ err: error, job: id }, 'an import failed');
      await this.end(id, {
        state: 'failed',
        problem: 'the import broke off; the log of the server says why',
      });
    } finally {
      this.current = undefined;
    }
  }

  private async run(job: StoredJob, signal: AbortSignal): Promise<void> {
    const { keys, identity, clock } = this.installation;
    const engine = job.dryRun ? this.installation.dryRun() : this.installation.engine;
    const workflow = engine.register.get(job.workflow);
    if (workflow === undefined) {
      return this.end(job.id, { state: 'failed', problem: 'the workflow is not registered' });
    }
    await this.updateAndSave(job.id, { state: 'running', startedAt: job.startedAt ?? clock.now() });
    const saveSometimes = this.saveAtIntervals(job.id);
    const summary = await bulkImport({ engine, keys, identity, workflow }, [this.folder.fileOf(job)], {
      fallbackFolder: this.folder.folderOf(job.id),
      keepRejected: true,
      signal,
      tell: (notice) => {
        this.update(job.id, problemOf(notice));
      },
      onProgress: (soFar) => {
        this.update(job.id, progressOf(soFar, job));
        saveSometimes();
      },
    });
    const progress = progressOf(summary, job);
    if (this.stopping && signal.aborted) return this.updateAndSave(job.id, progress);
    return this.end(job.id, { state: 'done', ...progress });
  }

  /** Saves the newest progress of a job, at most once in `saveEveryMs`. */
  private saveAtIntervals(id: string): () => void {
    let savedAt = Date.now();
    return () => {
      if (Date.now() - savedAt < saveEveryMs) return;
      savedAt = Date.now();
      this.save(this.jobs.get(id) as StoredJob).catch(() => {});
    };
  }

  /** Ends a job. A job that was cancelled meanwhile stays cancelled, with the figures it reached. */
  private async end(id: string, change: Partial<StoredJob>): Promise<void> {
    const job = this.jobs.get(id) as StoredJob;
    const state = job.state === 'cancelled' ? job.state : (change.state ?? 'done');
    await this.save({ ...job, ...change, state, endedAt: this.installation.clock.now() });
  }

  private updateAndSave(id: string, change: Partial<StoredJob>): Promise<void> {
    return this.save({ ...(this.jobs.get(id) as StoredJob), ...change });
  }

  private update(id: string, change: Partial<StoredJob>): void {
    this.jobs.set(id, { ...(this.jobs.get(id) as StoredJob), ...change });
  }

  /** Writes the record of a job after the writes before it. Each write takes the newest state of the job. */
  private save(job: StoredJob): Promise<void> {
    this.jobs.set(job.id, job);
    const write = () => this.folder.write(this.jobs.get(job.id) ?? job);
    const saved = this.saving.then(write);
    this.saving = saved.catch((error: unknown) => {
      this.logger.error({ err: error, job: job.id }, 'the progress of a job could not be kept');
    });
    return saved;
  }
}

/** The problem of the file as a whole. A client knows the file by no path, so none is named. */
function problemOf(notice: ImportNotice): Partial<StoredJob> {
  return notice.kind === 'problem' ? { problem: `the file, line 1: ${notice.problem}` } : {};
}

/** The figures of a job. A row that this same job recorded before a restart counts as accepted. */
function progressOf(soFar: ImportSummary, before: StoredJob): Partial<StoredJob> {
  const { commands, accepted, alreadyThere, rejected, rejectedByCode } = soFar;
  const again = Math.min(alreadyThere, before.accepted);
  return {
    done: commands,
    accepted: accepted + again,
    alreadyThere: alreadyThere - again,
    rejected,
    rejectedByCode: { ...rejectedByCode },
  };
}
