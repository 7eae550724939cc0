import type { Plain } from './wire.js';

/** What the thread that writes the log is asked. */
export type LogRequest =
  | { readonly kind: 'commit'; readonly nowMs: number; readonly appends: readonly Plain[] }
  | { readonly kind: 'meta'; readonly name: string; readonly value: string }
  | { readonly kind: 'close' };

/** What it answers to a commit: the position of the last event then, and a verdict for each append. */
export interface Committed {
  readonly head: number;
  readonly verdicts: readonly number[];
}
