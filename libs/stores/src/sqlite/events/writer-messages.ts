import type { MessagePort } from 'node:worker_threads';
import type { Plain } from './wire.js';

/** What the writing thread gets first. */
export interface Start {
  readonly folder: string;
  readonly port: MessagePort;
  /** Shared; counts the answers that were sent. */
  readonly answered: SharedArrayBuffer;
}

export type Request =
  | { readonly kind: 'commit'; readonly nowMs: number; readonly appends: readonly Plain[] }
  | { readonly kind: 'meta'; readonly name: string; readonly value: string }
  | { readonly kind: 'close' };

/** An error as far as it crosses threads. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

/** `head` is the position of the last event then. */
export type Answer = { readonly done: unknown; readonly head: number } | { readonly failed: Failure };
