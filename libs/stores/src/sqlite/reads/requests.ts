import type { NewReadEntry } from '@safeconduct/engine';

/** An entry between threads: its terms as one text, each on a line, because that crosses faster than a list. */
export interface SentEntry extends Omit<NewReadEntry, 'terms'> {
  readonly terms: string;
}

/** What the thread that writes the log of reads is asked. */
export type ReadsRequest =
  { readonly kind: 'append'; readonly entry: SentEntry } | { readonly kind: 'close' };
