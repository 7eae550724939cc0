import { describe, expect, it } from '@jest/globals';
import { pooledRandomBytes } from './random-pool.js';

describe('random bytes from a pool', () => {
  it('are as many as were asked for, and never the same twice, also over the end of the pool', () => {
    const drawn = Array.from({ length: 5000 }, (_, index) => pooledRandomBytes(8 + (index % 25)));
    for (const [index, bytes] of drawn.entries()) expect(bytes).toHaveLength(8 + (index % 25));
    expect(new Set(drawn.map((bytes) => bytes.toString('hex', 0, 8))).size).toBe(drawn.length);
  });

  it('stay what they are when others are drawn', () => {
    const bytes = pooledRandomBytes(32);
    const text = bytes.toString('hex');
    for (let index = 0; index < 1000; index += 1) pooledRandomBytes(32);
    expect(bytes.toString('hex')).toBe(text);
  });
});
