import { describe, expect, it } from '@jest/globals';
import { epochMsOf, instantOf } from '@safeconduct/engine';
import { clockContract, idsContract } from '@safeconduct/engine/testing';
import fc from 'fast-check';
import { systemClock } from './clock.js';
import { uuidIds, uuidsFrom } from './uuid.js';

clockContract('system', () => systemClock);
idsContract('UUID version 7', () => uuidIds);
idsContract('UUID version 7 of a clock that stands still', () => uuidsFrom(() => 1_700_000_000_000));
idsContract('UUID version 7 of a clock that stands at its beginning', () => uuidsFrom(() => 0));
idsContract('UUID version 7 of a clock that runs back', () => {
  let now = 1_700_000_000_000;
  return uuidsFrom(() => now--);
});

// Tested here, because `libs/workflow` must not use `Date`, which these tests compare with.
describe('instants', () => {
  it('are written and read as Date does it, in all years of four digits', () => {
    const years = { min: Date.parse('0000-01-01'), max: Date.parse('9999-12-31T23:59:59.999Z') };
    fc.assert(
      fc.property(fc.integer(years), (ms) => {
        expect(instantOf(ms)).toBe(new Date(ms).toISOString());
        expect(epochMsOf(instantOf(ms))).toBe(ms);
      }),
    );
  });

  it('are read in a shorter form as well', () => {
    expect(epochMsOf('2024-12-07T00:00:00Z')).toBe(Date.parse('2024-12-07T00:00:00.000Z'));
    expect(epochMsOf('nothing of the kind')).toBeNaN();
  });

  it('have whole milliseconds', () => {
    expect(instantOf(1.7)).toBe('1970-01-01T00:00:00.001Z');
  });
});

describe('UUID version 7', () => {
  it('carries its millisecond in the first 48 bits', () => {
    expect(uuidsFrom(() => 0x017f22e279b0).next()).toMatch(/^017f22e2-79b0-7/);
  });

  it('of two sources differ within the same millisecond', () => {
    const sources = Array.from({ length: 100 }, () => uuidsFrom(() => 1_700_000_000_000));
    expect(new Set(sources.map((ids) => ids.next().slice(19))).size).toBe(100);
  });
});
