import { describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import { defineWorkflow, diagramOf, type Chart, type Diagram } from '../index.js';
import { luggage } from '../testing/luggage/index.js';

type AnyChart = Chart<object, Record<string, z.ZodType>>;

const guard = (name: string) => ({ name, test: () => true });

/** The diagram of a chart of which only states and events matter; texts are the names themselves. */
function diagramWith(chart: AnyChart): Diagram {
  const { en } = luggage.texts;
  const bare = { ...en, states: {}, events: {}, guards: { late: 'it is late' } };
  const texts = { en: bare, ar: bare };
  return diagramOf(defineWorkflow({ ...luggage.source, chart, texts } as never), 'en');
}

const arrowsOf = ({ arrows }: Diagram) => arrows.map(({ from, to, labels }) => [from, to, ...labels]);
const staysOf = ({ boxes }: Diagram) =>
  boxes.filter(({ stays }) => stays.length > 0).map(({ id, stays }) => [id, ...stays]);

describe('the diagram of a workflow', () => {
  it('has a box for each state, parents first, and one for what all states of a group accept', () => {
    const { boxes, initial } = diagramOf(luggage, 'en');
    expect(initial).toBe('open');
    expect(boxes.map(({ id, kind, parent, text }) => [id, kind, parent, text])).toEqual([
      ['open', 'group', undefined, 'open'],
      ['open.*', 'any', 'open', 'in every state'],
      ['open.searching', 'leaf', 'open', 'searching'],
      ['open.found', 'leaf', 'open', 'all found'],
      ['closed', 'group', undefined, 'closed'],
      ['closed.*', 'any', 'closed', 'in every state'],
      ['closed.paid', 'leaf', 'closed', 'paid'],
      ['closed.refused', 'leaf', 'closed', 'refused'],
    ]);
    expect(boxes.filter(({ end }) => end).map(({ id }) => id)).toEqual(['closed']);
    expect(boxes.find(({ id }) => id === 'open')?.initial).toBe('open.searching');
  });

  it('lists in a box the events that change nothing, and draws the others as arrows', () => {
    const diagram = diagramOf(luggage, 'en');
    expect(staysOf(diagram)).toEqual([
      ['open.*', 'note taken', 'bag traced'],
      ['open.searching', 'answer overdue (deadline: answer the claim)'],
      ['closed.*', 'note taken'],
    ]);
    expect(arrowsOf(diagram)).toEqual([
      ['open', 'closed.refused', 'claim refused (asks: G-NOTED)'],
      ['open.searching', 'open.found', 'bag traced [it was the last one missing]'],
      ['open.found', 'closed.paid', 'claim paid (asks: G-NOTED, G-LIMIT)'],
    ]);
  });

  it('speaks the language it is asked for', () => {
    const { title, boxes, arrows } = diagramOf(luggage, 'ar');
    expect([title, boxes[1]?.text, arrows[0]?.labels]).toEqual([
      'أمتعة مفقودة',
      'في كل حالة',
      ['رُفضت المطالبة (بشرط: G-NOTED)'],
    ]);
  });

  it('names all events between the same two states on one arrow', () => {
    const diagram = diagramWith({
      initial: 'a',
      states: { a: { on: { Red: 'b', Blue: [{ guard: guard('late'), target: 'b' }] } }, b: { end: true } },
    });
    expect(arrowsOf(diagram)).toEqual([['a', 'b', 'Red', 'Blue [it is late]']]);
  });

  it('shows a rule of the chart that has no text by its name', () => {
    const diagram = diagramWith({
      initial: 'a',
      states: { a: { on: { Red: [{ guard: guard('early'), target: 'b' }] } }, b: { end: true } },
    });
    expect(arrowsOf(diagram)).toEqual([['a', 'b', 'Red [early]']]);
  });

  it('shows which guards are asked before an event, and the deadline after which it comes', () => {
    const { arrows, boxes } = diagramOf(luggage, 'ar');
    expect(arrows.map(({ labels }) => labels[0])).toEqual([
      'رُفضت المطالبة (بشرط: G-NOTED)',
      'عُثر على حقيبة [كانت آخر حقيبة مفقودة]',
      'دُفعت المطالبة (بشرط: G-NOTED، G-LIMIT)',
    ]);
    expect(boxes.find(({ id }) => id === 'open.searching')?.stays).toEqual([
      'تأخر الرد (المهلة: الرد على المطالبة)',
    ]);
  });

  it('starts an arrow that leads from a group to its own inside in a box for every state of it', () => {
    const inside = { b: {}, c: { on: { Blue: 'a' } } };
    const diagram = diagramWith({
      initial: 'a',
      on: { Green: 'd' },
      states: { a: { initial: 'b', on: { Red: 'a.c' }, states: inside }, d: { end: true } },
    });
    expect(arrowsOf(diagram)).toEqual([
      ['*', 'd', 'Green'],
      ['a.*', 'a.c', 'Red'],
      ['a.c', 'a.b', 'Blue'],
    ]);
  });

  it('lists an event that leads back to the same leaf as one that changes nothing', () => {
    const diagram = diagramWith({ initial: 'a', states: { a: { end: true, on: { Red: 'a' } } } });
    expect(staysOf(diagram)).toEqual([['a', 'Red']]);
    expect(diagram.arrows).toEqual([]);
  });
});

describe('what many states have in common', () => {
  const on = { Red: 'e', Blue: {} };

  it('starts at the group when all of them share it', () => {
    const diagram = diagramWith({
      initial: 'g',
      states: { g: { initial: 'a', states: { a: { on }, b: { on }, c: { on } } }, e: { end: true } },
    });
    expect(arrowsOf(diagram)).toEqual([['g', 'e', 'Red']]);
    expect(staysOf(diagram)).toEqual([['g.*', 'Blue']]);
  });

  it('names the states that do not have it, when they are at most two', () => {
    const three = { a: { on }, b: { on }, c: { on } };
    const five = diagramWith({
      initial: 'g',
      states: { g: { initial: 'a', states: { ...three, x: {}, y: {} } }, e: { end: true } },
    });
    expect(arrowsOf(five)).toEqual([['g', 'e', 'Red (except: g.x, g.y)']]);
    const six = diagramWith({
      initial: 'g',
      states: { g: { initial: 'a', states: { ...three, x: {}, y: {}, z: {} } }, e: { end: true } },
    });
    expect(arrowsOf(six)).toEqual([
      ['g.a', 'e', 'Red'],
      ['g.b', 'e', 'Red'],
      ['g.c', 'e', 'Red'],
    ]);
  });

  it('stays apart for two states, and for different rules', () => {
    const guarded = { Red: [{ guard: guard('late'), target: 'e' }] };
    const diagram = diagramWith({
      initial: 'g',
      states: { g: { initial: 'a', states: { a: { on }, b: { on }, c: { on: guarded } } }, e: { end: true } },
    });
    expect(arrowsOf(diagram).map(([from]) => from)).toEqual(['g.a', 'g.b', 'g.c']);
  });

  it('ends at the group when one event leads to several states of it, and names them', () => {
    const ways = ['g.a', 'g.b', 'g.c'].map((target) => ({ guard: guard(target), target }));
    const diagram = diagramWith({
      initial: 's',
      states: { s: { on: { Red: ways } }, g: { initial: 'a', end: true, states: { a: {}, b: {}, c: {} } } },
    });
    expect(arrowsOf(diagram)).toEqual([['s', 'g', 'Red (to: g.a, g.b, g.c)']]);
  });
});
