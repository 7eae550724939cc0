import { describe, expect, it } from '@jest/globals';
import { positionOf } from '@safeconduct/engine';
import { StreamHeads, type Head } from './stream-heads.js';

const head = (revision: bigint): Head => ({
  revision,
  position: positionOf(revision + 1n),
  recordedAt: '2026-01-01T00:00:00.000Z',
  ids: [],
});

describe('the heads of streams', () => {
  it('are remembered for half of the size at least and the size at most, those used last', () => {
    const heads = new StreamHeads(100);
    for (let index = 0; index < 1000; index += 1) {
      heads.note(`case-${index}`, head(0n));
      // Used all the time, so never forgotten.
      if (index >= 10) expect(heads.get('case-10')).toBeDefined();
    }
    const known = Array.from({ length: 1000 }, (_, ago) => heads.get(`case-${999 - ago}`) !== undefined);
    expect(known.slice(0, 49).every(Boolean)).toBe(true);
    expect(known.filter(Boolean).length).toBeLessThanOrEqual(100);
  });

  it('never go back, also where the later one was used long ago', () => {
    const heads = new StreamHeads(4);
    heads.note('case-a', head(5n));
    heads.note('case-b', head(0n));
    heads.note('case-a', head(4n));
    expect(heads.get('case-a')?.revision).toBe(5n);
  });

  it('keep the ids of the last sixteen events', () => {
    const heads = new StreamHeads(4);
    const ids = Array.from({ length: 20 }, (_, index) => `id-${index}`);
    heads.note('case-a', { ...head(19n), ids });
    expect(heads.get('case-a')?.ids).toEqual(ids.slice(4));
  });
});
