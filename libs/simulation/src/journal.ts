import type { CommandOutcome, EndOutcome, Proposed, SentCommand } from '@safeconduct/engine';
import type { Actor } from '@safeconduct/workflow';

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

/** Somebody who rejects or withdraws a proposal. */
export interface SentEnd {
  readonly caseId: string;
  readonly proposalId: string;
  readonly how: 'reject' | 'withdraw';
  readonly by: Actor;
}

/** The end of a proposal as its sender knows it; without an outcome there was no answer. */
export interface EndAttempt {
  readonly sent: SentEnd;
  readonly outcome: EndOutcome | undefined;
}

/** A command that was answered with a proposal. */
export interface ProposedAttempt {
  readonly sent: Attempt['sent'];
  readonly made: Proposed;
}

/** What the clients know: the commands they sent, and the answers they got. */
export class Journal {
  readonly attempts: Attempt[] = [];
  readonly readBacks: ReadBack[] = [];
  readonly made: ProposedAttempt[] = [];
  readonly ends: EndAttempt[] = [];
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

  proposed(attempt: Attempt, made: Proposed): void {
    attempt.ended = this.#happened += 1;
    this.made.push({ sent: attempt.sent, made });
  }

  failed(attempt: Attempt, error: unknown): void {
    attempt.ended = this.#happened += 1;
    attempt.error = error;
  }
}
