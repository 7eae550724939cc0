import { describe, expect, it } from '@jest/globals';
import { scenarios } from './index.js';
import { luggage } from './luggage/index.js';

const { given } = scenarios(luggage);
const filed = {
  type: 'ClaimFiled',
  data: { claimNo: 'C-1', owner: 'A', ownerArabic: 'ا', bags: 1, channel: 'desk' },
} as const;
const traced = { type: 'BagTraced', data: { place: 'Basra' } } as const;
const noted = { type: 'NoteTaken', data: { note: 'n' } } as const;
const pay = (amount: number) =>
  given(filed, noted, traced).when('PayClaim', { amount }, { by: 'clerk-1', confirmedBy: 'head-1' });

describe('a scenario', () => {
  it('holds when events, state and refusal are as expected', () => {
    pay(10)
      .thenEvents({ type: 'ClaimPaid', data: { amount: 10 } })
      .thenState('closed.paid');
    pay(9999).thenRefused('COMMAND_REFUSED', 'AMOUNT_TOO_HIGH');
    given(filed).when('PayClaim', { amount: -1 }, { by: 'clerk-1' }).thenRefused('COMMAND_INVALID');
  });

  it('fails on other events, another order of fields aside', () => {
    expect(() => pay(10).thenEvents({ type: 'ClaimPaid', data: { amount: 11 } })).toThrow(
      'expected events [{"type":"ClaimPaid","data":{"amount":11}}], found [{"type":"ClaimPaid","data":{"amount":10}}]',
    );
    pay(10).thenEvents({ data: { amount: 10 }, type: 'ClaimPaid' });
  });

  it('fails on another state', () => {
    expect(() => pay(10).thenState('open')).toThrow('expected state "open", found "closed.paid"');
  });

  it('fails when a command that should be refused is accepted, and the other way round', () => {
    expect(() => pay(10).thenRefused('WRONG_STATE')).toThrow('found ["ClaimPaid"]');
    expect(() => pay(9999).thenEvents()).toThrow(/expected an accepted command.*AMOUNT_TOO_HIGH/);
  });

  it('fails on another code, and on other verdicts behind it', () => {
    expect(() => pay(9999).thenRefused('WRONG_STATE')).toThrow(/expected refusal \["WRONG_STATE"\]/);
    expect(() => pay(9999).thenRefused('COMMAND_REFUSED', 'NOTE_MISSING')).toThrow(/found.*AMOUNT_TOO_HIGH/);
  });

  it('refuses a history that cannot happen', () => {
    expect(() => given(filed, { type: 'ClaimPaid', data: { amount: 1 } }).state()).toThrow(
      'given ClaimPaid: open.searching does not accept it',
    );
  });

  it('lets an hour pass between events, unless it is told when', () => {
    expect(given({ ...filed, at: '2025-03-01T03:00:00+03:00' }).state()?.facts).toMatchObject({
      filedAt: '2025-03-01T00:00:00.000Z',
    });
    const due = { deadline: 'answer', dueAt: '2025-01-22T01:00:00.000Z' };
    given(filed)
      .when('MarkAnswerOverdue', due, { by: 'sys-1' })
      .thenRefused('COMMAND_REFUSED', 'DEADLINE_NOT_REACHED');
    given(filed)
      .when('MarkAnswerOverdue', due, { by: 'sys-1', at: due.dueAt })
      .thenEvents({ type: 'AnswerOverdue', data: due });
  });

  it('shows the rows that a view has after the history', () => {
    expect(given(filed, { ...traced, by: 'clerk-7' }).rows('traced')).toEqual([
      { bag: 1, place: 'Basra', by: 'clerk-7' },
    ]);
    expect(() => given(filed).rows('trased')).toThrow('luggage has no view trased');
  });

  it('refuses a time without a zone', () => {
    expect(() => given({ ...filed, at: '2025-03-01' }).state()).toThrow(
      '2025-03-01 is not a time with its zone',
    );
  });
});
