import { describe, expect, it } from '@jest/globals';
import { Checkpoints } from './checkpoints.js';

const at = (revision: number) => ({ revision: BigInt(revision) });
const any = () => true;

describe('the checkpoints of long cases', () => {
  it('are kept one every 1,000 events, and the newest that is wanted is found', () => {
    const kept = new Checkpoints(10);
    for (const revision of [500, 999, 1000, 1999, 2999]) kept.offer('a', at(revision));
    expect(kept.size).toBe(3);
    expect(kept.newest('a', any)).toEqual(at(2999));
    expect(kept.newest('a', ({ revision }) => revision <= 2500n)).toEqual(at(1999));
    expect(kept.newest('a', ({ revision }) => revision < 999n)).toBeUndefined();
    expect(kept.newest('b', any)).toBeUndefined();
  });

  it('are kept once, whoever offers them again', () => {
    const kept = new Checkpoints(10);
    for (const revision of [999, 1999, 999]) kept.offer('a', at(revision));
    expect(kept.size).toBe(2);
  });

  it('are no more than the maximum; those of the case used longest ago go first', () => {
    const kept = new Checkpoints(3);
    kept.offer('a', at(999));
    kept.offer('b', at(999));
    kept.newest('a', any);
    kept.offer('c', at(999));
    kept.offer('c', at(1999));
    expect(kept.size).toBe(3);
    expect(kept.newest('b', any)).toBeUndefined();
    expect(kept.newest('a', any)).toEqual(at(999));
  });
});
