/** A thread that runs seeds, some at a time, and tells which of them broke something. */
import { workflows } from '@safeconduct/workflows';
import { parentPort, workerData } from 'node:worker_threads';
import { planOf } from './plan.js';
import { judge } from './simulate.js';
import type { FromThread, Seeds } from './threads.js';
import { Workload } from './workload/workload.js';

const workflow = workflows.find(({ name }) => name === workerData);
if (workflow === undefined) throw new Error(`no workflow is called ${String(workerData)}`);
const workload = new Workload(workflow);

parentPort?.on('message', (seeds: Seeds) => {
  void run(seeds);
});

async function run({ from, count }: Seeds): Promise<void> {
  const broken: number[] = [];
  for (let seed = from; seed < from + count; seed += 1) {
    if ((await judge(planOf(seed), workload)).length > 0) broken.push(seed);
  }
  parentPort?.postMessage({ done: count, broken } satisfies FromThread);
}
