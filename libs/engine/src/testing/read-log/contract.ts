import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { compareText } from '@safeconduct/workflow';
import type { NewReadEntry, ReadEntriesQuery, ReadLog } from '../../ports/read-log.js';
import { emptyReadLog } from '../../reads/read-hash.js';
import { choicesFrom } from '../view-queries/seeded-choices.js';
import { keptForm } from '../../reads/read-entry.js';
import { verifyReads } from '../../reads/verify-reads.js';

/** What the contract needs to know of an adapter. */
export interface ReadLogAdapter {
  /** Opens a new log of reads. */
  readonly open: () => Promise<OpenReadLog>;
}

export interface OpenReadLog {
  readonly reads: ReadLog;
  /** The same log again, as another process has it; left out where it ends with its process. */
  readonly reopen?: () => Promise<ReadLog>;
}

/** More than a block of the counts has. */
const manyEntries = 17_000;
const seconds = 60;

const at = (second: number): string => `2025-03-01T08:00:${String(second).padStart(2, '0')}.000Z`;
const entry = (second: number, ...terms: readonly string[]): NewReadEntry => ({
  ...keptForm(
    {
      ...{ actor: 'co-07', roles: ['سجلّ 🕊 "\\\n'], unit: null, purposes: [], operation: terms.join(' ') },
      ...{ way: 'http', address: null, requestId: null, searched: null, cases: [], classes: [] },
      ...{ rows: second, moment: null, breakGlass: null },
    },
    at(second),
  ),
  terms,
});
const all: ReadEntriesQuery = { terms: [], newestFirst: false, limit: 100 };

