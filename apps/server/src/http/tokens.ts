import type { Clock, EngineWithViews } from '@safeconduct/engine';
import type { PrefixIdentity } from '@safeconduct/stores';

/** What controllers serve: commands and reads through the engine, and nothing of the stores behind it. */
export interface Served {
  readonly engine: EngineWithViews;
  readonly identity: PrefixIdentity;
  readonly clock: Clock;
  /** The name of the log. A restored log gets another name, because it assigns positions again. */
  readonly logId: string;
}

/** Injection tokens of the controllers' dependencies. */
export const servedToken = Symbol('served');
export const limitsToken = Symbol('limits');
export const loggerToken = Symbol('logger');
