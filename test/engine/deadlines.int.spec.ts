import { describe, expect, it } from '@jest/globals';
import { createEngine, DeadlineRunner, ProjectionRunner, standardProjections } from '@safeconduct/engine';
import { countingIds, fixedClock, fixedKeyRing } from '@safeconduct/engine/testing';
import { openMemoryEvents, openMemoryViews } from '@safeconduct/stores';
import { days, hours, plus } from '@safeconduct/workflow';
import { officerCase } from '../../workflows/officer-case/index.js';
import { samples } from '../../workflows/officer-case/testing/samples.js';
import { actorOf } from '../../workflows/officer-case/testing/actors.js';

const start = '2025-01-01T06:00:00.000Z';

function world() {
  const clock = fixedClock(start);
  const events = openMemoryEvents({ clock });
  const views = openMemoryViews();
  const engine = createEngine({ events, views, keys: fixedKeyRing(), clock, ids: countingIds() }, [
    officerCase,
  ]);
  const { register, codec, handle, queries } = engine;
  return {
    clock,
    views,
    enter: async (registrationNo: string) => {
      const { by, inputs } = samples.RegisterEntry;
      const input = { ...(inputs(clock.now())[0] as object), registrationNo };
      await handle({
        target: { workflow: 'officer-case' },
        command: 'RegisterEntry',
        input,
        actor: actorOf(by),
      });
    },
    project: () => new ProjectionRunner({ events, views, codec, projections: standardProjections }).catchUp(),
    // Acts as a process that has just started, without memory of earlier rounds.
    fire: () =>
      new DeadlineRunner({ queries, clock, register, handle }, { settleMs: hours(1), pollMs: 5 }).runOnce(),
  };
}

describe('deadlines', () => {
  it('that are only shown do not delay those with a command, however many there are', async () => {
    const { clock, views, enter, project, fire } = world();
    for (let person = 0; person < 250; person += 1) await enter(`OLD-${person}`);
    clock.set(plus(start, days(30)));
    await project();
    expect(await fire()).toBe(250);

    await enter('NEW-1');
    clock.set(plus(clock.now(), days(4)));
    await project();
    expect(await fire()).toBe(1);
    await views.close();
  });
});
