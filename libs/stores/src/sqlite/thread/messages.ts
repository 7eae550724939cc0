import type { MessagePort } from 'node:worker_threads';
import { codeOf, messageOf } from '../store-error.js';

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

export const failureOf = (error: unknown): Failure => ({ code: codeOf(error), message: messageOf(error) });

export type Answer<Result> = { readonly done: Result } | { readonly failed: Failure };
