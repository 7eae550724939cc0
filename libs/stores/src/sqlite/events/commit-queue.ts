import {
  RevisionConflictError,
  type Appended,
  type Clock,
  type EngineError,
  type StreamWrite,
} from '@safeconduct/engine';
import type { Answer, Failure } from '../thread/messages.js';
import type { WritingThread } from '../thread/writing-thread.js';
import type { Committed, LogRequest } from './requests.js';
import { decodeVerdict, encodeAppend, verdictLength, type Plain } from './wire.js';

interface Caller {
  readonly writes: readonly StreamWrite[];
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
}

interface Batch {
  readonly message: Plain[];
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

/**
 * Group commit: while the thread commits, appends gather here and then go over as one message, so that however many
 * callers wait, they share one flush to disk.
 */
export class CommitQueue {
  readonly #batches: Batch[] = [];
  #committing = false;
  #whenIdle = () => {};

  constructor(
    private readonly thread: WritingThread<LogRequest>,
    private readonly options: CommitQueueOptions,
  ) {}

  append(writes: readonly StreamWrite[]): Promise<Appended> {
    return new Promise((resolve, reject) => {
      this.thread.poll();
      const batch = this.#open();
      batch.events += encodeAppend(batch.message, writes);
      batch.callers.push({ writes, resolve, reject });
      this.#send();
    });
  }

  setMetaOnce(name: string, value: string): Promise<string> {
    return this.#ask<string>({ kind: 'meta', name, value });
  }

  /** Resolves when everything that was accepted is answered. */
  async idle(): Promise<void> {
    if (this.#committing) await new Promise<void>((resolve) => (this.#whenIdle = resolve));
  }

  /** Ends the thread. */
  async close(): Promise<void> {
    await this.#ask({ kind: 'close' });
    await this.thread.ended;
  }

  #ask<Result>(request: LogRequest): Promise<Result> {
    return new Promise((resolve, reject) => {
      this.thread.send(request, (answer: Answer<Result>) => {
        if ('failed' in answer) reject(this.options.errorOf(answer.failed));
        else resolve(answer.done);
      });
    });
  }

  /** The batch that still takes appends. */
  #open(): Batch {
    const last = this.#batches.at(-1);
    if (last !== undefined && last.events < eventsMax) return last;
    const batch = { message: [], callers: [], events: 0 };
    this.#batches.push(batch);
    return batch;
  }

  #send(): void {
    if (this.#committing) return;
    const batch = this.#batches.shift();
    if (batch === undefined) {
      this.#whenIdle();
      return;
    }
    this.#committing = true;
    const nowMs = Date.parse(this.options.clock.now());
    this.thread.send({ kind: 'commit', nowMs, appends: batch.message }, (answer: Answer<Committed>) => {
      this.#committing = false;
      this.#send();
      this.#answer(batch.callers, answer);
    });
  }

  #answer(callers: readonly Caller[], answer: Answer<Committed>): void {
    if ('failed' in answer) {
      const error = this.options.errorOf(answer.failed);
      for (const { reject } of callers) reject(error);
      return;
    }
    const { head, verdicts } = answer.done;
    this.options.onCommitted(head);
    let at = 0;
    for (const caller of callers) at = settle(caller, verdicts, at);
  }
}

/** @returns where the verdict of the next caller begins */
function settle({ writes, resolve, reject }: Caller, verdicts: readonly number[], at: number): number {
  const verdict = decodeVerdict(verdicts, at, writes.length);
  if ('conflict' in verdict) {
    const { stream, expected } = writes[verdict.conflict.write] as StreamWrite;
    reject(new RevisionConflictError(stream, expected, BigInt(verdict.conflict.actual)));
  } else {
    const { position, recordedAtMs, revisions } = verdict;
    resolve({
      position: BigInt(position),
      recordedAt: new Date(recordedAtMs).toISOString(),
      revisions: revisions.map((revision) => BigInt(revision)),
    });
  }
  return at + verdictLength(verdict);
}
