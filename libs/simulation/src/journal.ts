import type { CommandOutcome, SentCommand } from '@safeconduct/engine';

/** One time a command was sent, and what became of it. The numbers are the order in which things happened. */
export interface Attempt {
  readonly begun: number;
  readonly process: number;
  readonly sent: SentCommand & { readonly commandId: string };
  readonly atMs: number;
  ended?: number;
  outcome?: CommandOutcome;
  error?: unknown;
}

/** A client that looked for what he had written. */
export interface ReadBack {
  readonly caseId: string;
  /** The revision he was told. */
  readonly written: bigint;
  /** The revision the list showed, once it said that it knew his position. */
  readonly seen: bigint | undefined;
}

/** What the clients know: what they sent, and what they were answered. */
export class Journal {
  readonly attempts: Attempt[] = [];
  readonly readBacks: ReadBack[] = [];
  #happened = 0;

  begin(sent: Attempt['sent'], process: number, atMs: number): Attempt {
    const attempt: Attempt = { begun: (this.#happened += 1), process, sent, atMs };
    this.attempts.push(attempt);
    return attempt;
  }

  answered(attempt: Attempt, outcome: CommandOutcome): void {
    attempt.ended = this.#happened += 1;
    attempt.outcome = outcome;
  }

  failed(attempt: Attempt, error: unknown): void {
    attempt.ended = this.#happened += 1;
    attempt.error = error;
  }
}
