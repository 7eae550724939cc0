import { describe, expect, it } from '@jest/globals';
import { closeAll } from './close-all.js';

describe('closing all parts', () => {
  it('closes those behind one that fails, and fails with its error', async () => {
    const closed: string[] = [];
    const parts = ['a', 'b', 'c', 'd'].map((name) => () => {
      closed.push(name);
      if (name === 'b' || name === 'c') throw new Error(name);
    });
    await expect(closeAll(parts)).rejects.toThrow('b');
    expect(closed).toEqual(['a', 'b', 'c', 'd']);
  });
});
