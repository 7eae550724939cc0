import { ViewBehindError } from '../errors.js';
import { pause, type Pause } from '../following/pause.js';
import type { Position } from '../ports/position.js';
import type { ViewDefinition, ViewStore } from '../ports/view-store.js';
import { viewsReached } from './runner.js';

/** How far the views must be, and how long a reader waits for it. */
export interface WaitOptions {
  readonly atLeast: Position;
  readonly timeoutMs: number;
}

interface Waiting extends WaitOptions {
  waitedMs: number;
  resolve(): void;
  reject(error: unknown): void;
}

const everyMs = 5;

/**
 * Readers who wait until the live views have reached a position: how they see what they wrote themselves. Each looks
 * once by itself. Those who have to wait share one look every few milliseconds, however many they are.
 */
export class ViewsWaiting {
  private readonly waiting = new Set<Waiting>();
  private isLooking = false;

  /** @param wait  how it waits between two looks; by the clock of this machine when left out */
  constructor(
    private readonly views: ViewStore,
    private readonly definitions: readonly ViewDefinition[],
    private readonly wait: Pause = pause,
  ) {}

  /** @throws ViewBehindError  they have not within `timeoutMs` */
  async waitFor(asked: WaitOptions): Promise<void> {
    if ((await this.reached()) >= asked.atLeast) return;
    await new Promise<void>((resolve, reject) => {
      this.waiting.add({ ...asked, waitedMs: 0, resolve, reject });
      if (!this.isLooking) void this.look();
    });
  }

  private async look(): Promise<void> {
    this.isLooking = true;
    while (this.waiting.size > 0) {
      await this.wait(everyMs);
      try {
        this.answer(await this.reached());
      } catch (error) {
        for (const one of this.waiting) this.ended(one).reject(error);
      }
    }
    this.isLooking = false;
  }

  private answer(reached: Position): void {
    for (const one of this.waiting) {
      one.waitedMs += everyMs;
      if (reached >= one.atLeast) this.ended(one).resolve();
      else if (one.waitedMs >= one.timeoutMs)
        this.ended(one).reject(new ViewBehindError(one.atLeast, reached));
    }
  }

  private ended(one: Waiting): Waiting {
    this.waiting.delete(one);
    return one;
  }

  private reached(): Promise<Position> {
    return viewsReached(this.views, this.definitions);
  }
}

/** One reader waits. @throws ViewBehindError  the views have not reached the position within `timeoutMs` */
export const waitForViews = (
  views: ViewStore,
  definitions: readonly ViewDefinition[],
  asked: WaitOptions,
): Promise<void> => new ViewsWaiting(views, definitions).waitFor(asked);
