import {
  epochMsOf,
  instantOf,
  positionOf,
  RevisionConflictError,
  type Appended,
  type Clock,
  type EngineError,
  type StreamCheck,
  type StreamWrite,
} from '@safeconduct/engine';
import { failureOf, type Answer, type Failure } from '../thread/messages.js';
import type { WritingThread } from '../thread/writing-thread.js';
import type { Committed, LogRequest } from './requests.js';
import { decodeVerdict, encodeAppend, verdictLength, type Plain } from './wire.js';

interface Caller {
  readonly writes: readonly StreamWrite[];
  readonly checks: readonly StreamCheck[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

/** Appends that are sent in one message. */
interface Batch {
  readonly begunMs: number;
  readonly appends: Plain[];
  readonly callers: Caller[];
  events: number;
}

export interface CommitQueueOptions {
  readonly clock: Clock;
  readonly errorOf: (failure: Failure) => EngineError;
  /** Called with the position of the last event after each commit. */
  readonly onCommitted: (head: number) => void;
}

const eventsMax = 1000;
const gatheringMaxMs = 0.2;

/**
 * Sends appends to the writing thread: those of one turn of the event loop in one message, in a long turn
 * sooner, so that the thread is not idle. The thread commits everything that has arrived together, so all
 * waiting callers share one flush to disk.
 */
export class CommitQueue {
  #batch: Batch | undefined;

  constructor(
    private readonly thread: WritingThread<LogRequest>,
    private readonly options: CommitQueueOptions,
  ) {}

  append(writes: readonly StreamWrite[], checks: readonly StreamCheck[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.thread.poll();
      const batch = (this.#batch ??= this.#begin());
      batch.events += encodeAppend(batch.appends, writes, checks);
      batch.callers.push({ writes, checks, resolve, reject });
      if (batch.events >= eventsMax || performance.now() - batch.begunMs > gatheringMaxMs) this.#send();
    });
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#ask<string>({ kind: 'meta', name, value });
  }

  /** Commits the accepted appends, then ends the thread. */
  async close(): Promise<void> {
    this.#send();
    try {
      await this.#ask({ kind: 'close' });
    } finally {
      await this.thread.ended;
    }
  }

  #begin(): Batch {
    setImmediate(() => {
      this.#send();
    });
    return { begunMs: performance.now(), appends: [], callers: [], events: 0 };
  }

  #send(): void {
    if (this.#batch === undefined) return;
    const { appends, events, callers } = this.#batch;
    this.#batch = undefined;
    const nowMs = epochMsOf(this.options.clock.now());
    this.thread.send({ kind: 'append', nowMs, events, appends }, (answer: Answer<Committed>) => {
      this.#answer(callers, answer);
    });
  }

  #answer(callers: readonly Caller[], answer: Answer<Committed>): void {
    if ('failed' in answer) {
      const error = this.options.errorOf(answer.failed);
      for (const { reject } of callers) reject(error);
      return;
    }
    const { head, verdicts } = answer.done;
    let at = 0;
    try {
      this.options.onCommitted(head);
      for (const caller of callers) at = settle(caller, verdicts, at);
    } catch (error) {
      // Nothing may escape into the loop of events, where it would end the process. A promise that is settled
      // already ignores this.
      for (const { reject } of callers) reject(this.options.errorOf(failureOf(error)));
    }
  }

  #ask<Result>(request: LogRequest): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.thread.send(request, (answer: Answer<Result>) => {
        if ('failed' in answer) reject(this.options.errorOf(answer.failed));
        else resolve(answer.done);
      });
    });
  }
}

/** @returns the index at which the verdict of the next caller begins */
function settle(
  { writes, checks, resolve, reject }: Caller,
  verdicts: readonly number[],
  at: number,
): number {
  const verdict = decodeVerdict(verdicts, at, writes.length);
  if ('conflict' in verdict) {
    const { which, actual } = verdict.conflict;
    const { stream, expected } = (writes[which] ?? checks[which - writes.length]) as
      StreamWrite | StreamCheck;
    reject(new RevisionConflictError(stream, expected, BigInt(actual)));
  } else {
    const { position, recordedAtMs, revisions } = verdict;
    resolve({
      position: positionOf(position),
      recordedAt: instantOf(recordedAtMs),
      revisions: revisions.map((revision) => BigInt(revision)),
    });
  }
  return at + verdictLength(verdict);
}
