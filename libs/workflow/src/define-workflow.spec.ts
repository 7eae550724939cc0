import { describe, expect, it } from '@jest/globals';
import type { Command, DecisionContext } from './index.js';
import { luggage } from './testing/luggage/index.js';

const context: DecisionContext = {
  now: '2025-01-01T00:00:00.000Z',
  actor: { id: 'clerk-1', role: 'clerk' },
  state: 'open.found',
  input: { amount: 10 },
};

const pay = luggage.commands.get('PayClaim') as Command;

describe('a defined workflow', () => {
  it('knows each command by its name, and which one opens a case', () => {
    expect([...luggage.commands].map(([key, { name }]) => [key, name])).toEqual(
      Object.keys(luggage.source.commands).map((name) => [name, name]),
    );
    expect(luggage.opening).toMatchObject({ name: 'FileClaim', opens: 'claimNo' });
  });

  it('knows each event in its current version', () => {
    expect([...luggage.events].map(([type, { version }]) => [type, version])).toEqual([
      ['ClaimFiled', 2],
      ['NoteTaken', 1],
      ['BagTraced', 1],
      ['ClaimPaid', 1],
      ['ClaimRefused', 1],
      ['AnswerOverdue', 1],
    ]);
  });

  it('records the form of a command as its one event', () => {
    expect(luggage.decide(pay, {}, context)).toEqual([{ type: 'ClaimPaid', data: { amount: 10 } }]);
  });

  it('decides with input, facts and context where the command says how', () => {
    const decide = (...given: readonly unknown[]) => [{ type: 'ClaimRefused', data: given }];
    const facts = { notes: 1 };
    expect(luggage.decide({ ...pay, decide }, facts, context)).toEqual([
      { type: 'ClaimRefused', data: [context.input, facts, context] },
    ]);
  });

  it('decides on no event where one of several has to be chosen and nothing chooses', () => {
    const undecided: Command = { ...pay, yields: ['ClaimPaid', 'ClaimRefused'] };
    expect(luggage.decide(undecided, {}, context)).toEqual([]);
  });

  it('tells which deadlines run', () => {
    const facts = { filedAt: '2025-01-01T00:00:00.000Z', missing: 1, notes: 0, overdue: false };
    expect(luggage.dueDates({ state: 'open.searching', facts })).toEqual({
      answer: '2025-01-22T00:00:00.000Z',
    });
    expect(luggage.dueDates({ state: 'open.found', facts })).toEqual({});
  });

  it('sums up a case for lists', () => {
    const facts = { filedAt: '', missing: 0, notes: 0, overdue: false };
    expect(luggage.summary({ state: 'closed.paid', facts })).toMatchObject({ outcome: 'PAID' });
  });

  it('tells who a case is about from the events that say so, and from no other', () => {
    const named = { owner: 'Nur', ownerArabic: 'نور' };
    expect(luggage.subject('ClaimFiled', named)).toEqual({ latin: 'Nur', arabic: 'نور' });
    expect(luggage.subject('NoteTaken', named)).toBeUndefined();
  });
});
