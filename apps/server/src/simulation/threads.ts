import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';

/** Seeds one after the other. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** What a thread tells of the seeds it was given. */
export interface FromThread {
  readonly done: number;
  readonly broken: readonly number[];
}

const seedsAtOnce = 10;

/**
 * Runs seeds of a registered workflow on all cores. Ends with the last one, or soon after one has broken something.
 * @returns how many were run, and the first that broke something
 */
export async function runSeeds(
  workflow: string,
  { from, count }: Seeds,
  progress: (done: number) => void,
): Promise<{ readonly done: number; readonly broken: number | undefined }> {
  let next = from;
  let done = 0;
  const broken: number[] = [];
  const take = (): Seeds | undefined => {
    const left = from + count - next;
    if (left <= 0 || broken.length > 0) return undefined;
    const seeds = { from: next, count: Math.min(seedsAtOnce, left) };
    next += seeds.count;
    return seeds;
  };
  const told = (told: FromThread) => {
    done += told.done;
    broken.push(...told.broken);
    progress(done);
  };
  const threads = Math.min(availableParallelism(), Math.ceil(count / seedsAtOnce));
  await Promise.all(Array.from({ length: threads }, () => keepBusy(workflow, take, told)));
  return { done, broken: broken.length === 0 ? undefined : Math.min(...broken) };
}

async function keepBusy(
  workflow: string,
  take: () => Seeds | undefined,
  told: (told: FromThread) => void,
): Promise<void> {
  const worker = new Worker(new URL('./simulating-thread.js', import.meta.url), { workerData: workflow });
  try {
    for (let seeds = take(); seeds !== undefined; seeds = take()) told(await answerOf(worker, seeds));
  } finally {
    await worker.terminate();
  }
}

async function answerOf(worker: Worker, seeds: Seeds): Promise<FromThread> {
  worker.postMessage(seeds);
  // Rejects when the thread fails.
  const [told] = (await once(worker, 'message')) as [FromThread];
  return told;
}
