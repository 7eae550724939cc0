import type { Workflow } from '@safeconduct/workflow';
import { parentPort, workerData } from 'node:worker_threads';
import { planOf } from './plan.js';
import { violationsIn } from './model/check.js';
import { reachedIn, reachedTogether, type Reached } from './reached.js';
import { runPlan } from './world/run.js';
import type { FromThread, Seeds } from './threads.js';
import { Workload } from './workload/workload.js';

/**
 * The thread's end of `runSeeds`: runs the seeds it is sent and answers which of them failed. The file of the
 * thread belongs to the caller, because only the caller knows the workflows; the one to run is named by the
 * thread's `workerData`.
 * @throws Error  none of the workflows has that name
 */
export function simulateInThread(workflows: readonly Workflow[]): void {
  const workflow = workflows.find(({ name }) => name === workerData);
  if (workflow === undefined) throw new Error(`no workflow is called ${String(workerData)}`);
  const workload = new Workload(workflow);
  parentPort?.on('message', (seeds: Seeds) => {
    void run(workload, seeds);
  });
}

async function run(workload: Workload, { from, count }: Seeds): Promise<void> {
  const broken: number[] = [];
  const reached: Reached[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    const evidence = await runPlan(planOf(seed), workload);
    if (violationsIn(evidence).length > 0) broken.push(seed);
    reached.push(reachedIn(evidence.log));
  }
  parentPort?.postMessage({
    done: count,
    broken,
    reached: reachedTogether(reached),
  } satisfies FromThread);
}
