import { operations, type Ready } from '@safeconduct/contracts';
import { standardProjections, viewsReached } from '@safeconduct/engine';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { Installation } from '../runtime/installation.js';
import { Metrics } from '../runtime/metrics.js';
import { Lifecycle } from './lifecycle.js';
import { Route } from './route.js';
import { installationToken } from './tokens.js';

const { isLive, isReady, getMetrics } = operations;
const definitions = standardProjections.map(({ view }) => view);
// More than a batch or two behind means that a rebuild or a catch-up is under way.
const behindMax = 10_000n;
const notReady = 503;

/** Whether the process lives, whether it can answer and why not, and its figures. */
@Controller()
export class HealthController {
  constructor(
    @Inject(installationToken) private readonly installation: Installation,
    @Inject(Lifecycle) private readonly lifecycle: Lifecycle,
    @Inject(Metrics) private readonly metrics: Metrics,
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
    const { events, views } = this.installation;
    try {
      const head = await events.head();
      const reached = await viewsReached(views, definitions);
      const at = { head: String(head), views: String(reached) };
      if (this.lifecycle.stopping)
        return { status: 'stopping', reason: 'the server is shutting down', ...at };
      if (head - reached <= behindMax) return { status: 'ok', reason: null, ...at };
      return { status: 'behind', reason: `views are at position ${reached}, the log at ${head}`, ...at };
    } catch {
      return { status: 'unavailable', reason: 'the store does not answer', head: '0', views: '0' };
    }
  }
}
