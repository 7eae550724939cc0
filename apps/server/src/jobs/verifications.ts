import type { Clock } from '@safeconduct/engine';
import { uuidIds } from '@safeconduct/stores';
import type { JobRecords } from './job-records.js';
import { isEnded, queuedJob, type Findings, type JobProgress, type StoredJob } from './job.js';

/** How far a check of the log has come. */
export type VerificationProgress = Required<Pick<JobProgress, 'done' | 'total' | 'step'>>;

export interface Verifying {
  /** Ends it; then it resolves with nothing. */
  readonly signal: AbortSignal;
  readonly onProgress: (progress: VerificationProgress) => void;
}

/** Checks the log and everything that is made from it. @throws VerificationFailedError */
export type Verify = (options: Verifying) => Promise<Findings | undefined>;

/** It could not be brought to its end, for a reason that whoever started it is told. */
export class VerificationFailedError extends Error {}

interface VerificationParts {
  readonly clock: Clock;
  readonly records: JobRecords;
  /** Called when a job was queued. */
  readonly queued: () => void;
}

/** Starts and lists jobs that check the log. */
export class Verifications {
  /** One after the other, so that two requests find each other. */
  private starting: Promise<unknown> = Promise.resolve();

  constructor(private readonly parts: VerificationParts) {}

  /** Queues a check, unless one has not ended: that one is the answer then. When it resolves, the job survives a crash. */
  start(actor: string): Promise<StoredJob> {
    const started = this.starting.then(() => this.startNow(actor));
    this.starting = started.catch(() => {});
    return started;
  }

  private async startNow(actor: string): Promise<StoredJob> {
    const { clock, records, queued } = this.parts;
    const before = await this.newest();
    if (before !== undefined && !isEnded(before)) return before;
    const request = {
      ...({
        kind: 'verification',
        workflow: '',
        command: 'verification',
        format: 'jsonl',
        dryRun: false,
      } as const),
      actor,
    };
    const job = queuedJob(request, { id: uuidIds.next(), createdAt: clock.now() });
    const stored = await records.add(job, { content: nothing(), bytesMax: 0, total: () => 0 });
    queued();
    return stored;
  }

  private async newest(): Promise<StoredJob | undefined> {
    for await (const job of this.parts.records.all()) if (job.kind === 'verification') return job;
    return undefined;
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
