import {
  LeaseLostError,
  RepeatedWork,
  StoreUnavailableError,
  type Clock,
  type Engine,
  type Identity,
  type KeyedHashes,
  type Lease,
} from '@safeconduct/engine';
import type { ChangeOptions, JobStore, LocalFile } from '@safeconduct/stores';
import { setTimeout } from 'node:timers/promises';
import type { ErrorLog } from '../console/error-log.js';
import { bulkImport } from '../import/bulk-import.js';
import { jsonIn, type BulkContent } from './bulk/bulk-content.js';
import { keptResults } from './bulk/bulk-jobs.js';
import { BulkResults, type BulkItem } from './bulk/bulk-results.js';
import { sendToCases, type BulkPorts } from './bulk/send-to-cases.js';
import { importSender } from '../import/send/import-sender.js';
import type { ImportNotice } from '../import/results/keep-results.js';
import type { ImportSummary } from '../import/results/tally.js';
import { JobFiles } from './job-files.js';
import { VerificationFailedError, type Verify } from './verifications.js';
import type { JobRecords } from './job-records.js';
import {
  fileOf,
  finished,
  isEnded,
  progressed,
  started,
  type JobEnd,
  type JobProgress,
  type StoredJob,
} from './job.js';

/** What jobs work with, of an installation. */
export interface JobPorts {
  readonly engine: Pick<Engine, 'handle' | 'told' | 'register' | 'erasures'> & BulkPorts['engine'];
  readonly identity: Identity;
  readonly clock: Clock;
  readonly jobs: JobStore;
  /** They seal the files of jobs. */
  readonly keys: KeyedHashes;
  readonly verify: Verify;
  /** An engine that answers commands and records nothing. */
  dryRun(): Pick<Engine, 'handle' | 'told' | 'register'>;
}

/** What a run works with. */
export interface RunParts {
  readonly ports: JobPorts;
  readonly records: JobRecords;
  readonly logger: ErrorLog;
  /** The lease under which everything is written; `undefined` where no other process could run it. */
  readonly lease: Lease | undefined;
  /** Whether no other process can have the lease. */
  readonly isHolder: () => boolean;
  /** For how long a store of several servers may not answer, in milliseconds, until a job fails for it. */
  readonly patienceMs: number;
  /** The run that broke off last. */
  readonly brokenOff: JobRun | undefined;
}

/** How often to ask whether a lease is held that may have lapsed. */
const askEveryMs = 50;

/** How often the progress is kept, and how soon a cancellation by another server is noticed. */
const lookEveryMs = 1000;

/** Why a run sends no further row. */
type Stop = 'cancelled' | 'stopping' | 'lost';

/**
 * One run of a job: of an import from the first row of its file, of a bulk job from the first case without a result. What an
 * earlier run recorded records nothing again.
 *
 * While it runs it looks at the record once a second: it keeps its progress there, and stops when the job was cancelled.
 * When its lease may be another one's it sends no row before it knows, and when it is, it stops and writes nothing more.
 *
 * A job whose import breaks off has failed. A database of several servers is restarted or changes its leader while they
 * work, so where jobs are shared a store that does not answer ends no job: it is run again, until that lasts too long.
 */
export class JobRun {
  private readonly abort = new AbortController();
  private stop: Stop | undefined;
  private progress: JobProgress = {};
  private kept = this.progress;
  private end: JobEnd | undefined;
  private keepingFailed = false;
  private local: LocalFile | undefined;
  /** What became of each case of a bulk job. */
  private results: BulkResults | undefined;
  /** The rejected rows on this machine. */
  private rejectedPath: string | undefined;
  /** Why they could not be kept. */
  private notKept: string | undefined;
  /** When a row was answered last, by the steady clock of this machine. */
  private answeredMs: number;

  constructor(
    private readonly parts: RunParts,
    readonly job: StoredJob,
  ) {
    const { brokenOff } = parts;
    this.answeredMs = brokenOff?.job.id === job.id ? brokenOff.answeredMs : performance.now();
  }

  /** Sends no further row. What was sent is counted. */
  stopBecause(reason: Stop): void {
    this.stop ??= reason;
    this.abort.abort();
  }

  /** Whether the job has run to an end, which may still have to be kept. */
  get hasEnd(): boolean {
    return this.end !== undefined;
  }

  /** The cases of a bulk job, once it has begun; `undefined` of an import. */
  get items(): readonly BulkItem[] | undefined {
    return this.results?.items;
  }

  /** How far it has come, as far as is known in this process. */
  get reached(): JobProgress {
    return this.progress;
  }

