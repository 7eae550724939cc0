import type { Instant, StuckCase } from '@safeconduct/engine';
import type { ErrorLog } from '../console/error-log.js';

/** That open cases cannot go on, or that this is not known yet. */
interface UnsoundCases {
  readonly status: 'checking' | 'stuck';
  readonly reason: string;
  /** Those that cannot go on, as far as they are named one by one. */
  readonly stuck?: readonly StuckCase[];
  /** When they were found. */
  readonly foundAt?: Instant;
}

/**
 * Whether the server takes new work. Work that runs without an end, such as the feed, is ended first when it
 * stops.
 */
export class Lifecycle {
  stopping = false;
  /** Why the server cannot go on with the cases there are, or does not know yet; `undefined` when it can. */
  cases: UnsoundCases | undefined;
  /** What was found damaged in the log first; `undefined` while nothing was found. It does not mend itself. */
  private damageFound: string | undefined;
  private readonly endings = new Set<() => void>();

  /** Calls back when the server begins to stop. @returns a function that ends this */
  onStop(end: () => void): () => void {
    this.endings.add(end);
    return () => this.endings.delete(end);
  }

  get damage(): string | undefined {
    return this.damageFound;
  }

  /** Remembers an error that says that the log is damaged, whoever met it: a request, an import, a loop. */
  met(error: unknown): void {
    const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: string };
    if (code === 'STORE_CORRUPT') this.damageFound ??= message;
  }

  /** A log that has readiness remember the damage that is told to it, whatever the level of the log. */
  remembering(log: ErrorLog): ErrorLog {
    return {
      error: (told, what) => {
        this.met(told.err);
        log.error(told, what);
      },
      warn: (told, what) => {
        log.warn(told, what);
      },
    };
  }

  stop(): void {
    this.stopping = true;
    for (const end of this.endings) end();
  }
}
