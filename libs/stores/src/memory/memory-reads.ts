import {
  emptyReadLog,
  readHash,
  type CountedReads,
  type KeptReadEntry,
  type ReadLog,
} from '@safeconduct/engine';

interface MemoryEntry extends KeptReadEntry {
  readonly terms: ReadonlySet<string>;
  readonly kind: string;
}

/** A log of reads that is gone with the process. */
export function openMemoryReads(): ReadLog {
  const kept: MemoryEntry[] = [];
  const head = () => kept.at(-1) ?? emptyReadLog;
  const fitting = ({ terms, from = '', to }: CountedReads) =>
    kept.filter(
      (entry) =>
        terms.every((term) => entry.terms.has(term)) &&
        entry.at >= from &&
        (to === undefined || entry.at <= to),
    );
  return {
    name: 'the log of reads in memory',

    append({ at: readAt, text, terms, kind }) {
      const last = kept.at(-1);
      const at = last !== undefined && last.at > readAt ? last.at : readAt;
      const entry = { number: kept.length + 1, at, text };
      kept.push({ ...entry, hash: readHash(head().hash, entry), terms: new Set(terms), kind });
      return Promise.resolve();
    },

    entries({ newestFirst, after, limit, ...asked }) {
      const found = fitting(asked).filter(
        ({ number }) => after === undefined || (newestFirst ? number < after : number > after),
      );
      if (newestFirst) found.reverse();
      const shown = found.slice(0, limit).map(({ number, at, text, hash }) => ({ number, at, text, hash }));
      return Promise.resolve(shown);
    },

    kinds(asked) {
      const counts = new Map<string, number>();
      for (const { kind } of fitting(asked)) counts.set(kind, (counts.get(kind) ?? 0) + 1);
      return Promise.resolve([...counts].map(([kind, entries]) => ({ kind, entries })));
    },

    counts(terms, moments) {
      const times = fitting({ terms }).map(({ at }) => at);
      const between = (begin: string, end: string) => times.filter((at) => at >= begin && at < end).length;
      return Promise.resolve(moments.slice(1).map((end, bar) => between(moments[bar] ?? end, end)));
    },

    head: () => Promise.resolve({ number: head().number, hash: head().hash }),
    flush: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}