  /**
   * The job as this process shows it. Where it is the only one, that is ahead of the record: rows are counted at once,
   * and an end is shown that could not be kept. Of several servers all show the record, so that no answer goes back.
   */
  shown(record: StoredJob): StoredJob {
    if (record.id !== this.job.id || this.parts.ports.jobs.isShared) return record;
    const { end, keepingFailed } = this;
    const rule = end !== undefined && keepingFailed ? finished(end) : progressed(this.progress);
    return rule(record) ?? record;
  }

  /**
   * Runs the job, once, and keeps its end. When the end cannot be kept, this can be called again and tries to.
   * @throws LeaseLostError  another process may run the job now
   * @throws StoreUnavailableError  it is to be run again
   */
  async toEnd(): Promise<void> {
    if (this.end === undefined) await this.run();
    if (this.end === undefined) return;
    try {
      await this.parts.records.change(this.job.id, finished(this.end), await this.keepingEnd(this.end));
    } catch (error) {
      this.keepingFailed = true;
      throw error;
    }
  }

  /** An import that broke off leaves its rejected rows as they were; a bulk job tells what it has done. */
  private async keepingEnd({ state }: JobEnd): Promise<ChangeOptions> {
    const { lease } = this.parts;
    if (this.results !== undefined) return this.keeping();
    if (state === 'failed') return { lease };
    return { lease, rejected: { file: fileOf(this.job), path: this.rejectedPath } };
  }

  /** Releases what it has on this machine. */
  async close(): Promise<void> {
    await this.local?.release();
  }

  private async run(): Promise<void> {
    const { records, lease, ports, logger } = this.parts;
    const begun = await records.change(this.job.id, started(ports.clock.now()), { lease });
    if (isEnded(begun)) return;
    const watch = new RepeatedWork(() => this.look(), {
      ...{ pollMs: lookEveryMs, retryMs: lookEveryMs, retryMaxMs: lookEveryMs },
    });
    watch.start((error) => {
      if (error instanceof LeaseLostError) this.stopBecause('lost');
      else logger.error({ err: error, job: this.job.id }, 'the progress of a job could not be kept');
    });
    try {
      await this.work(begun);
    } catch (error) {
      if (this.stop === 'lost') throw this.leaseLost();
      if (this.canWaitFor(error)) throw error;
      logger.error({ err: error, job: this.job.id }, 'a job failed');
      this.endAs(
        'failed',
        error instanceof VerificationFailedError
          ? error.message
          : `the ${begun.kind === 'bulk' ? 'job' : begun.kind} broke off; the log of the server says why`,
      );
    } finally {
      await watch.stop();
    }
    if (this.stop === 'lost') throw this.leaseLost();
    if (this.end === undefined && this.stop === 'stopping')
      await records.change(this.job.id, progressed(this.progress), await this.keeping());
    else if (this.end === undefined) this.endAs(this.stop === 'cancelled' ? 'cancelled' : 'done');
  }

  private work(begun: StoredJob): Promise<void> {
    switch (begun.kind) {
      case 'import':
        return this.import(begun);
      case 'bulk':
        return this.sendInBulk(begun);
      case 'verification':
        return this.verify();
    }
  }

  private async verify(): Promise<void> {
    const findings = await this.parts.ports.verify({
      signal: this.abort.signal,
      onProgress: (reached) => {
        this.progress = { ...this.progress, ...reached };
      },
    });
    if (findings !== undefined) this.progress = { ...this.progress, findings };
  }

  private async import(begun: StoredJob): Promise<void> {
    const { ports, isHolder } = this.parts;
    const { identity, jobs, keys } = ports;
    const engine = begun.dryRun ? ports.dryRun() : ports.engine;
    const workflow = engine.register.get(begun.workflow);
    if (workflow === undefined) {
      this.endAs('failed', 'the workflow is not registered');
      return;
    }
    const files = JobFiles.of(keys, begun);
    this.local = await jobs.localFile(fileOf(begun));
    const { path, folder } = this.local;
    const { command, format } = begun;
    const id = begun.actor ?? '';
    const mayForOthers = await identity.mayImportForOthers(id);
    const sender = await importSender(identity, { id, mayForOthers });
    const file = { path, command, format, bytes: files.bytesAt(path) };
    const summary = await bulkImport({ engine, identity, workflow, sender }, [file], {
      fallbackFolder: folder,
      keepRejected: true,
      openPartFile: files.openRejected,
      signal: this.abort.signal,
      tell: (notice) => {
        this.note(notice);
      },
      beforeRow: () => (isHolder() ? undefined : this.untilHolder()),
      onProgress: (soFar) => {
        this.count(soFar, begun);
      },
    });
    this.count(summary, begun);
    // Without its rejected rows a job is not done: nobody could see which rows they were.
    if (this.notKept !== undefined && this.stop === undefined) this.endAs('failed', this.notKept);
  }

