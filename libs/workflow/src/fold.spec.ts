import { describe, expect, it } from '@jest/globals';
import type { FactEvent, Folded } from './index.js';
import { luggage } from './testing/luggage/index.js';

const at = '2025-01-01T00:00:00.000Z';
const happened = (type: string, data: unknown = {}): FactEvent => ({
  type,
  data,
  occurredAt: at,
  actor: { id: 'clerk-1', role: 'clerk' },
});
const filed = happened('ClaimFiled', {
  claimNo: 'C-1',
  owner: 'A',
  ownerArabic: 'ا',
  bags: 2,
  channel: 'desk',
});
const traced = happened('BagTraced', { place: 'Basra' });

const fold = (...events: readonly FactEvent[]): Folded | undefined =>
  events.reduce<Folded | undefined>((before, event) => luggage.fold.step(before, event), undefined);

describe('the fold', () => {
  it('begins with the opening event, in the initial leaf, with facts made of it', () => {
    expect(fold(filed)).toEqual({
      state: 'open.searching',
      facts: { filedAt: at, missing: 2, notes: 0, overdue: false },
    });
  });

  it('refuses to begin with another event', () => {
    expect(luggage.fold.step(undefined, traced)).toBeUndefined();
  });

  it('refuses the opening event a second time', () => {
    expect(luggage.fold.step(fold(filed), filed)).toBeUndefined();
  });

  it('refuses an event that the state does not accept, and one nobody knows', () => {
    expect(luggage.fold.step(fold(filed), happened('ClaimPaid', { amount: 1 }))).toBeUndefined();
    expect(luggage.fold.step(fold(filed), happened('BagBurnt'))).toBeUndefined();
  });

  it('asks the guards of the chart with the facts before the event', () => {
    expect(fold(filed, traced)).toMatchObject({ state: 'open.searching', facts: { missing: 1 } });
    expect(fold(filed, traced, traced)).toMatchObject({ state: 'open.found', facts: { missing: 0 } });
  });

  it('keeps the facts when the event has no entry in evolve', () => {
    const found = fold(filed, traced, traced);
    expect(luggage.fold.step(found, happened('ClaimPaid', { amount: 1 }))).toEqual({
      state: 'closed.paid',
      facts: found?.facts,
    });
  });

  it('changes nothing it was given', () => {
    const before = Object.freeze({ state: 'open.searching', facts: Object.freeze(fold(filed)?.facts) });
    expect(luggage.fold.step(before, traced)?.facts).not.toBe(before.facts);
  });
});
