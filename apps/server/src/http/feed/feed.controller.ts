import { positionOf } from '@safeconduct/engine';
import { operations, type Operations } from '@safeconduct/contracts';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Metrics } from '../../start/metrics.js';
import { Lifecycle } from '../lifecycle.js';
import type { HttpLimits } from '../limits.js';
import { HttpProblem, invalidField } from '../problem.js';
import { Lookup } from '../lookup.js';
import type { RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { servedToken, limitsToken, loggerToken, type Served } from '../tokens.js';
import { FeedReader, type FeedRequest } from './feed-reader.js';
import { LogTail } from './log-tail.js';

const { followFeed } = operations;

/** The feed of recorded events. */
@Controller()
export class FeedController {
  private readonly stopping = new AbortController();
  private readers = 0;

  constructor(
    @Inject(servedToken) private readonly served: Served,
    @Inject(limitsToken) private readonly limits: HttpLimits,
    @Inject(loggerToken) private readonly logger: Logger,
    @Inject(Lookup) private readonly lookup: Lookup,
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(LogTail) private readonly tail: LogTail,
    @Inject(Lifecycle) lifecycle: Lifecycle,
  ) {
    lifecycle.onStop(() => {
      this.stopping.abort();
    });
  }

  @Route(followFeed)
  async followFeed(
    @Parsed(followFeed) { query, headers, reader }: RequestWithReader<Operations['followFeed']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (query.workflow !== undefined) this.lookup.workflow(query.workflow);
    if (this.readers >= this.limits.feedReaders) throw new HttpProblem('TOO_MANY_READERS');
    const head = await this.served.engine.queries.head(reader);
    const given = headers['last-event-id'] ?? query.after;
    const after = given === undefined ? head : positionOf(given);
    if (after > head) {
      const path = headers['last-event-id'] === undefined ? 'query.after' : 'headers.last-event-id';
      throw invalidField(path, 'too_big', `the log ends at position ${head}`);
    }
    const feedRequest = { reader, workflow: query.workflow, caseId: query.case, after };
    reply.hijack();
    reply.raw.writeHead(200, {
      ...(reply.getHeaders() as Record<string, string>),
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      // The stream ends with its connection, so that a server that stops does not wait for it.
      connection: 'close',
      'x-accel-buffering': 'no',
    });
    if (request.method === 'HEAD') reply.raw.end();
    else void this.send(feedRequest, reply);
  }

  private async send(feedRequest: FeedRequest, reply: FastifyReply): Promise<void> {
    const {
      engine: { queries },
      logId,
    } = this.served;
    this.readers += 1;
    this.metrics.feedReaders.set(this.readers);
    try {
      const ports = { tail: this.tail, queries, logId, limits: this.limits, stopping: this.stopping.signal };
      await new FeedReader(ports, feedRequest, reply.raw).run();
    } catch (error) {
      this.logger.error({ err: error, requestId: reply.request.id }, 'a reader of the feed was cut off');
    } finally {
      this.readers -= 1;
      this.metrics.feedReaders.set(this.readers);
    }
  }
}
