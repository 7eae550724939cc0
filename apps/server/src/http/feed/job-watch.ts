import { RepeatedWork } from '@safeconduct/engine';
import { isEnded, isSending, type StoredJob } from '../../jobs/job.js';
import type { JobRunner } from '../../jobs/job-runner.js';
import { jobFrame } from './feed-frame.js';

/** A job as the feed sends it. */
export interface JobItem {
  readonly workflow: string;
  readonly kind: StoredJob['kind'];
  /** Who started it. */
  readonly actor: string | null;
  readonly frame: string;
}

interface WatchedJob extends JobItem {
  /** It rises with each change of any job. */
  readonly number: number;
  readonly hasEnded: boolean;
}

const everyMs = 1000;
const retryMaxMs = 5000;
/** How many of the newest jobs are looked at. */
const watched = 20;

/**
 * The newest jobs, whichever server runs them: looked at once a second while the feed has readers, however many these
 * are.
 */
export class JobWatch {
  private known = new Map<string, WatchedJob>();
  private number = 0;
  private readers = 0;
  private work: RepeatedWork | undefined;
  private begun: Promise<void> | undefined;

  /**
   * @param changed  called when a job has changed
   * @param failed  called when the jobs cannot be read; the next look follows soon
   */
  constructor(
    private readonly jobs: Pick<JobRunner, 'list'>,
    private readonly changed: () => void,
    private readonly failed: (error: unknown) => void,
  ) {}

  /** Begins to look. @returns a function that ends it */
  async follow(): Promise<() => void> {
    this.readers += 1;
    if (this.readers === 1) this.begun = this.begin();
    await this.begun;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.readers -= 1;
      if (this.readers === 0) void this.work?.stop();
    };
  }

  /** The jobs that have not ended, and the number up to which a reader who gets them knows everything. */
  open(): { readonly items: readonly JobItem[]; readonly number: number } {
    const items = [...this.known.values()].filter(({ hasEnded }) => !hasEnded);
    return { items, number: this.number };
  }

  /** What has changed after a number, and the number up to which that is everything. */
  changesAfter(number: number): { readonly items: readonly JobItem[]; readonly number: number } {
    if (number === this.number) return { items: [], number };
    return { items: [...this.known.values()].filter((job) => job.number > number), number: this.number };
  }

  private async begin(): Promise<void> {
    this.known = new Map();
    try {
      await this.look();
    } catch (error) {
      // What could not be read yet comes as a change.
      this.failed(error);
    }
    const look = async () => {
      await this.look();
      return 'idle' as const;
    };
    this.work = new RepeatedWork(look, { pollMs: everyMs, retryMaxMs });
    this.work.start(this.failed);
  }

  private async look(): Promise<void> {
    const { jobs } = await this.jobs.list({
      state: undefined,
      isSeen: isSending,
      before: undefined,
      limit: watched,
    });
    const before = this.known;
    // The oldest first, so that changes are told in this order.
    this.known = new Map(jobs.toReversed().map((job) => [job.id, this.watchedJob(job, before.get(job.id))]));
    if ([...this.known].some(([id, job]) => before.get(id) !== job)) this.changed();
  }

  private watchedJob(job: StoredJob, before: WatchedJob | undefined): WatchedJob {
    const frame = jobFrame(job);
    if (before?.frame === frame) return before;
    this.number += 1;
    const { workflow, kind, actor } = job;
    return { workflow, kind, actor, frame, number: this.number, hasEnded: isEnded(job) };
  }
}
