import { operations, type Meta, type Ready } from '@safeconduct/contracts';
import { systemReader, type ViewProgress } from '@safeconduct/engine';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { epochMsOf } from '@safeconduct/workflow';
import { setTimeout as sleep } from 'node:timers/promises';
import { Metrics } from '../start/metrics.js';
import { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { Route } from './route.js';
import { servedToken, limitsToken, type Served } from './tokens.js';

const { isLive, isReady, getMeta, getMetrics } = operations;
const reader = systemReader('health');
const notReady = 503;

/** How long the store may take. Whoever asks for health waits for seconds only, and then counts the server as gone. */
const storeMs = 1000;
const viewsAhead =
  'the views know more than the log has: the log was replaced by an older copy, or has lost its end, and events that ' +
  'were recorded may be lost; stop the server, put the log back or restore the newest backup';
const noAnswer = 'the store does not answer';
const unknown = { head: '0', views: '0' };

/** Liveness, readiness with the reason when the server is not ready, which data it has, and metrics. */
@Controller()
export class HealthController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(limitsToken) private readonly limits: HttpLimits,
  ) {}

  @Route(isLive)
  live() {
    return { status: 'ok' } as const;
  }

  @Route(isReady)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const found = await this.state();
    if (found.status !== 'ok') reply.code(notReady);
    const { isTrial } = this.served.construction;
    return { ...found, ...(isTrial && { underConstruction: true }) };
  }

  @Route(getMeta)
  meta(): Meta {
    const { clock, logId, demonstration } = this.served;
    return {
      now: clock.now(),
      logId,
      demonstration: demonstration === undefined ? null : { startsAt: demonstration.startsAt },
    };
  }

  @Route(getMetrics)
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  private async state(): Promise<Omit<Ready, 'underConstruction'>> {
    const progress = await this.progress();
    const at = typeof progress === 'string' ? unknown : positionsOf(progress);
    if (this.lifecycle.stopping) return { status: 'stopping', reason: 'the server is shutting down', ...at };
    // First what the store says now: a log whose files were removed looks damaged to whoever opens it meanwhile.
    if (typeof progress === 'string') return { status: 'unavailable', reason: progress, ...at };
    if (this.lifecycle.damage !== undefined)
      return { status: 'unavailable', reason: this.lifecycle.damage, ...at };
    if (progress.reached > progress.head) return { status: 'unavailable', reason: viewsAhead, ...at };
    const clockProblem = this.served.clockProblem();
    if (clockProblem !== undefined) return { status: 'unavailable', reason: clockProblem.message, ...at };
    if (this.lifecycle.cases !== undefined) return { ...this.lifecycle.cases, ...at };
    const reason = this.whyBehind(progress);
    if (reason === null) return { status: 'ok', reason, ...at };
    const { head, reached } = progress;
    return {
      status: 'behind',
      reason: `views are at position ${reached}, the log at ${head}; ${reason}`,
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
  private whyBehind({ missingSince }: ViewProgress): string | null {
    if (missingSince === null) return null;
    const ageMs = epochMsOf(this.served.clock.now()) - epochMsOf(missingSince);
    if (ageMs <= this.limits.viewsStaleMs) return null;
    return (
      `what was recorded at ${missingSince} is not in them yet: they are being filled, or the log says ` +
      'why not'
    );
  }
}

const positionsOf = ({ head, reached }: ViewProgress) => ({ head: String(head), views: String(reached) });
