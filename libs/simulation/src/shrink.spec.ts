import { describe, expect, it } from '@jest/globals';
import { planOf, type Plan } from './plan.js';
import { shrink } from './shrink.js';

/** A plan with enough of everything. */
const whole = Array.from({ length: 100 }, (_, seed) => planOf(seed)).find(
  ({ steps, faults, settings }) => steps.length > 30 && faults.length > 4 && settings.processes === 2,
) as Plan;

describe('a plan that fails', () => {
  it('is shortened to the steps and the fault that make it fail', async () => {
    const [one, other] = [whole.steps[3]?.number, whole.steps.at(-2)?.number];
    const fault = whole.faults[2];
    const fails = ({ steps, faults }: Plan) =>
      steps.some(({ number }) => number === one) &&
      steps.some(({ number }) => number === other) &&
      faults.some(({ atMs }) => atMs === fault?.atMs);
    const { steps, faults, settings } = await shrink(whole, (plan) => Promise.resolve(fails(plan)));
    expect(steps.map(({ number }) => number)).toEqual([one, other]);
    expect(faults).toHaveLength(1);
    expect(settings.processes).toBe(1);
  });

  it('keeps the reason of the failure', async () => {
    const found = await shrink(whole, ({ settings, steps }) =>
      Promise.resolve(settings.processes === 2 && steps.length >= 5),
    );
    expect(found.settings.processes).toBe(2);
    expect(found.steps).toHaveLength(5);
    expect(found.faults).toEqual([]);
  });
});
