import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import type { CommandDefinition, DefinedWorkflow, defineWorkflow } from './index.js';
import { chartOf, commandsOf, type Deadline, type FactsByEvent, type Guard } from './index.js';
import { scenarios } from './testing/index.js';
import {
  chart as soundChart,
  events,
  noted,
  type Events,
  type Facts,
  type Role,
} from './testing/luggage/definition.js';
import { luggage } from './testing/luggage/index.js';

// The compiler runs this test: a `@ts-expect-error` line without an error, or an unmarked error, fails the
// type check.

const command = commandsOf<Facts, Events, Role>();
const input = z.strictObject({ place: z.string() });

describe('what does not compile', () => {
  it('is a chart that accepts an event nobody defined, or sends it to a state that is no text', () => {
    chartOf<Facts, Events>()({
      initial: 'open',
      // @ts-expect-error  no event is called BagBurnt
      states: { open: { on: { BagBurnt: {} } } },
    });
    chartOf<Facts, Events>()({
      initial: 'open',
      // @ts-expect-error  a target is a path
      states: { open: { on: { BagTraced: 7 } } },
    });
    expect(soundChart.initial).toBe('open');
  });

  it('is a key that the language does not have, of a state, a transition, a command or a deadline', () => {
    const test = () => true;
    chartOf<Facts, Events>()({
      initial: 'open',
      states: {
        open: {
          // @ts-expect-error  it is called guard
          on: { BagTraced: { gaurd: { name: 'red', test } } },
        },
        // @ts-expect-error  a time that passes is a deadline
        waiting: { after: { 1000: 'open' } },
      },
    });
    // @ts-expect-error  it is called guards
    command({ input, roles: ['clerk'], guards: [], gaurds: [noted], yields: ['BagTraced'] });
    // @ts-expect-error  it is called role
    const deadline: Deadline<Facts, Role> = { role: 'clerk', roles: ['clerk'], dueAt: () => undefined };
    expect(deadline.role).toBe('clerk');
  });

  it('is a rule of the chart that reads a field its event does not have', () => {
    chartOf<Facts, Events>()({
      initial: 'open',
      states: {
        open: {
          // @ts-expect-error  BagTraced has a place, no colour
          on: { BagTraced: { guard: { name: 'red', test: (_facts, { colour }) => colour === 'red' } } },
        },
      },
    });
  });

  it('is a command that yields an event nobody defined', () => {
    // @ts-expect-error  no event is called BagBurnt
    command({ input, roles: ['clerk'], guards: [], yields: ['BagBurnt'] });
  });

  it('is a command for a role, or a second person, that nobody defined', () => {
    // @ts-expect-error  nobody is a porter
    command({ input, roles: ['porter'], guards: [], yields: ['BagTraced'] });
    // @ts-expect-error  nobody is a porter
    command({ input, roles: ['clerk'], confirmedBy: ['porter'], guards: [], yields: ['BagTraced'] });
  });

  it('is a natural key that the form does not have', () => {
    // @ts-expect-error  the form has a place, no number
    command({ input, roles: ['clerk'], guards: [], yields: ['BagTraced'], opens: 'number' });
  });

  it('is a guard that reads a field the form does not have', () => {
    const cheap: Guard<Facts, { readonly amount: number }> = {
      ...noted,
      ask: ({ notes }) => noted.ask({ notes } as Facts, {} as never),
    };
    // @ts-expect-error  the form has a place, no amount
    command({ input, roles: ['clerk'], guards: [cheap], yields: ['BagTraced'] });
  });

  it('is a guard that reads a fact nobody keeps', () => {
    // @ts-expect-error  the facts have no colour
    const red: Guard<Facts> = { id: 'G-RED', version: 1, codes: [], ask: ({ colour }) => colour as never };
    expect(red.id).toBe('G-RED');
  });

  it('is a decision that yields an event the command does not list, or leaves out a field', () => {
    const traced = { roles: ['clerk'], guards: [], yields: ['BagTraced'] } as const;
    // @ts-expect-error  the command yields BagTraced alone
    command({ input, ...traced, decide: () => [{ type: 'ClaimPaid', data: { amount: 1 } }] });
    // @ts-expect-error  a traced bag has a place
    command({ input, ...traced, decide: () => [{ type: 'BagTraced', data: {} }] });
    // @ts-expect-error  the form has a place, no colour
    command({ input, ...traced, decide: ({ colour }) => colour as never });
    // @ts-expect-error  the facts have no colour
    command({ input, ...traced, decide: (_data, { colour }) => colour as never });
  });

  it('is a command that asks for what none of its events can keep, and does not say so', () => {
    const phone = z.strictObject({ place: z.string(), phone: z.string().optional() });
    const traced = { roles: ['clerk'], guards: [], yields: ['BagTraced'] } as const;
    // @ts-expect-error  a traced bag has no phone
    command({ input: phone, ...traced, decide: (data) => [{ type: 'BagTraced', data }] });
    // @ts-expect-error  nor has either of two events
    command({
      input: phone,
      roles: ['clerk'],
      guards: [],
      yields: ['BagTraced', 'NoteTaken'],
      decide: ({ place }, { notes }) =>
        notes > 0 ? [{ type: 'BagTraced', data: { place } }] : [{ type: 'NoteTaken', data: { note: place } }],
    });
    command({
      input: phone,
      ...traced,
      notRecorded: ['phone'],
      decide: ({ place }) => [{ type: 'BagTraced', data: { place } }],
    });
    // @ts-expect-error  the form has no colour
    command({ input: phone, ...traced, notRecorded: ['phone', 'colour'], decide: () => [] });
  });

  it('is a command that may lead to several events and does not decide', () => {
    const several = { input, roles: ['clerk'], guards: [], yields: ['BagTraced', 'NoteTaken'] } as const;
    // @ts-expect-error  which of the two?
    command(several);
    command({ ...several, decide: (data) => [{ type: 'BagTraced', data }] });
  });

  it('is a command whose form is not the data of its event and that does not decide', () => {
    const traced = { roles: ['clerk'], guards: [], yields: ['BagTraced'] } as const;
    // @ts-expect-error  the event needs a place
    command({ input: z.strictObject({ bag: z.string() }), ...traced });
    // @ts-expect-error  the event needs a place, the form may lack it
    command({ input: z.strictObject({ place: z.string().optional() }), ...traced });
    // @ts-expect-error  the event has no colour
    command({ input: z.strictObject({ place: z.string(), colour: z.string() }), ...traced });
    // @ts-expect-error  a place is a text
    command({ input: z.strictObject({ place: z.number() }), ...traced });
    command({ input, ...traced });
  });

  it('is an event that evolves facts nobody keeps, or that nobody defined', () => {
    const evolve: FactsByEvent<Facts, Events> = {
      // @ts-expect-error  the number of missing bags is a number
      BagTraced: (facts) => ({ ...facts, missing: 'one' }),
    };
    // @ts-expect-error  no event is called BagBurnt
    const other: FactsByEvent<Facts, Events> = { BagBurnt: (facts: Facts) => facts };
    expect([evolve, other]).toHaveLength(2);
  });

  it('is a deadline for a role nobody defined', () => {
    // @ts-expect-error  nobody is a porter
    const deadline: Deadline<Facts, Role> = { role: 'porter', dueAt: () => undefined };
    expect(deadline.role).toBe('porter');
  });

  it('is a workflow without the texts of a language', () => {
    const { en } = luggage.texts;
    // @ts-expect-error  Arabic is missing
    const incomplete: Parameters<typeof defineWorkflow>[0]['texts'] = { en };
    expect(incomplete).toBeDefined();
  });

  it('is a scenario with a command, a field or an event the workflow does not have', () => {
    const { given } = scenarios(luggage);
    const traced = { type: 'BagTraced', data: { place: 'Basra' } } as const;
    // @ts-expect-error  no command is called BurnBag
    expect(() => given().when('BurnBag', {}, { by: 'clerk-1' })).toThrow('luggage has no command BurnBag');
    // @ts-expect-error  a note is a text
    given().when('TakeNote', { note: 7 }, { by: 'clerk-1' }).thenRefused('COMMAND_INVALID');
    // @ts-expect-error  a traced bag has a place, no colour
    expect(() => given({ type: 'BagTraced', data: { colour: 'red' } }).state()).toThrow(
      'given BagTraced: its data have another shape (place invalid_type, colour unrecognized_keys)',
    );
    expect(() => given(traced).state()).toThrow('given BagTraced: a new case does not accept it');
    expect(Object.keys(events)).toContain(traced.type);
  });
});

describe('what compiles', () => {
  it('is a scenario whose events and input are fixed with as const, with lists and objects in them', () => {
    const rows = z.strictObject({ rows: z.array(z.strictObject({ halls: z.array(z.string()) })) });
    const BagsTraced = z.strictObject({ ...rows.shape, pair: z.tuple([z.string(), z.number()]).optional() });
    type Listing = DefinedWorkflow<
      { BagsTraced: typeof BagsTraced },
      { TraceBags: CommandDefinition<never, typeof rows> }
    >;
    const traced = { type: 'BagsTraced', data: { rows: [{ halls: ['A', 'B'] }], pair: ['a', 1] } } as const;
    const input = { rows: [{ halls: ['A'] }] } as const;
    const run = (workflow: Listing) =>
      scenarios(workflow).given(traced).when('TraceBags', input, { by: 'clerk-1' }).thenEvents(traced);
    const noText = { rows: [{ halls: [1] }] } as const;
    const wrong = (workflow: Listing) =>
      // @ts-expect-error  a hall is a text
      scenarios(workflow).given({ type: 'BagsTraced', data: noText });
    expect([run, wrong]).toHaveLength(2);
    expect(BagsTraced.safeParse(traced.data).success).toBe(true);
  });
});
