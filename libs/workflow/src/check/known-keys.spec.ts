import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { defineWorkflow } from '../index.js';
import { commands, deadlines, events, findingsWith, luggage } from '../testing/luggage/index.js';

const guard = { name: 'always', test: () => true };

const openWith = (open: object) =>
  findingsWith({ chart: { initial: 'open', states: { open: { end: true, ...open } } } }).filter((found) =>
    /means nothing there|leaves out/.test(found),
  );

describe('a key of a chart', () => {
  it.each([
    ['gaurd', { target: 'open', gaurd: guard }, 'guard'],
    ['Guard', { target: 'open', Guard: guard }, 'guard'],
    ['traget', { traget: 'open' }, 'target'],
  ])('of a transition that is mistyped as %s is refused', (key, transition, meant) => {
    expect(openWith({ on: { BagTraced: [transition] } })).toEqual([
      `luggage/chart.ts: state open, event BagTraced, has '${key}', which means nothing there; did you mean '${meant}'?`,
    ]);
  });

  it('of a state, the chart, or a guard that is mistyped is refused', () => {
    expect(openWith({ On: {} })).toEqual([
      "luggage/chart.ts: state open has 'On', which means nothing there; did you mean 'on'?",
    ]);
    expect(openWith({ on: { BagTraced: { guard: { ...guard, tset: guard.test } } } })).toEqual([
      "luggage/chart.ts: state open, the guard of BagTraced, has 'tset', which means nothing there; did you mean 'test'?",
    ]);
    expect(findingsWith({ chart: { ...luggage.source.chart, intial: 'open' } })).toContain(
      "luggage/chart.ts: the chart has 'intial', which means nothing there; did you mean 'initial'?",
    );
  });

  it.each([
    ['after', { 1000: 'open' }, 'declare a deadline in deadlines.ts'],
    ['always', [{ target: 'open' }], "list transitions with a 'guard' on the event"],
    ['invoke', { src: 'ask' }, 'let another program follow the feed'],
    ['entry', ['tell'], "change facts in 'evolve'"],
    ['exit', ['tell'], "change facts in 'evolve'"],
    ['onDone', 'open', 'write the target on the event that ends the sub-state'],
    ['history', 'deep', 'remember the state'],
    ['type', 'history', 'remember the state'],
    ['type', 'final', "mark a state in which a case may stay with 'end: true'"],
    ['type', 'atomic', 'remove it: a state with sub-states is compound'],
    ['type', 'parallel', 'a case is in one state at a time'],
    ['tags', ['red'], "declare 'tags' in index.ts: 'summary' says which of its codes a case has"],
  ])(
    'that the language leaves out, %s of a state, is answered with what is meant instead',
    (key, given, remedy) => {
      expect(openWith({ [key]: given })).toEqual([
        expect.stringMatching(
          new RegExp(
            `^luggage/chart.ts: state open uses '${key}', which this language leaves out; ${remedy}`,
          ),
        ),
      ]);
    },
  );

  it.each([
    ['cond', "write 'guard: { name, test }'"],
    ['actions', "change facts in 'evolve'"],
    ['reenter', 'remove it'],
  ])(
    'that the language leaves out, %s of a transition, is answered with what is meant instead',
    (key, remedy) => {
      expect(openWith({ on: { BagTraced: { [key]: 'red' } } })).toEqual([
        expect.stringContaining(`uses '${key}', which this language leaves out; ${remedy}`),
      ]);
    },
  );

  it('that makes a state parallel is not answered with one initial state', () => {
    const found = findingsWith({
      chart: { initial: 'open', states: { open: { type: 'parallel', states: { left: {}, right: {} } } } },
    });
    expect(found.join()).toContain('let guards ask whether all of it is done');
    expect(found.join()).not.toContain('initial one');
  });

  it('is refused before a workflow is defined', () => {
    const chart = { ...luggage.source.chart, after: {} };
    expect(() => defineWorkflow({ ...luggage.source, chart } as never)).toThrow("the chart uses 'after'");
  });
});

describe('a key of a definition', () => {
  it.each([
    [
      'commands',
      { ...commands, TraceBag: { ...commands.TraceBag, confirmBy: ['head'] } },
      'command TraceBag',
      'confirmBy',
      'confirmedBy',
    ],
    ['deadlines', { answer: { ...deadlines['answer'], thn: 'X' } }, 'deadline answer', 'thn', 'then'],
    [
      'events',
      {
        ...events,
        BagTraced: {
          ...{ schema: z.strictObject({ place: z.string() }), version: 1 },
          upcasters: [],
          upcaster: [],
        },
      },
      'event BagTraced',
      'upcaster',
      'upcasters',
    ],
    ['invariant', [], 'the definition', 'invariant', 'invariants'],
  ])('that is mistyped in %s is refused', (part, changed, where, key, meant) => {
    const found = findingsWith({ [part]: changed }).filter((each) => each.includes('means nothing'));
    expect(found).toEqual([
      expect.stringContaining(`${where} has '${key}', which means nothing there; did you mean '${meant}'?`),
    ]);
  });

  it('that is like no other is answered with all that are known', () => {
    const TraceBag = { ...commands.TraceBag, colour: 'red' };
    expect(findingsWith({ commands: { ...commands, TraceBag } }).join()).toContain(
      "command TraceBag has 'colour', which means nothing there; remove it; known are input, roles,",
    );
  });
});