/** What every log of reads must do. */
export function readLogContract(name: string, { open }: ReadLogAdapter): void {
  describe(`read log contract: ${name}`, () => {
    let opened: OpenReadLog;
    let reads: ReadLog;
    beforeEach(async () => {
      opened = await open();
      ({ reads } = opened);
    });
    afterEach(() => reads.close());

    const numbers = async (query: Partial<ReadEntriesQuery>) =>
      (await reads.entries({ ...all, ...query })).map(({ number }) => number);
    const append = async (...entries: readonly NewReadEntry[]) => {
      for (const one of entries) await reads.append(one);
    };

    it('is empty at first', async () => {
      expect(await reads.entries(all)).toEqual([]);
      expect(await reads.head()).toEqual(emptyReadLog);
      expect(await verifyReads(reads)).toEqual({ entries: 0, problems: [] });
    });

    it('has every entry that was appended, letter by letter, in order, each chained to the one before', async () => {
      const entries = [entry(1), entry(2), entry(3)];
      await append(...entries);
      const kept = await reads.entries(all);
      expect(kept.map(({ text }) => text)).toEqual(entries.map(({ text }) => text));
      expect(kept.map(({ number }) => number)).toEqual([1, 2, 3]);
      expect(await reads.head()).toEqual({ number: 3, hash: kept[2]?.hash });
      expect(await verifyReads(reads)).toEqual({ entries: 3, problems: [] });
    });

    it('keeps what many callers append at once, each once', async () => {
      const count = 200;
      await Promise.all(Array.from({ length: count }, (_, index) => reads.append(entry(0, `n:${index}`))));
      expect(await verifyReads(reads)).toEqual({ entries: count, problems: [] });
      for (const index of [0, 7, count - 1]) expect(await numbers({ terms: [`n:${index}`] })).toHaveLength(1);
    });

    it('finds the entries that have all of some terms, a page at a time, in both directions', async () => {
      const many = Array.from({ length: 50 }, (_, index) => `case:${index}`);
      await append(
        entry(1, 'actor:a', ...many),
        entry(2, 'actor:b', 'case:7'),
        entry(3, 'actor:a', 'case:7'),
        entry(4, 'actor:a'),
      );
      expect(await numbers({ terms: ['case:7'] })).toEqual([1, 2, 3]);
      expect(await numbers({ terms: ['case:7', 'actor:a'] })).toEqual([1, 3]);
      expect(await numbers({ terms: ['case:7'], newestFirst: true, limit: 2 })).toEqual([3, 2]);
      expect(await numbers({ terms: ['case:7'], newestFirst: true, after: 2 })).toEqual([1]);
      expect(await numbers({ terms: ['case:7'], after: 2 })).toEqual([3]);
      expect(await numbers({ newestFirst: true, limit: 3 })).toEqual([4, 3, 2]);
      expect(await numbers({ terms: ['case:70'] })).toEqual([]);
      expect(await numbers({ terms: ['actor:a" OR "actor:b'] })).toEqual([]);
    });

    it('finds the entries of a period, both ends included', async () => {
      await append(entry(1, 'x'), entry(2, 'x'), entry(2), entry(4, 'x'));
      expect(await numbers({ from: at(2) })).toEqual([2, 3, 4]);
      expect(await numbers({ to: at(2) })).toEqual([1, 2, 3]);
      expect(await numbers({ from: at(2), to: at(3), terms: ['x'] })).toEqual([2]);
      expect(await numbers({ from: at(3), to: at(3) })).toEqual([]);
      expect(await numbers({ from: at(5) })).toEqual([]);
    });

    it('has times that never go back, whatever the clock says', async () => {
      await append(entry(5), entry(3), entry(6));
      const times = (await reads.entries(all)).map((one) => one.at);
      expect(times).toEqual([at(5), at(5), at(6)]);
      expect(await numbers({ from: at(5), to: at(5) })).toEqual([1, 2]);
    });

    it('counts what each period has of each kind, and what each part of it has of some terms', async () => {
      const seed = Date.now() % 1_000_000;
      const { below, pick } = choicesFrom(seed);
      const terms = ['actor:a', 'actor:b', 'case:1', 'case:2'];
      const kept = Array.from({ length: manyEntries }, (_, index) =>
        entry(Math.floor((index * seconds) / manyEntries), ...terms.filter(() => below(2) === 0)),
      );
      const lastOnes = kept.slice(-50);
      await Promise.all(kept.slice(0, -lastOnes.length).map((one) => reads.append(one)));
      await append(...lastOnes);
      for (let question = 0; question < 12; question += 1) {
        const asked = {
          terms: below(2) === 0 ? [] : [pick(terms)],
          from: below(3) === 0 ? undefined : at(below(seconds)),
          to: below(3) === 0 ? undefined : at(below(seconds)),
        };
        const { from = at(0), to = at(seconds) } = asked;
        const found = kept.filter((one) => asked.terms.every((term) => one.terms.includes(term)));
        const kinds = new Map<string, number>();
        for (const one of found)
          if (one.at >= from && one.at <= to) kinds.set(one.kind, (kinds.get(one.kind) ?? 0) + 1);
        const counted = (await reads.kinds(asked)).map(({ kind, entries }) => [kind, entries] as const);
        expect({ seed, asked, kinds: new Map(counted), lines: counted.length }).toEqual({
          ...{ seed, asked, kinds },
          lines: kinds.size,
        });
        const moments = Array.from({ length: 5 }, () => at(below(seconds))).sort(compareText);
        expect({ seed, moments, counts: await reads.counts(asked.terms, moments) }).toEqual({
          ...{ seed, moments },
          counts: moments
            .slice(1)
            .map((end, bar) => found.filter((one) => one.at >= (moments[bar] ?? end) && one.at < end).length),
        });
      }
    }, 30_000);

    it('counts nothing where there is nothing', async () => {
      expect(await reads.kinds({ terms: [] })).toEqual([]);
      expect(await reads.counts([], [at(1), at(2)])).toEqual([0]);
      await append(entry(1, 'x'));
      expect(await reads.kinds({ terms: [], from: at(2) })).toEqual([]);
      expect(await reads.kinds({ terms: ['y'] })).toEqual([]);
      expect(await reads.counts(['x'], [])).toEqual([]);
      expect(await reads.counts(['x'], [at(1)])).toEqual([]);
    });

    it('says when everything is flushed, also where there is nothing', async () => {
      await reads.flush();
      await append(entry(1));
      await Promise.all([reads.flush(), reads.append(entry(2)), reads.flush()]);
      expect(await verifyReads(reads)).toEqual({ entries: 2, problems: [] });
    });

    it('has everything that was answered when it is opened again, and goes on from there', async () => {
      const { reopen } = opened;
      if (reopen === undefined) return;
      await append(entry(1), entry(2));
      const other = await reopen();
      expect(await other.head()).toMatchObject({ number: 2 });
      await other.append(entry(3));
      await reads.append(entry(4));
      await other.close();
      expect(await numbers({})).toEqual([1, 2, 3, 4]);
      expect(await verifyReads(reads)).toEqual({ entries: 4, problems: [] });
    });
  });
}
