import { describe, expect, it } from '@jest/globals';
import type { KeptReadEntry, ReadEntriesQuery } from '../ports/read-log.js';
import { emptyReadLog, readHash } from './read-hash.js';
import { verifyReads } from './verify-reads.js';

const count = 2500;
const chain: KeptReadEntry[] = [];
for (let number = 1; number <= count; number += 1) {
  const entry = { number, at: '2025-03-01T08:00:00.000Z', text: `{"n":${number}}` };
  chain.push({ ...entry, hash: readHash(chain.at(-1)?.hash ?? emptyReadLog.hash, entry) });
}

const logOf = (kept: readonly KeptReadEntry[]) => ({
  entries: ({ after = 0, limit }: ReadEntriesQuery) =>
    Promise.resolve(kept.filter(({ number }) => number > after).slice(0, limit)),
});
const entryAt = (number: number) => chain[number - 1] as KeptReadEntry;
const headAt = (number: number) => ({ number, hash: entryAt(number).hash });

describe('a log of reads', () => {
  it('is whole when every entry follows from the one before it and from what was noted elsewhere', async () => {
    const anchors = [headAt(1), headAt(1000), headAt(count)];
    expect(await verifyReads(logOf(chain), anchors)).toEqual({ entries: count, problems: [] });
  });

  it('is not whole when an entry was changed', async () => {
    const changed = chain.with(1200, { ...entryAt(1201), text: '{"n":0}' });
    expect((await verifyReads(logOf(changed))).problems).toEqual([expect.stringContaining('entry 1201')]);
  });

  it('is not whole when an entry was changed and its hash was made to fit', async () => {
    const entry = { ...entryAt(1201), text: '{"n":0}' };
    const changed = chain.with(1200, { ...entry, hash: readHash(entryAt(1200).hash, entry) });
    expect((await verifyReads(logOf(changed))).problems).toEqual([expect.stringContaining('entry 1202')]);
  });

  it('is not whole when entries were taken out, in the middle or at its end', async () => {
    const anchors = [headAt(count - 1)];
    const { problems } = await verifyReads(logOf(chain.toSpliced(4, 3)), anchors);
    expect(problems).toEqual(['entries 5 to 7 of the log of reads are missing']);
    const cut = await verifyReads(logOf(chain.slice(0, -2)), anchors);
    expect(cut.problems).toEqual([`entry ${count - 1} of the log of reads is missing`]);
    expect((await verifyReads(logOf([]), anchors)).problems).toHaveLength(1);
  });

  it('is not whole when all of it was made anew, because another head was noted', async () => {
    const anew: KeptReadEntry[] = [];
    for (const { number, at } of chain) {
      const entry = { number, at, text: '{}' };
      anew.push({ ...entry, hash: readHash(anew.at(-1)?.hash ?? emptyReadLog.hash, entry) });
    }
    expect((await verifyReads(logOf(anew))).problems).toEqual([]);
    expect((await verifyReads(logOf(anew), [headAt(7)])).problems).toEqual([
      expect.stringContaining('entry 7'),
    ]);
  });
});
