import { createEngine } from '@safeconduct/engine';
import { dryRunEvents, uuidIds } from '@safeconduct/stores';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Logger } from 'pino';
import { bulkImport, type ImportSummary } from '../import/bulk-import.js';
import { countRows } from '../import/count-rows.js';
import type { Installation } from '../start/installation.js';
import { JobFolder, syncFolder } from './job-folder.js';
import { isEnded, type StoredJob } from './job.js';

const saveEveryMs = 1000;

/** What somebody asks to be imported. */
export interface ImportWish {
  readonly workflow: string;
  readonly command: string;
  readonly format: 'csv' | 'jsonl';
  readonly dryRun: boolean;
  readonly actor: string;
}

/**
 * Runs jobs, one at a time, in the order in which they came. What it has accepted survives a restart: a job that was
 * under way is run again from its beginning, and rows that were recorded record nothing again.
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
    this.folder = new JobFolder(join(installation.configuration.folder, 'jobs'));
  }

  /** Learns what there is, and goes on with what was under way. */
  async start(): Promise<void> {
    await this.folder.prepare();
    const found = await this.folder.read((record) => {
      this.logger.error(
        { record },
        'this record of an import is damaged and left aside; import its file again',
      );
    });
    for (const job of [...found].sort((left, right) => (left.id < right.id ? -1 : 1))) {
      this.jobs.set(job.id, job);
      if (!isEnded(job)) this.enqueue(job.id);
    }
  }

  /** Leaves the job at hand where it is, to be gone on with after the next start. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.current?.abort.abort();
    await this.working;
  }

  /** Jobs, the newest first. */
  list(): readonly StoredJob[] {
    return [...this.jobs.values()].reverse();
  }

  find(id: string): StoredJob | undefined {
    return this.jobs.get(id);
  }

  rejectedRows(job: StoredJob) {
    return this.folder.rejectedRows(job);
  }

  /** Takes in a file and queues its import. When it resolves, the job survives a crash. @throws FileTooLargeError */
  async submit(wish: ImportWish, content: Readable, bytesMax: number): Promise<StoredJob> {
    const now = this.installation.clock.now();
    const none = {
      total: 0,
      done: 0,
      accepted: 0,
      alreadyThere: 0,
      rejected: 0,
      rejectedByCode: {},
      problem: null,
    };
    const ended = { startedAt: null, endedAt: null };
    const job: StoredJob = {
      id: uuidIds.next(),
      kind: 'import',
      state: 'queued',
      ...wish,
      createdAt: now,
      ...ended,
      ...none,
    };
    await this.folder.receive(job, content, bytesMax);
    const counted = { ...job, total: await countRows([this.folder.fileOf(job)]) };
    await this.save(counted);
    await syncFolder(this.folder.folderOf(job.id));
    this.enqueue(job.id);
    return counted;
  }

  /** Ends a job. What it has recorded stays. */
  async cancel(job: StoredJob): Promise<StoredJob> {
    // The rows stop first: while a slow disk writes the word down, nothing more is sent.
    this.keep(job.id, { state: 'cancelled', endedAt: this.installation.clock.now() });
    if (this.current?.id === job.id) this.current.abort.abort();
    const cancelled = this.jobs.get(job.id) as StoredJob;
    await this.save(cancelled);
    return cancelled;
  }

  private enqueue(id: string): void {
    this.working = this.working
      .then(() => this.work(id))
      .catch((error: unknown) => {
        // Its end could not be written down, so the next start runs it again; those behind it have their turn now.
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
    const { engine, keys, identity, clock } = this.installation;
    const file = this.folder.fileOf(job);
    const source = job.dryRun ? this.dryEngine() : engine;
    const workflow = source.register.get(job.workflow);
    if (workflow === undefined)
      return this.end(job.id, { state: 'failed', problem: 'the workflow is not registered' });
    // What the rows recorded before a restart counts as accepted by this very job.
    const before = job.accepted;
    await this.change(job.id, { state: 'running', startedAt: job.startedAt ?? clock.now() });
    let savedAt = Date.now();
    const summary = await bulkImport({ engine: source, keys, identity, workflow }, [file], {
      fallbackFolder: this.folder.folderOf(job.id),
      keepRejected: true,
      signal,
      tell: (line) => {
        if (!line.startsWith('rejected rows'))
          this.keep(job.id, { problem: line.replaceAll(file.path, 'the file,') });
      },
      onProgress: (_done, soFar) => {
        this.keep(job.id, progressOf(soFar, before));
        if (Date.now() - savedAt < saveEveryMs) return;
        savedAt = Date.now();
        this.save(this.jobs.get(job.id) as StoredJob).catch(() => {});
      },
    });
    const progress = progressOf(summary, before);
    if (this.stopping && signal.aborted) return this.change(job.id, progress);
    return this.end(job.id, { state: 'done', ...progress });
  }

  private dryEngine() {
    const { engine, events, keys, clock } = this.installation;
    return createEngine({ events: dryRunEvents(events, clock), keys, clock, ids: uuidIds }, [
      ...engine.register.values(),
    ]);
  }

  /** A job that was cancelled meanwhile stays so; its figures are those it came to. */
  private async end(id: string, change: Partial<StoredJob>): Promise<void> {
    const job = this.jobs.get(id) as StoredJob;
    const state = job.state === 'cancelled' ? job.state : (change.state ?? 'done');
    await this.save({ ...job, ...change, state, endedAt: this.installation.clock.now() });
  }

  private change(id: string, change: Partial<StoredJob>): Promise<void> {
    return this.save({ ...(this.jobs.get(id) as StoredJob), ...change });
  }

  private keep(id: string, change: Partial<StoredJob>): void {
    this.jobs.set(id, { ...(this.jobs.get(id) as StoredJob), ...change });
  }

  /** One write after the other, each of what is newest then. */
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

function progressOf(soFar: ImportSummary, acceptedBefore: number): Partial<StoredJob> {
  const { commands, accepted, alreadyThere, rejected, rejectedByCode } = soFar;
  const again = Math.min(alreadyThere, acceptedBefore);
  return {
    done: commands,
    accepted: accepted + again,
    alreadyThere: alreadyThere - again,
    rejected,
    rejectedByCode: { ...rejectedByCode },
  };
}
