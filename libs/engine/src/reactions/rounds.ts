import { LeasedWork, type LeaseOptions } from '../following/leased-work.js';
import type { Pause } from '../following/pause.js';
import type { Clock } from '../ports/clock.js';

export interface RoundsOptions {
  readonly pollMs: number;
  /** The function it waits with; by the clock of this machine when left out. */
  readonly pause?: Pause;
  /** Lets one of several processes make the rounds; what two do is recorded once all the same, and costs twice. */
  readonly lease?: LeaseOptions | undefined;
}

/** A page of what there is to look at. */
export interface RoundRange<Item> {
  readonly now: string;
  readonly limit: number;
  /** The last one of the page before. */
  readonly after: Item | undefined;
}

/** What a round looks at, and what it does about it. */
export interface RoundWork<Item> {
  readonly clock: Clock;
  /** In one order, so that a round comes to each of them. */
  page(range: RoundRange<Item>): Promise<readonly Item[]>;
  /** Acts on those of a page that need it, each by itself. Each resolves to whether anything was recorded. */
  act(page: readonly Item[]): readonly Promise<boolean>[];
  /** Says that so many of a round failed. */
  failed(count: number): string;
}

// A round visits all there is, which may be a million of them after an import. A page costs some milliseconds, more from a
// cold disk; other queries run between two pages.
const pageLength = 200;
const betweenPagesMs = 25;

/** Visits what a view says is to be done, page by page, again and again. */
export class Rounds<Item> {
  private readonly leased: LeasedWork;

  constructor(
    private readonly work: RoundWork<Item>,
    options: RoundsOptions,
  ) {
    // A round in which one failed is followed like any other: one that always fails must not make rounds rarer.
    const waits = { retryMs: options.pollMs, retryMaxMs: options.pollMs };
    this.leased = new LeasedWork(() => this.round(), { ...options, ...waits });
  }

  /**
   * Runs rounds until it is stopped. `failed` is called with the error of a round, and a later round tries
   * again.
   */
  start(failed: (error: unknown) => void): void {
    this.leased.start(failed);
  }

  async stop(): Promise<void> {
    await this.leased.stop();
  }

  /**
   * One round. Returns how often something was recorded. One that fails does not stop the others: its error is thrown at
   * the end of the round.
   */
  async runOnce(): Promise<number> {
    let recorded = 0;
    const errors: unknown[] = [];
    for await (const page of this.pages()) {
      for (const result of await Promise.allSettled(this.work.act(page))) {
        if (result.status === 'rejected') errors.push(result.reason);
        else if (result.value) recorded += 1;
      }
    }
    if (errors.length > 0) throw new AggregateError(errors, this.work.failed(errors.length));
    return recorded;
  }

  private async round(): Promise<'idle'> {
    await this.runOnce();
    return 'idle';
  }

  private async *pages(): AsyncIterable<readonly Item[]> {
    let after: Item | undefined;
    while (!this.leased.isStopping) {
      const page = await this.work.page({ now: this.work.clock.now(), limit: pageLength, after });
      yield page;
      if (page.length < pageLength) return;
      after = page.at(-1);
      await this.leased.pause(betweenPagesMs);
    }
  }
}
