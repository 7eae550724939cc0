import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { canonicalDefinition, defineWorkflow, personal, versioned } from './index.js';
import { commands, deadlines, events, luggage } from './testing/luggage/index.js';
import { noted } from './testing/luggage/definition.js';

const { source } = luggage;
const definition = (change: object = {}) =>
  canonicalDefinition(defineWorkflow({ ...source, ...change } as never));
const withCommand = (name: keyof typeof commands, change: object) =>
  definition({ commands: { ...commands, [name]: { ...commands[name], ...change } } });
const withEvent = (type: keyof typeof events, schema: unknown) =>
  definition({ events: { ...events, [type]: schema } });

const reversed = <A>(record: Readonly<Record<string, A>>): Record<string, A> =>
  Object.fromEntries(Object.entries(record).reverse());
const chartWith = (change: object) => definition({ chart: { ...source.chart, ...change } });
const { open, closed } = source.chart.states as Readonly<Record<'open' | 'closed', object>>;

describe('the canonical definition', () => {
  it('is the same for the same source', () => {
    expect(definition()).toBe(canonicalDefinition(luggage));
  });

  it('is plain JSON, with sorted keys and without white space', () => {
    const text = definition();
    const keys = Object.keys(JSON.parse(text) as object);
    expect(keys).toEqual([...keys].sort());
    expect(text).toBe(JSON.stringify(JSON.parse(text)));
  });

  it.each([
    ['events', definition({ events: reversed(events) })],
    ['commands', definition({ commands: reversed(commands) })],
    ['roles', definition({ roles: source.roles.toReversed() })],
    ['states', chartWith({ states: { closed, open } })],
    ['the guards of a command', withCommand('PayClaim', { guards: commands.PayClaim.guards.toReversed() })],
    [
      'the fields of an event',
      withEvent(
        'AnswerOverdue',
        z.strictObject(reversed(events.AnswerOverdue.shape) as typeof events.AnswerOverdue.shape),
      ),
    ],
    [
      'the choices of a field',
      withCommand('FileClaim', {
        input: commands.FileClaim.input.extend({ channel: z.enum(['post', 'desk']) }),
      }),
    ],
    ['nothing but texts', definition({ texts: { en: source.texts.ar, ar: source.texts.en } })],
  ])('does not depend on the order in which %s are listed', (_what, text) => {
    expect(text).toBe(definition());
  });

  it.each([
    ['the name', definition({ name: 'baggage' })],
    ['the version', definition({ version: 4 })],
    ['a role', definition({ roles: [...source.roles, 'porter'] })],
    ['the initial state', chartWith({ initial: 'closed' })],
    ['a transition of the whole chart', chartWith({ on: { NoteTaken: {} } })],
    [
      'where a transition leads',
      chartWith({ states: { open, closed: { ...closed, on: { NoteTaken: 'open' } } } }),
    ],
    [
      'the guard of a transition',
      chartWith({
        states: {
          open,
          closed: { ...closed, on: { NoteTaken: { guard: { name: 'late', test: () => true } } } },
        },
      }),
    ],
    ['an end', chartWith({ states: { open: { ...open, end: true }, closed } })],
    ['an event', definition({ events: { ...events, BagBurnt: z.strictObject({}) } })],
    ['a field of an event', withEvent('BagTraced', z.strictObject({ town: z.string() }))],
    ['the type of a field', withEvent('ClaimPaid', z.strictObject({ amount: z.number().int() }))],
    [
      'whether a field is personal',
      withEvent('BagTraced', z.strictObject({ place: personal('witness', z.string()) })),
    ],
    ['the version of an event', withEvent('BagTraced', versioned(events.BagTraced, [(old) => ({ ...old })]))],
    [
      'the form of a command',
      withCommand('TraceBag', { input: z.strictObject({ place: z.string().max(3) }) }),
    ],
    ['who sends a command', withCommand('TraceBag', { roles: ['head'] })],
    ['in which of several roles a command is sent', withCommand('TakeNote', { roles: ['head', 'clerk'] })],
    ['who confirms a command', withCommand('PayClaim', { confirmedBy: ['clerk'] })],
    ['that nobody confirms a command', withCommand('PayClaim', { confirmedBy: undefined })],
    ['that a command is said for the person', withCommand('TraceBag', { onBehalf: true })],
    ['that a command is always heard', withCommand('TraceBag', { alwaysHeard: true })],
    ['the guards of a command', withCommand('TraceBag', { guards: [noted] })],
    ['the version of a guard', withCommand('RefuseClaim', { guards: [{ ...noted, version: 2 }] })],
    ['what a command yields', withCommand('TraceBag', { yields: ['BagTraced', 'NoteTaken'] })],
    ['the natural key', withCommand('FileClaim', { opens: 'owner' })],
    [
      'who acts before a deadline',
      definition({ deadlines: { answer: { ...deadlines['answer'], role: 'head' } } }),
    ],
    [
      'what a deadline sends',
      definition({ deadlines: { answer: { ...deadlines['answer'], then: undefined } } }),
    ],
    ['a deadline', definition({ deadlines: {} })],
  ])('tells %s', (_what, text) => {
    expect(text).not.toBe(definition());
  });

  it('tells the order of transitions on one event, because the machine tries them in that order', () => {
    const guard = (name: string) => ({ name, test: () => true });
    const ways = [
      { guard: guard('late'), target: 'open' },
      { guard: guard('rich'), target: 'closed' },
    ];
    const on = (NoteTaken: object) =>
      chartWith({ states: { open, closed: { ...closed, on: { NoteTaken } } } });
    expect(on(ways)).not.toBe(on(ways.toReversed()));
  });
});
