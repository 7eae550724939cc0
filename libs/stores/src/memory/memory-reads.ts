import { emptyReadLog, readHash, type KeptReadEntry, type ReadLog } from '@safeconduct/engine';

interface MemoryEntry extends KeptReadEntry {
  readonly terms: ReadonlySet<string>;
}

/** A log of reads that is gone with the process. */
export function openMemoryReads(): ReadLog {
  const kept: MemoryEntry[] = [];
  const head = () => kept.at(-1) ?? emptyReadLog;
  return {
    name: 'the log of reads in memory',

    append({ at: readAt, text, terms }) {
      const last = kept.at(-1);
      const at = last !== undefined && last.at > readAt ? last.at : readAt;
      const entry = { number: kept.length + 1, at, text };
      kept.push({ ...entry, hash: readHash(head().hash, entry), terms: new Set(terms) });
      return Promise.resolve();
    },

    entries({ terms, from = '', to, newestFirst, after, limit }) {
      const found = kept.filter(
        (entry) =>
          terms.every((term) => entry.terms.has(term)) &&
          entry.at >= from &&
          (to === undefined || entry.at <= to) &&
          (after === undefined || (newestFirst ? entry.number < after : entry.number > after)),
      );
      if (newestFirst) found.reverse();
      return Promise.resolve(found.slice(0, limit).map(({ terms: _terms, ...entry }) => entry));
    },

    head: () => Promise.resolve({ number: head().number, hash: head().hash }),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
