import { describe, expect, it } from '@jest/globals';
import { clockContract, idsContract } from '@safeconduct/engine/testing';
import { systemClock } from './clock.js';
import { uuidIds, uuidsFrom } from './uuid.js';

clockContract('system', () => systemClock);
idsContract('UUID version 7', () => uuidIds);
idsContract('UUID version 7 of a clock that stands still', () => uuidsFrom(() => 1_700_000_000_000));
idsContract('UUID version 7 of a clock that runs back', () => {
  let now = 1_700_000_000_000;
  return uuidsFrom(() => now--);
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
