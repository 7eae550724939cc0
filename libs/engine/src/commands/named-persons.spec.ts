import { describe, expect, it } from '@jest/globals';
import { openMemoryEvents } from '@safeconduct/stores';
import { defineWorkflow, personIn, personsNamedIn, type Actor } from '@safeconduct/workflow';
import { luggage, namedActor } from '@safeconduct/workflow/testing';
import { z } from 'zod';
import { createEngine } from '../engine.js';
import { countingIds, fixedClock, fixedKeyRing } from '../testing/index.js';
import { accepted, refusalOf } from '../testing/outcomes.js';
import type { NamedPeople } from './named-persons.js';

const form = z.strictObject({
  place: personIn('clerk', 'head'),
  others: z.array(personIn('head')).optional(),
});

/** The luggage workflow in which a traced bag names who has it. */
const naming = defineWorkflow({
  ...luggage.source,
  commands: {
    ...luggage.source.commands,
    TraceBag: {
      ...luggage.source.commands['TraceBag'],
      input: form,
      decide: ({ place }: { place: string }) => [{ type: 'BagTraced', data: { place } }],
      notRecorded: ['others'],
    },
  },
} as never);

const known: readonly Actor[] = [namedActor('clerk-1'), namedActor('head-1'), namedActor('system-1')];
const asked = (actorOf: NamedPeople['actorOf']): NamedPeople => ({
  actorOf,
  recordedActorOf: () => undefined,
});
const register = asked((id) => known.find((actor) => actor.id === id));

async function traced(input: object, people?: NamedPeople) {
  const clock = fixedClock('2025-03-01T08:00:00.000Z');
  const ports = {
    events: openMemoryEvents({ clock }),
    keys: fixedKeyRing(),
    clock,
    ids: countingIds(),
    people,
  };
  const engine = createEngine(ports, [naming]);
  const claim = { claimNo: 'L-1', owner: 'A', ownerArabic: 'ا', bags: 2, channel: 'desk' };
  const by = { target: { workflow: 'luggage', naturalKey: 'L-1' }, actor: namedActor('clerk-1') };
  await accepted(
    engine.handle({ ...by, target: { workflow: 'luggage' }, command: 'FileClaim', input: claim }),
  );
  return engine.handle({ ...by, command: 'TraceBag', input });
}

describe('a person whom a command names', () => {
  it('is found in its form, in lists too', () => {
    expect(personsNamedIn(form, { place: 'clerk-1', others: ['head-1', 'x'] })).toEqual([
      { path: 'place', id: 'clerk-1', roles: ['clerk', 'head'] },
      { path: 'others.0', id: 'head-1', roles: ['head'] },
      { path: 'others.1', id: 'x', roles: ['head'] },
    ]);
  });

  it('is registered with one of the roles', async () => {
    await accepted(traced({ place: 'clerk-1', others: ['head-1'] }, register));
    await accepted(traced({ place: 'Head-1' }, register));
  });

  it.each([
    ['nobody-1', 'an id that nobody has'],
    ['system-1', 'an id of another role'],
  ])('is refused as %s, %s, by the name of the field', async (place) => {
    const refusal = await refusalOf(traced({ place, others: ['clerk-1'] }, register));
    expect(refusal.code).toBe('COMMAND_INVALID');
    expect(refusal.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['place', 'unknown_person'],
      ['others.0', 'unknown_person'],
    ]);
    expect(JSON.stringify(refusal)).not.toContain(place);
  });

  it('is looked up wherever the register is', async () => {
    const far = asked(async (id) => Promise.resolve(register.actorOf(id)));
    await accepted(traced({ place: 'clerk-1' }, far));
    expect((await refusalOf(traced({ place: 'nobody-1' }, far))).code).toBe('COMMAND_INVALID');
  });

  it('is believed where there is no register', async () => {
    await accepted(traced({ place: 'nobody-1' }));
  });
});
