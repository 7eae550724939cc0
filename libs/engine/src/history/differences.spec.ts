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
});
