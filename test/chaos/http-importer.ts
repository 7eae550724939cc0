import type { Job } from '@safeconduct/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Batch, BatchFile } from './batch.js';
import type { ServerAccess } from './server-access.js';
import { operator } from '../e2e/operator.js';

const answerWithinMs = 20_000;
const pollMs = 200;

/**
 * Sends batch after batch as jobs over HTTP. An accepted job must end, however often the server is killed.
 */
export class HttpImporter {
  /** Batches of which every job has ended. */
  readonly ended: Batch[] = [];
  readonly problems: string[] = [];
  jobs = 0;
  #goesOn = true;
  #done: Promise<void> | undefined;

  constructor(
    private readonly access: ServerAccess,
    private readonly nextBatch: () => Batch,
  ) {}

  start(): void {
    this.#done = this.#work();
  }

  /** Ends when every job of the current batch has ended. Needs a running server. */
  async stop(): Promise<void> {
    this.#goesOn = false;
    await this.#done;
  }

  async #work(): Promise<void> {
    while (this.#goesOn) {
      const batch = this.nextBatch();
      const jobs: Job[] = [];
      for (const file of batch.files) jobs.push(await this.#untilHeard((url) => start(url, file)));
      this.jobs += jobs.length;
      for (const job of jobs) await this.#untilEnded(job, batch);
      this.ended.push(batch);
    }
  }

  /**
   * A job whose acknowledgement was lost is sent again. Then there are two jobs, and the second one finds its
   * rows recorded.
   */
  async #untilHeard(work: (url: string) => Promise<Job>): Promise<Job> {
    for (;;) {
      try {
        return await this.access.use(work);
      } catch {
        await sleep(pollMs);
      }
    }
  }

  async #untilEnded({ id, command }: Job, { name }: Batch): Promise<void> {
    for (;;) {
      const job = await this.#untilHeard((url) =>
        jobIn(fetch(`${url}/api/v1/jobs/${id}`, { headers: operator(url) })),
      );
      if (job.endedAt === null) {
        await sleep(pollMs);
        continue;
      }
      if (job.state !== 'done' || job.rejected > 0)
        this.problems.push(
          `job ${id} (${command} of ${name}) ended ${job.state}, ${job.rejected} rows rejected`,
        );
      return;
    }
  }
}

const start = (url: string, { command, content }: BatchFile): Promise<Job> =>
  jobIn(
    fetch(`${url}/api/v1/imports?workflow=officer-case&command=${command}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv', ...operator(url, 'sys-import') },
      body: content,
      signal: AbortSignal.timeout(answerWithinMs),
    }),
  );

async function jobIn(answer: Promise<Response>): Promise<Job> {
  const response = await answer;
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return (await response.json()) as Job;
}
