/** Where the parts of a server tell what failed; a logger is one. */
export interface ErrorLog {
  error(told: Told, what: string): void;
  warn(told: Told, what: string): void;
}

/** The error, and what it is about. */
export interface Told {
  readonly err?: unknown;
  readonly [about: string]: unknown;
}
