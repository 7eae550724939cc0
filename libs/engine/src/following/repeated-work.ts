import { pause, type Pause } from './pause.js';

/** What a turn says of the next one: there is more to do now, more will gather soon, or nothing is left. */
export type Turn = 'more' | 'gathering' | 'idle';

export interface RepetitionOptions {
  /** How long to sleep, in milliseconds, when nothing is left and nobody says that there is something. */
  readonly pollMs: number;
  /** How long to let work gather, in milliseconds, after a turn that did the last of it. */
  readonly gatherMs?: number;
  /** How long to wait, in milliseconds, after the first failure; each further one doubles it, up to `retryMaxMs`. */
  readonly retryMs?: number;
  readonly retryMaxMs?: number;
  /** How it waits; by the clock of this machine when left out. */
  readonly pause?: Pause;
}

const defaultRetryMs = 250;
const defaultRetryMaxMs = 30_000;

/**
 * Does a piece of work again and again until it is stopped: at once while there is more, after a hint or a while when
 * there is none, and after a failure later and later. One turn is finished before the next one begins.
 */
export class RepeatedWork {
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;
  private hint = Promise.withResolvers<undefined>();

  constructor(
    private readonly turn: () => Promise<Turn>,
    private readonly options: RepetitionOptions,
  ) {}

  /** Begins. Every failure is told; the work goes on all the same. */
  start(failed: (error: unknown) => void): void {
    this.running = this.repeat(failed);
  }

  /** Finishes the turn at hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Says that there may be something to do. */
  wake(): void {
    this.hint.resolve(undefined);
  }

  get isStopping(): boolean {
    return this.stopping.signal.aborted;
  }

  /** Waits, or until it is stopped. */
  pause(ms: number): Promise<void> {
    return (this.options.pause ?? pause)(ms, this.stopping.signal);
  }

  private async repeat(failed: (error: unknown) => void): Promise<void> {
    const { retryMs = defaultRetryMs, retryMaxMs = defaultRetryMaxMs } = this.options;
    let waitMs = retryMs;
    while (!this.isStopping) {
      // Made before the turn, so that a hint that comes meanwhile is not slept through.
      this.hint = Promise.withResolvers<undefined>();
      try {
        const turn = await this.turn();
        waitMs = retryMs;
        await this.rest(turn);
      } catch (error) {
        failed(error);
        await this.pause(waitMs);
        waitMs = Math.min(2 * waitMs, Math.max(retryMs, retryMaxMs));
      }
    }
  }

  private async rest(turn: Turn): Promise<void> {
    const { gatherMs = 0, pollMs } = this.options;
    switch (turn) {
      case 'more':
        return;
      case 'gathering':
        await this.pause(gatherMs);
        return;
      case 'idle':
        await Promise.race([this.hint.promise, this.pause(pollMs)]);
    }
  }
}
