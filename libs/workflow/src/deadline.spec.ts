import { describe, expect, it } from '@jest/globals';
import { days, dueGuard, plus, type ActorInRole, type Deadline } from './index.js';
import { dueDates } from './deadline.js';

interface Facts {
  readonly from?: string;
}

const start = '2025-01-01T00:00:00.000Z';
const dueAt = plus(start, days(3));

const deadlines: Readonly<Record<string, Deadline<Facts>>> = {
  answer: { role: 'clerk', dueAt: ({ from }) => (from === undefined ? undefined : plus(from, days(3))) },
  visit: { role: 'clerk', dueAt: (_facts, state) => (state === 'open' ? start : undefined) },
};

const actor: ActorInRole = { id: 'sys-1', role: 'system' };
const ask = (facts: Facts, input: { deadline: string; dueAt: string }, now: string) =>
  dueGuard(deadlines).ask(facts, { input, now, actor, state: 'open' });

describe('dueGuard', () => {
  it('holds from the moment the deadline is over', () => {
    expect(ask({ from: start }, { deadline: 'answer', dueAt }, dueAt).ok).toBe(true);
  });

  it('fails one millisecond before, with DEADLINE_NOT_REACHED and the date', () => {
    expect(ask({ from: start }, { deadline: 'answer', dueAt }, plus(dueAt, -1))).toEqual({
      ok: false,
      code: 'DEADLINE_NOT_REACHED',
      inputs: { deadline: 'answer', dueAt },
    });
  });

  it.each([
    ['was met', {}, 'answer'],
    ['was moved', { from: plus(start, 1) }, 'answer'],
  ])('fails when the deadline %s, with DEADLINE_NOT_RUNNING', (_what, facts, deadline) => {
    expect(ask(facts, { deadline, dueAt }, plus(dueAt, days(9)))).toEqual({
      ok: false,
      code: 'DEADLINE_NOT_RUNNING',
      inputs: { deadline },
    });
  });

  it.each(['lunch', 'constructor'])('repeats no name that no deadline has: %s', (deadline) => {
    expect(ask({ from: start }, { deadline, dueAt }, plus(dueAt, days(9)))).toEqual({
      ok: false,
      code: 'DEADLINE_NOT_RUNNING',
      inputs: { deadline: null },
    });
  });

  it('is asked only once the form is filled in', () => {
    expect(dueGuard(deadlines).readsInput).toBe(true);
  });
});

describe('dueDates', () => {
  it('names every deadline that runs, and no other', () => {
    expect(dueDates(deadlines, { state: 'open', facts: { from: start } })).toEqual({
      answer: dueAt,
      visit: start,
    });
    expect(dueDates(deadlines, { state: 'closed', facts: { from: start } })).toEqual({ answer: dueAt });
    expect(dueDates(deadlines, { state: 'closed', facts: {} })).toEqual({});
  });
});
