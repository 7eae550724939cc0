import { operations, type Ready } from '@safeconduct/contracts';
import { systemReader, type ViewProgress } from '@safeconduct/engine';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { epochMsOf } from '@safeconduct/workflow';
import { Metrics } from '../start/metrics.js';
import { Lifecycle } from './lifecycle.js';
import type { HttpLimits } from './limits.js';
import { Route } from './route.js';
import { servedToken, limitsToken, type Served } from './tokens.js';

const { isLive, isReady, getMetrics } = operations;
const reader = systemReader('health');
const notReady = 503;

/** Liveness, readiness with the reason when the server is not ready, and metrics. */
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
    return { status: 'ok', actorMode: 'x-actor' } as const;
  }

  @Route(isReady)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const found = await this.state();
    if (found.status !== 'ok') reply.code(notReady);
    return { ...found, actorMode: 'x-actor' };
  }

  @Route(getMetrics)
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  private async state(): Promise<Omit<Ready, 'actorMode'>> {
    try {
      const progress = await this.served.engine.queries.progress(reader);
      const { head, reached } = progress;
      const at = { head: String(head), views: String(reached) };
      if (this.lifecycle.stopping)
        return { status: 'stopping', reason: 'the server is shutting down', ...at };
      const reason = this.whyBehind(progress);
      return reason === null
        ? { status: 'ok', reason, ...at }
        : {
            status: 'behind',
            reason: `views are at position ${reached}, the log at ${head}; ${reason}`,
            ...at,
          };
    } catch {
      return { status: 'unavailable', reason: 'the store does not answer', head: '0', views: '0' };
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
