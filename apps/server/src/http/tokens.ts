import type { Clock, EngineWithViews } from '@safeconduct/engine';
import type { PrefixIdentity } from '@safeconduct/stores';

/** What controllers serve: commands and reads through the engine, and nothing of the stores behind it. */
export interface Served {
  readonly engine: EngineWithViews;
  readonly identity: PrefixIdentity;
  readonly clock: Clock;
  /** Names the log. A restored one has another name, because it gives positions again. */
  readonly logId: string;
}

/** What controllers are given, for injection. */
export const servedToken = Symbol('served');
export const limitsToken = Symbol('limits');
export const loggerToken = Symbol('logger');
