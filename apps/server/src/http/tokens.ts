import type {
  Clock,
  ClockImplausibleError,
  EngineWithViews,
  Identity,
  Instant,
  People,
} from '@safeconduct/engine';

/** What controllers serve: commands and reads through the engine, and nothing of the stores behind it. */
export interface Served {
  readonly engine: EngineWithViews;
  readonly identity: Identity;
  /** The directory of people. */
  readonly people: People;
  /** How the ids of those who hold a role begin, until accounts exist. */
  readonly prefixesOf: (role: string) => readonly string[];
  readonly clock: Clock;
  /** Why commands are refused because of the time that the clock tells; undefined while they are not. */
  readonly clockProblem: () => ClockImplausibleError | undefined;
  /** What of the workflows is unfinished, and whether the data were begun to try them in. */
  readonly construction: {
    readonly isTrial: boolean;
    readonly unfinished: { has(workflow: string): boolean };
  };
  /** Set where the data are a demonstration, whose caseload ends at that moment. */
  readonly demonstration: { readonly startsAt: Instant } | undefined;
  /** The name of the log. A restored log gets another name, because it assigns positions again. */
  readonly logId: string;
}

/** Injection tokens of the controllers' dependencies. */
export const servedToken = Symbol('served');
export const limitsToken = Symbol('limits');
export const loggerToken = Symbol('logger');
