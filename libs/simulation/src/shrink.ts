import type { Plan, Step } from './plan.js';

type Fails = (plan: Plan) => Promise<boolean>;

const runsMax = 500;

/**
 * The shortest plan that was found to fail as the given one does: parts are left out as long as what is left
 * still fails (Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input", 2002), first
 * faults, then steps, then what a step does besides. What a step sends follows from its number, so leaving
 * out others changes it little.
 */
export async function shrink(plan: Plan, stillFails: Fails): Promise<Plan> {
  let runs = 0;
  const fails: Fails = async (shorter) => (runs += 1) <= runsMax && stillFails(shorter);
  let best = plan;
  for (let size = Infinity; sizeOf(best) < size;) {
    size = sizeOf(best);
    best = await withFewer(best, 'faults', fails);
    best = await withFewer(best, 'steps', fails);
    best = await withPlainSteps(best, fails);
    best = await withOneProcess(best, fails);
  }
  return best;
}

const sizeOf = ({ steps, faults, settings }: Plan): number =>
  steps.length + faults.length + settings.processes + steps.filter((step) => !isPlain(step)).length;

async function withFewer(plan: Plan, part: 'steps' | 'faults', fails: Fails): Promise<Plan> {
  let best = plan;
  for (let size = best[part].length; size >= 1; size = Math.floor(size / 2)) {
    for (let from = 0; from < best[part].length;) {
      const shorter = { ...best, [part]: best[part].toSpliced(from, size) };
      if (await fails(shorter)) best = shorter;
      else from += size;
    }
  }
  return best;
}

async function withPlainSteps(plan: Plan, fails: Fails): Promise<Plan> {
  let best = plan;
  for (const [index, step] of plan.steps.entries()) {
    if (isPlain(step)) continue;
    const plainer = { ...best, steps: best.steps.with(index, plain(step)) };
    if (await fails(plainer)) best = plainer;
  }
  return best;
}

const isPlain = ({ againMs, readsBack }: Step): boolean => againMs === undefined && !readsBack;

function plain({ againMs: _again, ...step }: Step): Step {
  return { ...step, readsBack: false };
}

async function withOneProcess(plan: Plan, fails: Fails): Promise<Plan> {
  if (plan.settings.processes === 1) return plan;
  const alone = {
    ...plan,
    settings: { ...plan.settings, processes: 1, projecting: 1, reacting: 1 } as const,
    steps: plan.steps.map((step) => ({ ...step, process: 0 })),
    faults: plan.faults.map((fault) => ('process' in fault ? { ...fault, process: 0 } : fault)),
  };
  return (await fails(alone)) ? alone : plan;
}
