import type { StoresConfiguration } from '@safeconduct/stores';

/** What the thread that fills the views is started with. */
export interface FillOptions {
  readonly stores: StoresConfiguration;
}

/** What it is told: to finish the batch at hand and end. */
export type ToThread = 'stop';

/** What it tells: that an attempt failed, and that the next one is under way in a moment. */
export interface FromThread {
  readonly failed: { readonly code: string; readonly message: string };
}
