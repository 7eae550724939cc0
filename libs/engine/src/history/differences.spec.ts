import { describe, expect, it } from '@jest/globals';
import { differences } from './differences.js';

describe('differences', () => {
  it('are none between equal values', () => {
    expect(differences({ a: [1, { b: 2 }] }, { a: [1, { b: 2 }] })).toEqual([]);
  });

  it('name the path of each value that changed, came or went', () => {
    expect(differences({ a: 1, b: { c: 2, d: 3 } }, { b: { c: 4, d: 3 }, e: 5 })).toEqual([
      { path: 'a', from: 1, to: undefined },
      { path: 'b.c', from: 2, to: 4 },
      { path: 'e', from: undefined, to: 5 },
    ]);
  });

  it('go into what was not there before', () => {
    expect(differences(undefined, { holds: ['LEGAL'] })).toEqual([
      { path: 'holds.0', from: undefined, to: 'LEGAL' },
    ]);
  });

  it('name the whole where a value became a container', () => {
    expect(differences({ a: 1 }, { a: { b: 2 } })).toEqual([{ path: 'a', from: 1, to: { b: 2 } }]);
  });

  it('name the items of lists that changed, in their order', () => {
    const [kept, ...others] = Array.from({ length: 12 }, (_, index) => ({ index }));
    expect(differences([kept, ...others], [kept, ...others, { index: 12 }])).toEqual([
      { path: '12.index', from: undefined, to: 12 },
    ]);
    expect(differences([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], [0, 2, 0, 4, 5, 6, 7, 8, 9, 10, 0])).toEqual([
      { path: '0', from: 1, to: 0 },
      { path: '2', from: 3, to: 0 },
      { path: '10', from: 11, to: 0 },
    ]);
  });

  it('are none between lists of the same items, and between empty ones', () => {
    expect(differences({ a: [1], b: [], c: {} }, { a: [1], b: [], c: {} })).toEqual([]);
  });

  it('name an empty list that came or went', () => {
    expect(differences({}, { a: [] })).toEqual([{ path: 'a', from: undefined, to: [] }]);
  });
});
