import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { instantWriter } from './instants.js';

describe('instants', () => {
  it('are written as Date writes them, whatever came before', () => {
    const times = fc.integer({ min: Date.parse('0000-01-01'), max: Date.parse('9999-12-31T23:59:59.999Z') });
    fc.assert(
      fc.property(fc.array(times), fc.nat(200_000_000), (some, step) => {
        const write = instantWriter();
        for (const ms of some.flatMap((one) => [one, one + step, one])) {
          expect(write(ms)).toBe(new Date(ms).toISOString());
        }
      }),
    );
  });
});
