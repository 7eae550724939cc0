import { describe, expect, it } from '@jest/globals';
import { defineWorkflow, type EventOf, type FactEvent, type Folded } from './index.js';
import { judgeChart } from './testing/index.js';
import { luggage, findingsWith, type events } from './testing/luggage/index.js';

/** The luggage workflow in which an overdue answer stops a claim, and a payment lets it go on where it was. */
const chartWith = (open: object, stopped: object) => ({
  initial: 'open',
  states: {
    open: {
      initial: 'searching',
      on: { NoteTaken: {}, BagTraced: 'open.found', ClaimRefused: 'closed', ...open },
      states: { searching: {}, found: {} },
    },
    stopped: { on: stopped },
    closed: { end: true },
  },
});
const marking = { AnswerOverdue: { target: 'stopped', marks: 'stop' } };
const pausing = defineWorkflow({
  ...luggage.source,
  chart: chartWith(marking, { ClaimPaid: { target: { back: 'stop' } } }),
} as never);

const fact = (type: string, data: object = {}): FactEvent => ({
  ...{ type, data, occurredAt: '2025-01-01T00:00:00.000Z', actor: { id: 'clerk-1', role: 'clerk' } },
});
const filed = fact('ClaimFiled', { claimNo: 'L', owner: 'A', ownerArabic: 'ا', bags: 2, channel: 'desk' });
const after = (...types: readonly string[]): Folded | undefined =>
  [filed, ...types.map((type) => fact(type, { place: 'X', note: 'n' }))].reduce<Folded | undefined>(
    (before, next) => pausing.fold.step(before, next),
    undefined,
  );

describe('a way back', () => {
  it('leads to the state that the case left, whichever it was', () => {
    expect(after('AnswerOverdue', 'ClaimPaid')?.state).toBe('open.searching');
    expect(after('BagTraced', 'AnswerOverdue', 'ClaimPaid')?.state).toBe('open.found');
  });

  it('leads to the state that was left last', () => {
    expect(after('AnswerOverdue', 'ClaimPaid', 'BagTraced', 'AnswerOverdue', 'ClaimPaid')?.state).toBe(
      'open.found',
    );
  });

  it('does not touch the facts, and is kept beside them', () => {
    expect(after('BagTraced', 'AnswerOverdue')).toEqual({
      state: 'stopped',
      facts: { filedAt: filed.occurredAt, missing: 1, notes: 0, overdue: true },
      marks: { stop: 'open.found' },
    });
    expect(after('BagTraced')).not.toHaveProperty('marks');
  });

  it('is refused where no state was left, or leads where it leads otherwise', () => {
    const entered = (way: object) =>
      defineWorkflow({
        ...luggage.source,
        chart: chartWith(marking, { ClaimPaid: { target: { back: 'stop', ...way } } }),
      } as never).fold.step({ state: 'stopped', facts: luggage.source.initialFacts }, fact('ClaimPaid'));
    expect(entered({})).toBeUndefined();
    expect(entered({ otherwise: 'closed' })?.state).toBe('closed');
  });

  it('is taken by XState as by the table', () => {
    const examples: readonly EventOf<typeof events>[] = [
      { type: 'ClaimFiled', data: filed.data as never },
      { type: 'NoteTaken', data: { note: 'n' } },
      { type: 'BagTraced', data: { place: 'X' } },
      { type: 'AnswerOverdue', data: { deadline: 'answer', dueAt: filed.occurredAt } },
      { type: 'ClaimPaid', data: { amount: 1 } },
      { type: 'ClaimRefused', data: { reason: 'r' } },
    ];
    const judged = judgeChart(pausing as never, examples as never, { histories: 300 });
    expect([...judged.visited].sort()).toEqual(['closed', 'open.found', 'open.searching', 'stopped']);
  });
});

describe('the check of ways back', () => {
  it('names one that leads to what nothing remembers', () => {
    const chart = chartWith({ AnswerOverdue: 'stopped' }, { ClaimPaid: { target: { back: 'stop' } } });
    expect(findingsWith({ chart })).toContain(
      "luggage/chart.ts: state stopped goes back to 'stop' on ClaimPaid, and no transition remembers a state under " +
        "that name; write 'marks: 'stop'' on the transitions that leave the states to go back to",
    );
  });
});
