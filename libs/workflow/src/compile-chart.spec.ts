import { describe, expect, it } from '@jest/globals';
import { chartOf, compileChart } from './index.js';
import { chart } from './testing/luggage/index.js';

const compiled = compileChart(chart);

describe('the compiled chart', () => {
  it('begins in the initial leaf of the initial state', () => {
    expect(compiled.initial).toBe('open.searching');
  });

  it('lists leaf states in the order of the chart', () => {
    expect(compiled.leaves).toEqual(['open.searching', 'open.found', 'closed.paid', 'closed.refused']);
  });

  it('takes every leaf of an end state for an end', () => {
    expect([...compiled.ends]).toEqual(['closed.paid', 'closed.refused']);
  });

  it('tries a state before its parent', () => {
    expect(
      compiled.candidates('open.searching', 'BagTraced').map(({ to, guard }) => [to, guard?.name]),
    ).toEqual([
      ['open.found', 'last bag'],
      ['open.searching', undefined],
    ]);
  });

  it('leaves out what would never be tried', () => {
    const events = chartOf<never, never>()({
      initial: 'a',
      on: { Red: 'b' },
      states: { a: { on: { Red: 'a' } }, b: { end: true } },
    });
    expect(compileChart(events).candidates('a', 'Red')).toEqual([{ to: 'a', guard: undefined }]);
  });

  it('accepts nothing in a state that does not exist, and no event nobody knows', () => {
    expect(
      compiled.next({ state: 'nowhere', facts: {} }, { type: 'NoteTaken', data: {} })?.state,
    ).toBeUndefined();
    expect(
      compiled.next({ state: 'open.searching', facts: {} }, { type: 'BagBurnt', data: {} })?.state,
    ).toBeUndefined();
    expect(
      compiled.next({ state: 'open.searching', facts: {} }, { type: 'constructor', data: {} })?.state,
    ).toBeUndefined();
  });

  it('refuses a target that does not exist', () => {
    const broken = chartOf<never, never>()({ initial: 'a', states: { a: { on: { Red: 'z' } } } });
    expect(() => compileChart(broken)).toThrow('state z does not exist; write the full path from the top');
  });

  it('refuses sub-states without an initial one', () => {
    const broken = chartOf<never, never>()({ initial: 'a', states: { a: { states: { b: {} } } } });
    expect(() => compileChart(broken)).toThrow('state a has sub-states but no initial one');
  });
});

describe('former names of states', () => {
  const compiled = compileChart({
    initial: 'housed',
    states: {
      housed: {
        initial: 'waiting',
        formerly: ['camped'],
        states: { waiting: {}, moving: { formerly: ['camped.leaving'] } },
      },
      left: { formerly: ['gone.home', 'gone.abroad'], end: true },
    },
  });

  it.each([
    ['camped.waiting', 'housed.waiting'],
    ['camped.leaving', 'housed.moving'],
    ['camped.moving', 'housed.moving'],
    ['camped', 'housed.waiting'],
    ['gone.abroad', 'left'],
    ['left', 'left'],
    ['elsewhere', 'elsewhere'],
  ])('lead from %s to %s', (recorded, now) => {
    expect(compiled.nameNow(recorded)).toBe(now);
  });
});