  private async sendInBulk(begun: StoredJob): Promise<void> {
    const { ports, isHolder } = this.parts;
    if (!ports.engine.register.has(begun.workflow)) {
      this.endAs('failed', 'the workflow is not registered');
      return;
    }
    this.local = await ports.jobs.localFile(fileOf(begun));
    const content = await jsonIn<BulkContent>(JobFiles.of(ports.keys, begun).bytesAt(this.local.path)());
    const results = new BulkResults(content.cases, await keptResults(ports, begun));
    this.results = results;
    await sendToCases(
      ports,
      { job: begun, content, cases: results.left },
      {
        signal: this.abort.signal,
        beforeSome: () => (isHolder() ? undefined : this.untilHolder()),
        onResult: (result) => {
          results.add(result);
          this.answeredMs = performance.now();
          this.progress = results.progress;
        },
      },
    );
    this.progress = results.progress;
  }

  /** Under what progress is kept: with the results of a bulk job, so that they are never behind it. */
  private async keeping(): Promise<ChangeOptions> {
    const { lease, ports } = this.parts;
    if (this.results === undefined || this.local === undefined) return { lease };
    const { openRejected } = JobFiles.of(ports.keys, this.job);
    const path = await this.results.writeBeside(this.local.path, openRejected);
    return { lease, rejected: { file: fileOf(this.job), path } };
  }

  /** Looks at the record, and brings it up to date. */
  private async look(): Promise<'idle'> {
    const { records } = this.parts;
    const { progress } = this;
    if (progress === this.kept) this.heed(await records.find(this.job.id));
    else this.heed(await records.change(this.job.id, progressed(progress), await this.keeping()));
    this.kept = progress;
    return 'idle';
  }

  /** Stops when the job has ended: somebody cancelled it, or another run was faster. */
  private heed(record: StoredJob | undefined): void {
    if (record === undefined || !isEnded(record)) return;
    this.stopBecause(record.state === 'cancelled' ? 'cancelled' : 'lost');
  }

  /** Waits until the lease is renewed or known to be lost, by writing under it. */
  private async untilHolder(): Promise<void> {
    const { records, lease, isHolder } = this.parts;
    while (!isHolder() && !this.abort.signal.aborted) {
      try {
        this.heed(await records.change(this.job.id, progressed(this.progress), { lease }));
      } catch (error) {
        if (error instanceof LeaseLostError) this.stopBecause('lost');
      }
      await setTimeout(askEveryMs);
    }
  }

  private note(notice: ImportNotice): void {
    // A client knows the file by no path, so none is named.
    if (notice.kind === 'rejectedRows' && notice.failed !== undefined) {
      const { path, failed } = notice;
      this.parts.logger.error({ job: this.job.id, path, failed }, 'rejected rows could not be kept');
      this.notKept =
        `the server could not keep the rejected rows (${failed}); when it has room, send the file again: ` +
        'what was accepted is recognised';
    } else if (notice.kind === 'rejectedRows') this.rejectedPath = notice.path;
    else this.progress = { ...this.progress, problem: `the file, line 1: ${notice.problem}` };
  }

  private canWaitFor(error: unknown): boolean {
    const { ports, patienceMs } = this.parts;
    const isPatient = performance.now() - this.answeredMs < patienceMs;
    return error instanceof StoreUnavailableError && ports.jobs.isShared && isPatient;
  }

  /** A row that an earlier run of this same job recorded counts as accepted. */
  private count(soFar: ImportSummary, { accepted: acceptedBefore }: StoredJob): void {
    const { commands, accepted, alreadyThere, rejected, rejectedByCode } = soFar;
    const again = Math.min(alreadyThere, acceptedBefore);
    this.answeredMs = performance.now();
    this.progress = {
      ...this.progress,
      done: commands,
      accepted: accepted + again,
      alreadyThere: alreadyThere - again,
      rejected,
      rejectedByCode: { ...rejectedByCode },
    };
  }

  private endAs(state: JobEnd['state'], problem?: string): void {
    const progress = problem === undefined ? this.progress : { ...this.progress, problem };
    this.end = { state, endedAt: this.parts.ports.clock.now(), progress };
  }

  private leaseLost(): Error {
    const { name, holder, epoch } = this.parts.lease ?? { name: 'jobs', holder: 'this process', epoch: 0 };
    return new LeaseLostError(name, holder, epoch);
  }
}
