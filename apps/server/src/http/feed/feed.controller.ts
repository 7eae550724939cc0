import { positionOf } from '@safeconduct/engine';
import { operations, type Operations } from '@safeconduct/contracts';
import { Controller, Inject, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { Authenticator } from '../../sign-in/authenticator.js';
import { Metrics } from '../../start/metrics.js';
import { Lifecycle } from '../lifecycle.js';
import type { HttpLimits } from '../limits.js';
import { Lookup } from '../lookup.js';
import { readingFor, type RequestWithReader } from '../reading.js';
import { Parsed, Route } from '../route.js';
import { refusedOf } from '../sign-in/what-a-principal-may-ask.js';
import { servedToken, limitsToken, loggerToken, type Served } from '../tokens.js';
import { busyFrames } from './feed-frame.js';
import { FeedReader, type FeedRequest } from './feed-reader.js';
import { jobsSeenBy } from '../jobs/seen-jobs.js';
import { JobWatch } from './job-watch.js';
import { LogTail } from './log-tail.js';
import { stillSignedIn } from './still-signed-in.js';

const { followFeed, listJobs } = operations;

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
    @Inject(JobWatch) private readonly jobs: JobWatch,
    @Inject(Authenticator) private readonly authenticator: Authenticator,
    @Inject(Lifecycle) lifecycle: Lifecycle,
  ) {
    lifecycle.onStop(() => {
      this.stopping.abort();
    });
  }

  @Route(followFeed)
  async followFeed(
    @Parsed(followFeed) { query, headers, reader: asking }: RequestWithReader<Operations['followFeed']>,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (query.workflow !== undefined) this.lookup.workflow(query.workflow);
    const reader = readingFor(asking, query);
    const head = await this.served.engine.queries.head(reader);
    const given = headers['last-event-id'] ?? query.after;
    const after = given === undefined ? head : positionOf(given);
    const { principal } = request;
    const feedRequest = {
      ...{ reader, workflow: query.workflow, caseId: query.case },
      after: after > head ? head : after,
      isReset: after > head,
      seesJob:
        principal !== undefined && refusedOf(principal, listJobs) === undefined
          ? await jobsSeenBy(reader, this.served.identity)
          : undefined,
      isSignedIn: stillSignedIn(request, {
        authenticator: this.authenticator,
        sessions: this.served.accounts.sessions,
      }),
    };
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
    // A browser reads no status but this one, so what is in the way is said in the stream.
    else if (this.readers >= this.limits.feedReaders) reply.raw.end(busyFrames);
    else void this.send(feedRequest, reply);
  }

  private async send(feedRequest: FeedRequest, reply: FastifyReply): Promise<void> {
    const {
      engine: { queries },
      clock,
      logId,
    } = this.served;
    this.readers += 1;
    this.metrics.feedReaders.set(this.readers);
    try {
      const { tail, jobs, limits } = this;
      const ports = { tail, jobs, queries, clock, logId, limits, stopping: this.stopping.signal };
      await new FeedReader(ports, feedRequest, reply.raw).run();
    } catch (error) {
      this.logger.error({ err: error, requestId: reply.request.id }, 'a reader of the feed was cut off');
    } finally {
      this.readers -= 1;
      this.metrics.feedReaders.set(this.readers);
    }
  }
}
