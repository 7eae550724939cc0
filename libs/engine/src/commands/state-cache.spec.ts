import { describe, expect, it } from '@jest/globals';
import type { CaseState } from '../history/case-state.js';
import { StateCache } from './state-cache.js';

const state = (caseId: string, revision = 0n) => ({ caseId, revision }) as CaseState;

describe('state cache', () => {
  it('keeps the cases used last', () => {
    const cache = new StateCache(2);
    cache.set(state('a'));
    cache.set(state('b'));
    cache.get('a');
    cache.set(state('c'));
    expect([cache.get('a')?.caseId, cache.get('b'), cache.get('c')?.caseId]).toEqual(['a', undefined, 'c']);
  });

  it('replaces the state of a case', () => {
    const cache = new StateCache(2);
    cache.set(state('a', 1n));
    cache.set(state('a', 2n));
    expect(cache.get('a')?.revision).toBe(2n);
    expect(cache.size).toBe(1);
  });

  it('keeps the newer state when a slow reader comes with an older one', () => {
    const cache = new StateCache(2);
    cache.set(state('a', 2n));
    cache.set(state('a', 1n));
    expect(cache.get('a')?.revision).toBe(2n);
  });
});
