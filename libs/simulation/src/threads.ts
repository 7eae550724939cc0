import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import type { Worker } from 'node:worker_threads';
import { reachedTogether, type Reached } from './reached.js';

/** Seeds one after the other. */
export interface Seeds {
  readonly from: number;
  readonly count: number;
}

/** The messages of a thread about its seeds. */
export interface FromThread {
  readonly done: number;
  readonly broken: readonly number[];
  readonly reached: Reached;
}

const seedsAtOnce = 10;

/** The result of some seeds. */
export interface SeedsRun {
  readonly done: number;
  /** The first seed that failed. */
  readonly broken: number | undefined;
  /** What all of them together came to. */
  readonly reached: Reached;
}

/**
 * Runs seeds on all cores. Ends with the last seed, or soon after one has failed.
 * @param startThread  starts a thread that calls `simulateInThread`; called once a core
 */
export async function runSeeds(
  startThread: () => Worker,
  { from, count }: Seeds,
  progress: (done: number) => void,
): Promise<SeedsRun> {
  let next = from;
  let done = 0;
  const broken: number[] = [];
  const reached: Reached[] = [];
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
    reached.push(told.reached);
    progress(done);
  };
  const threads = Math.min(availableParallelism(), Math.ceil(count / seedsAtOnce));
  await Promise.all(Array.from({ length: threads }, () => keepBusy(startThread(), take, told)));
  return {
    done,
    broken: broken.length === 0 ? undefined : Math.min(...broken),
    reached: reachedTogether(reached),
  };
}

async function keepBusy(
  worker: Worker,
  take: () => Seeds | undefined,
  told: (told: FromThread) => void,
): Promise<void> {
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
