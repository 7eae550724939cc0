import type { Violation } from './model/evidence.js';
import { violationsIn } from './model/check.js';
import { planOf, type Plan } from './plan.js';
import { shrink } from './shrink.js';
import { runPlan, type RunOptions } from './world/run.js';
import type { Workload } from './workload/workload.js';

/** A failed seed, with the shortest plan that still fails. */
export interface Failure {
  readonly seed: number;
  /** The violations of the whole run. */
  readonly violations: readonly Violation[];
  /** The shortest plan found that breaks the same rule. */
  readonly plan: Plan;
  /** Everything that happens in it, one line each, and at the end the violations. */
  readonly history: readonly string[];
}

/** The violations in the run of a seed; empty when there are none. */
export async function judge(
  plan: Plan,
  workload: Workload,
  options?: RunOptions,
): Promise<readonly Violation[]> {
  return violationsIn(await runPlan(plan, workload, options));
}

/** Finds the shortest history that breaks the first rule that the run of a seed breaks. */
export async function explain(
  seed: number,
  workload: Workload,
  options: RunOptions = {},
): Promise<Failure | undefined> {
  const whole = planOf(seed);
  const violations = await judge(whole, workload, options);
  const [first] = violations;
  if (first === undefined) return undefined;
  const plan = await shrink(whole, async (shorter) => {
    const found = await judge(shorter, workload, options);
    return found.some(({ rule }) => rule === first.rule);
  });
  return { seed, violations, plan, history: await historyOf(plan, workload, options) };
}

async function historyOf(plan: Plan, workload: Workload, options: RunOptions): Promise<readonly string[]> {
  const lines: string[] = [];
  const trace = (atMs: number, what: string) => lines.push(`${elapsed(atMs)}  ${what}`);
  const violations = await judge(plan, workload, { ...options, trace });
  return [...lines, ...violations.map(({ rule, says }) => `broken: ${rule}: ${says}`)];
}

const second = 1000;
const day = 86_400 * second;

/** `3 d 04:05:06.007`: how long after the beginning. */
function elapsed(ms: number): string {
  const time = new Date(ms % day).toISOString().slice('1970-01-01T'.length, -1);
  return `${String(Math.floor(ms / day)).padStart(3)} d ${time}`;
}
