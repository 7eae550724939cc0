import { StoreCorruptError } from '../errors.js';
import type { KeptReadEntry, ReadEntriesQuery, ReadLog } from '../ports/read-log.js';
import { keptText } from './read-entry.js';

/** What became of a log of reads that was copied. */
export interface PouredReads {
  readonly copied: number;
  /** The target has entries of its own, so nothing was copied. */
  readonly isOther: boolean;
}

const entriesAtOnce = 500;

/**
 * Copies the entries of a log of reads that another one lacks. They keep their numbers, times and hashes, so the copy proves
 * that it is equal. Repeated, it copies what is new.
 * @throws StoreCorruptError  the entries of the source do not follow from each other
 */
export async function pourReads(from: Pick<ReadLog, 'name' | 'entries'>, to: ReadLog): Promise<PouredReads> {
  let reached = await to.head();
  if (reached.number > 0 && (await entryAt(from, reached.number))?.hash !== reached.hash)
    return { copied: 0, isOther: true };
  for (let copied = 0; ;) {
    const page: ReadEntriesQuery = {
      ...{ terms: [], newestFirst: false },
      ...{ after: reached.number, limit: entriesAtOnce },
    };
    const entries = await from.entries(page);
    const last = entries.at(-1);
    if (last === undefined) return { copied, isOther: false };
    await Promise.all(entries.map(({ at, text }) => to.append(keptText(text, at))));
    reached = await to.head();
    if (reached.hash !== last.hash)
      throw new StoreCorruptError(
        from.name,
        `its entries up to ${last.number} do not follow from each other`,
      );
    copied += entries.length;
  }
}

async function entryAt(reads: Pick<ReadLog, 'entries'>, number: number): Promise<KeptReadEntry | undefined> {
  const [found] = await reads.entries({ terms: [], newestFirst: false, after: number - 1, limit: 1 });
  return found?.number === number ? found : undefined;
}
