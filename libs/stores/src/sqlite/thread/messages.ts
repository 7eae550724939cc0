import type { MessagePort } from 'node:worker_threads';

/** The start message of a writing thread. */
export interface Start {
  readonly folder: string;
  readonly port: MessagePort;
  /** Shared; counts the messages with answers that were sent. */
  readonly sent: SharedArrayBuffer;
}

/** An error as it is sent between threads: without its class. */
export interface Failure {
  readonly code: string;
  readonly message: string;
}

export type Answer<Result> = { readonly done: Result } | { readonly failed: Failure };
