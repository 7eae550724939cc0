import type { StoresConfiguration } from '@safeconduct/stores';

/** The start options of the thread that fills the views. */
export interface FillOptions {
  readonly stores: StoresConfiguration;
}

/** The message to the thread: finish the current batch and end. */
export type ToThread = 'stop';

/** The message from the thread: an attempt failed, and the next one follows soon. */
export interface FromThread {
  readonly failed: { readonly code: string; readonly message: string };
}
