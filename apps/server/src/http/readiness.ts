import type { Ready } from '@safeconduct/contracts';
import { systemReader, type Instant, type ViewProgress } from '@safeconduct/engine';
import { epochMsOf } from '@safeconduct/workflow';
import { Inject, Injectable } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { limitsToken, servedToken, type Served } from './tokens.js';

const reader = systemReader('health');

/** How long the store may take. Whoever asks for health waits for seconds only, and then counts the server as gone. */
const storeMs = 1000;
const viewsAhead =
  'the views know more than the log has: the log was replaced by an older copy, or has lost its end, and events that ' +
  'were recorded may be lost; stop the server, put the log back or restore the newest backup';
const noAnswer = 'the store does not answer';
const unknown = { head: '0', views: '0' };

/** What a look at the store found. */
export interface Look {
  readonly ready: Omit<Ready, 'underConstruction'>;
  /** How far the views are; `undefined` where the store does not answer. */
  readonly progress: ViewProgress | undefined;
}

/** Whether this process can answer, and why not. */
@Injectable()
export class Readiness {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(limitsToken) private readonly limits: HttpLimits,
  ) {}

  async look(): Promise<Look> {
    const found = await this.progress();
    return { ready: this.readyBy(found), progress: typeof found === 'string' ? undefined : found };
  }

  /** Since when the views lack what was recorded, where they have for too long; null where they do not. */
  async viewsStaleSince(): Promise<Instant | null> {
    const found = await this.progress();
    return typeof found === 'string' || !this.isStale(found) ? null : found.missingSince;
  }

  private readyBy(progress: ViewProgress | string): Look['ready'] {
    const at = typeof progress === 'string' ? unknown : positionsOf(progress);
    if (this.lifecycle.stopping) return { status: 'stopping', reason: 'the server is shutting down', ...at };
    // First what the store says now: a log whose files were removed looks damaged to whoever opens it meanwhile.
    if (typeof progress === 'string') return { status: 'unavailable', reason: progress, ...at };
    if (this.lifecycle.damage !== undefined)
      return { status: 'unavailable', reason: this.lifecycle.damage, ...at };
    if (progress.reached > progress.head) return { status: 'unavailable', reason: viewsAhead, ...at };
    const clockProblem = this.served.clockProblem();
    if (clockProblem !== undefined) return { status: 'unavailable', reason: clockProblem.message, ...at };
    if (this.lifecycle.cases !== undefined) {
      const { status, reason } = this.lifecycle.cases;
      return { status, reason, ...at };
    }
    if (!this.isStale(progress)) return { status: 'ok', reason: null, ...at };
    const { head, reached, missingSince } = progress;
    return {
      status: 'behind',
      reason:
        `views are at position ${reached}, the log at ${head}; what was recorded at ${missingSince} is not in them yet: ` +
        'they are being filled, or the log says why not',
      ...at,
    };
  }

  /** What is wrong when the store does not answer, or not in time. */
  private async progress(): Promise<ViewProgress | string> {
    const late = sleep(storeMs, noAnswer, { ref: false });
    try {
      return await Promise.race([this.served.engine.queries.progress(reader), late]);
    } catch (error) {
      this.lifecycle.met(error);
      return `${noAnswer}: ${(error as Error).message}`;
    }
  }

  /**
   * Judged by age, not by count: a busy server is many events behind for a short time; a server that fills no
   * views is one event behind for ever.
   */
  private isStale({ missingSince }: ViewProgress): boolean {
    if (missingSince === null) return false;
    const ageMs = epochMsOf(this.served.clock.now()) - epochMsOf(missingSince);
    return ageMs > this.limits.viewsStaleMs;
  }
}

const positionsOf = ({ head, reached }: ViewProgress) => ({ head: String(head), views: String(reached) });
