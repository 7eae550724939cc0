import type { OpenCasesReport } from '@safeconduct/engine';
import type { StoresConfiguration } from '@safeconduct/stores';

/** What the thread that folds open cases is started with. */
export interface CheckOptions {
  readonly stores: StoresConfiguration;
  readonly workflows: readonly string[];
}

/** Its one message. */
export type Checked = readonly OpenCasesReport[];
