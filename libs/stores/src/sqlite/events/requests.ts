import type { Plain } from './wire.js';

/** The requests to the thread that writes the log. */
export type LogRequest =
  | {
      readonly kind: 'append';
      readonly nowMs: number;
      readonly events: number;
      readonly appends: readonly Plain[];
    }
  | { readonly kind: 'meta'; readonly name: string; readonly value: string }
  | { readonly kind: 'close' };

export type AppendRequest = Extract<LogRequest, { kind: 'append' }>;

/**
 * Its answer to appends, once they are durable: the position of the last event then, and a verdict for each.
 */
export interface Committed {
  readonly head: number;
  readonly verdicts: readonly number[];
}
