import { operations, type Meta, type Ready } from '@safeconduct/contracts';
import { Controller, Inject, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { Metrics } from '../start/metrics.js';
import { Readiness } from './readiness.js';
import { Route } from './route.js';
import { servedToken, type Served } from './tokens.js';

const { isLive, isReady, getMeta, getMetrics } = operations;
const notReady = 503;

/** Liveness, readiness with the reason when the server is not ready, which data it has, and metrics. */
@Controller()
export class HealthController {
  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(Readiness) private readonly readiness: Readiness,
    @Inject(Metrics) private readonly metrics: Metrics,
  ) {}

  @Route(isLive)
  live() {
    return { status: 'ok' } as const;
  }

  @Route(isReady)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<Ready> {
    const { ready } = await this.readiness.look();
    if (ready.status !== 'ok') reply.code(notReady);
    const { isTrial } = this.served.construction;
    return { ...ready, ...(isTrial && { underConstruction: true }) };
  }

  @Route(getMeta)
  meta(): Meta {
    return metaOf(this.served);
  }

  @Route(getMetrics)
  async figures(@Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    reply.type(this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }
}

/** Which data these are. */
export const metaOf = ({ clock, logId, demonstration }: Served): Meta => ({
  now: clock.now(),
  logId,
  demonstration: demonstration === undefined ? null : { startsAt: demonstration.startsAt },
});
