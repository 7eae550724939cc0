import type { StoresConfiguration } from '@safeconduct/stores';
import type { Findings } from '../../jobs/job.js';
import type { VerificationProgress } from '../../jobs/verifications.js';

/** What the thread that checks the log is started with. */
export interface VerifyOptions {
  readonly stores: StoresConfiguration;
}

/** What it says: how far it has come, and in the end what it found, or why it could not. */
export type FromVerification =
  | { readonly progress: VerificationProgress }
  | { readonly findings: Findings }
  | { readonly failed: { readonly isViewBehind: boolean; readonly message: string } };
