import { describe, expect, it } from '@jest/globals';
import { compoundStates, outlineOf, type DiagramLevel } from '../index.js';
import { luggage } from '../testing/luggage/index.js';

const at = (level: DiagramLevel) => outlineOf(luggage, 'en', level);
const transitionsOf = (level: DiagramLevel) =>
  at(level).arrows.flatMap(({ from, to, transitions }) =>
    transitions.map(({ command, events }) => [from, to, command, ...events]),
  );

/** A workflow whose chart has an inner group, a transition from everywhere, and several ways between two groups. */
const nested = {
  ...luggage,
  source: {
    ...luggage.source,
    chart: {
      initial: 'a',
      on: { ClaimRefused: 'b' },
      states: {
        a: {
          initial: 'one',
          states: {
            one: { on: { NoteTaken: 'a.deep' } },
            deep: {
              initial: 'first',
              on: { ClaimPaid: 'a.one', AnswerOverdue: 'b' },
              states: { first: { on: { BagTraced: 'a.deep.second' } }, second: { on: { BagTraced: 'b' } } },
            },
          },
        },
        b: { end: true, on: { NoteTaken: 'a.deep.second' } },
      },
    },
  },
} as unknown as typeof luggage;
const endsOf = (level: DiagramLevel) =>
  outlineOf(nested, 'en', level).arrows.map(({ from, to, transitions }) => [
    from,
    to,
    ...transitions.flatMap(({ events }) => events),
  ]);

describe('the outline of a workflow', () => {
  it('has every state and each transition with the command and the guards before it', () => {
    expect(
      at('all').boxes.map(({ id, isCompound, isInitial, end }) => [id, isCompound, isInitial, end]),
    ).toEqual([
      ['open', true, true, false],
      ['closed', true, false, true],
      ['open.searching', false, true, false],
      ['open.found', false, false, false],
      ['closed.paid', false, true, true],
      ['closed.refused', false, false, true],
    ]);
    expect(transitionsOf('all')).toEqual([
      ['open', 'closed.refused', 'RefuseClaim', 'ClaimRefused'],
      ['open.searching', 'open.found', 'TraceBag', 'BagTraced'],
      ['open.found', 'closed.paid', 'PayClaim', 'ClaimPaid'],
    ]);
    const paid = at('all').arrows.at(-1)?.transitions[0];
    expect(paid).toMatchObject({
      guards: ['G-NOTED', 'G-LIMIT'],
      titles: {
        en: luggage.texts.en.events['ClaimPaid'] as string,
        ar: luggage.texts.ar.events['ClaimPaid'] as string,
      },
    });
  });

  it('names the rule by which the chart chooses between transitions of one event', () => {
    expect(at('all').arrows[1]?.labels).toEqual(['bag traced [it was the last one missing]']);
  });

  it('has one arrow between two closed states at the top, with all events that lead there', () => {
    expect(at('top').boxes.map(({ id, kind, isCompound }) => [id, kind, isCompound])).toEqual([
      ['open', 'leaf', true],
      ['closed', 'leaf', true],
    ]);
    const [only, ...others] = at('top').arrows;
    expect(others).toEqual([]);
    expect(only).toMatchObject({ from: 'open', to: 'closed', labels: ['events: 2'] });
    expect(only?.transitions).toEqual([
      expect.objectContaining({ command: undefined, events: ['ClaimRefused', 'ClaimPaid'], guards: [] }),
    ]);
  });

  it('draws a transition from everywhere from each state at the top', () => {
    expect(endsOf('top')).toEqual([
      ['a', 'b', 'ClaimRefused', 'AnswerOverdue', 'BagTraced'],
      ['b', 'a', 'NoteTaken'],
    ]);
  });

  it('shows of the inside of a state the states around it that arrows join to it, closed', () => {
    const { boxes } = outlineOf(nested, 'en', { inside: 'a.deep' });
    expect(boxes.map(({ id, parent, kind }) => [id, parent, kind])).toEqual([
      ['b', undefined, 'leaf'],
      ['a.one', undefined, 'leaf'],
      ['a.deep', undefined, 'group'],
      ['a.deep.first', 'a.deep', 'leaf'],
      ['a.deep.second', 'a.deep', 'leaf'],
    ]);
    expect(endsOf({ inside: 'a.deep' })).toEqual([
      ['a.deep.first', 'a.deep.second', 'BagTraced'],
      ['a.deep', 'b', 'ClaimRefused', 'AnswerOverdue'],
      ['a.one', 'a.deep', 'NoteTaken'],
      ['a.deep', 'a.one', 'ClaimPaid'],
      ['a.deep.second', 'b', 'BagTraced'],
      ['b', 'a.deep.second', 'NoteTaken'],
    ]);
  });

  it('leaves out what does not touch the state it is inside of', () => {
    expect(outlineOf(luggage, 'en', { inside: 'closed' }).arrows.map(({ from, to }) => [from, to])).toEqual([
      ['open', 'closed.refused'],
      ['open', 'closed.paid'],
    ]);
  });

  it('can be of every state that has states inside', () => {
    expect(compoundStates(nested)).toEqual(['a', 'a.deep']);
    for (const inside of compoundStates(nested))
      expect(outlineOf(nested, 'ar', { inside }).boxes.map(({ id }) => id)).toContain(inside);
  });
});
