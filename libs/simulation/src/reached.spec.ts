import { describe, expect, it } from '@jest/globals';
import { defineWorkflow, fails, type Guard } from '@safeconduct/workflow';
import { template } from '../../../workflows/_template/index.js';
import { neverReached, planOf, runPlan, Workload } from './index.js';
import { reachedIn, reachedTogether } from './reached.js';

const never: Guard<unknown, unknown, 'NEVER'> = {
  ...{ id: 'G-NEVER', version: 1, codes: ['NEVER'], remedies: [] },
  ask: () => fails('NEVER'),
};
const { commands, deadlines } = template.source;
const noNotes = defineWorkflow({
  ...template.source,
  commands: { ...commands, AddNote: { ...commands['AddNote'], guards: [never] } },
  deadlines: { ...deadlines, silent: { role: 'clerk', dueAt: () => undefined } },
} as never);

describe('what a simulation came to', () => {
  it('leaves out states, commands and deadlines that no history led to', async () => {
    const runs = [];
    const workload = new Workload(noNotes);
    for (let seed = 1; seed <= 16; seed += 1) {
      runs.push(reachedIn((await runPlan(planOf(seed), workload)).log));
    }
    // Without a note no request is declined.
    expect(neverReached(noNotes, reachedTogether(runs))).toEqual({
      states: ['closed.declined'],
      commands: ['AddNote', 'DeclineRequest'],
      deadlines: ['silent'],
    });
  });
});
