import type { MessagePort } from 'node:worker_threads';

/** What a writing thread gets first. */
export interface Start {
  readonly folder: string;
  readonly port: MessagePort;
  /** Shared; counts the messages with answers that were sent. */
  readonly sent: SharedArrayBuffer;
}

/** An error as far as it crosses threads: without its class. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type Answer<Result> = { readonly done: Result } | { readonly failed: Failure };
