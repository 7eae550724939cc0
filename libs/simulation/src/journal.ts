import type { CommandOutcome, SentCommand } from '@safeconduct/engine';

/** One sending of a command, and its outcome. The numbers give the order of what happened. */
export interface Attempt {
  readonly begun: number;
  readonly process: number;
  readonly sent: SentCommand & { readonly commandId: string };
  readonly atMs: number;
  ended?: number;
  outcome?: CommandOutcome;
  error?: unknown;
}

/** A client that read its own write back. */
export interface ReadBack {
  readonly caseId: string;
  /** The revision in the answer to the write. */
  readonly written: bigint;
  /** The revision in the list, once the list had reached the position of the write. */
  readonly seen: bigint | undefined;
}

/** What the clients know: the commands they sent, and the answers they got. */
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
