import {
  explain,
  neverReached,
  runSeeds,
  Workload,
  type Failure,
  type Reached,
} from '@safeconduct/simulation';
import type { Workflow } from '@safeconduct/workflow';
import { Worker } from 'node:worker_threads';
import { namedWorkflow } from '../../start/named-workflow.js';
import { counted, exit, print, printJson, type CommandLine } from '../../console/output.js';
import { progressBar } from '../../console/progress-bar.js';
import { wholeNumber } from '../whole-number.js';

/** Runs a workflow through seeded faults and prints what broke, with the shortest history that breaks it. */
export async function runSimulate(
  { json }: CommandLine,
  name: string,
  options: { readonly seed?: string; readonly runs?: string },
): Promise<number> {
  const workflow = namedWorkflow(name);
  const from = wholeNumber('--seed', options.seed ?? '1');
  const count = wholeNumber('--runs', options.runs ?? '200', 1);
  const bar = progressBar(process.stderr, { label: 'simulate', total: count });
  const { done, broken, reached } = await runSeeds(
    () => threadFor(name),
    { from, count },
    (runs) => {
      bar.update(runs);
    },
  ).finally(() => {
    bar.stop();
  });
  const failure = broken === undefined ? undefined : await explain(broken, new Workload(workflow));
  const unreached = neverReached(workflow, reached);
  if (json === true)
    printJson({ workflow: name, seed: from, runs: done, ok: failure === undefined, failure, unreached });
  else if (failure === undefined) {
    print(`${counted(done, 'run')} of ${name} from seed ${from}, nothing broken`);
    print(...unreachedLines(workflow, unreached));
  } else describe(name, failure);
  return failure === undefined ? exit.ok : exit.failed;
}

const threadFor = (workflow: string): Worker =>
  new Worker(new URL('./simulating-thread.js', import.meta.url), { workerData: workflow });

/** How far the runs came, and what no run came to, a kind a line. */
function unreachedLines(
  { chart, commands, deadlines }: Workflow,
  { states: noState, commands: noCommand, deadlines: noDeadline }: Reached,
): readonly string[] {
  const line = (kind: string, total: number, names: readonly string[]) =>
    `  ${kind} ${total - names.length} of ${total}${names.length === 0 ? '' : `, never: ${names.join(' ')}`}`;
  return [
    line('states   ', chart.leaves.length, noState),
    line('commands ', commands.size, noCommand),
    line('deadlines', Object.keys(deadlines).length, noDeadline),
  ];
}

function describe(workflow: string, { seed, violations, plan, history }: Failure): void {
  const { processes } = plan.settings;
  const size =
    `${counted(plan.steps.length, 'step')}, ${counted(plan.faults.length, 'fault')}, ` +
    (processes === 1 ? '1 process' : `${processes} processes`);
  print(`seed ${seed} breaks ${[...new Set(violations.map(({ rule }) => rule))].join(', ')}`);
  print(`the shortest history that does so (${size}):`);
  for (const line of history) print(`  ${line}`);
  print(`again: safeconduct simulate ${workflow} --seed ${seed} --runs 1`);
}
