import { laterOf, type Position, type Queries, type Reader } from '@safeconduct/engine';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { HttpLimits } from '../limits.js';
import {
  bookmarkFrame,
  feedFrame,
  goodbyeFrame,
  heartbeatFrame,
  logFrame,
  retryFrame,
} from './feed-frame.js';
import type { FeedItem, LogTail } from './log-tail.js';

/** Which events a reader asks for. */
export interface FeedRequest {
  readonly reader: Reader;
  readonly workflow?: string | undefined;
  readonly caseId?: string | undefined;
  /** The reader has everything up to here. */
  readonly after: Position;
}

export interface FeedPorts {
  readonly tail: LogTail;
  readonly queries: Pick<Queries, 'historySteps' | 'caseIdsSeen'>;
  readonly logId: string;
  readonly limits: HttpLimits;
  /** Aborted when the server stops. */
  readonly stopping: AbortSignal;
}

/**
 * Sends a reader the events of the request until the reader disconnects, falls too far behind or the server
 * stops. Nothing is buffered: the next events are read after the ones before were sent.
 */
export class FeedReader {
  private readonly closed = new AbortController();
  private position: Position;
  /** The last position that was sent to the reader. */
  private lastSent: Position;
  private lastWriteAt = Date.now();

  constructor(
    private readonly ports: FeedPorts,
    private readonly request: FeedRequest,
    private readonly response: ServerResponse,
  ) {
    this.position = request.after;
    this.lastSent = request.after;
    response.on('close', () => {
      this.closed.abort();
    });
    ports.stopping.addEventListener(
      'abort',
      () => {
        this.closed.abort();
      },
      { signal: this.closed.signal },
    );
  }

  async run(): Promise<void> {
    const { tail, logId, stopping } = this.ports;
    const endFollowing = await tail.follow();
    try {
      await this.write(retryFrame + logFrame(logId));
      if (this.request.caseId !== undefined) await this.catchUpWithCase(this.request.caseId);
      while (!this.closed.signal.aborted) await this.step();
      if (stopping.aborted) this.response.write(goodbyeFrame);
    } catch (error) {
      // The reader has stalled or disconnected. It resumes later with the last id that it has.
      if (!(error instanceof StalledError) && !this.closed.signal.aborted) throw error;
    } finally {
      endFollowing();
      this.closed.abort();
      if (stopping.aborted) this.response.end();
      else this.response.destroy();
    }
  }

  private async step(): Promise<void> {
    const { tail, limits } = this.ports;
    const items = await tail.itemsAfter(this.position);
    const last = items.at(-1);
    if (last !== undefined) {
      this.position = last.position;
      await this.send(await this.framesOf(items.filter((item) => this.isRequested(item))));
    }
    const quietMs = Date.now() - this.lastWriteAt;
    if (quietMs >= limits.feedHeartbeatMs) await this.heartbeat();
    else if (last === undefined)
      await tail.waitFor(this.position, limits.feedHeartbeatMs - quietMs, this.closed.signal);
  }

  /** The frames of those events whose cases the reader sees as they are now. */
  private async framesOf(items: readonly FeedItem[]): Promise<string> {
    if (items.length === 0) return '';
    const caseIds = items.flatMap(({ caseId }) => caseId ?? []);
    const seen = await this.ports.queries.caseIdsSeen(this.request.reader, { caseIds });
    return items
      .filter(({ caseId }) => caseId !== undefined && seen.has(caseId))
      .map(({ frame }) => frame)
      .join('');
  }

  /** Reads one case from its own stream instead of scanning all events since `after`. */
  private async catchUpWithCase(caseId: string): Promise<void> {
    const { queries, tail } = this.ports;
    const head = await tail.head();
    for await (const step of queries.historySteps(this.request.reader, { caseId })) {
      const missed = step.filter(({ recorded }) => recorded.position > this.position);
      const last = missed.at(-1)?.recorded.position;
      if (last !== undefined) this.position = last;
      await this.send(missed.map(feedFrame).join(''));
    }
    this.position = laterOf(this.position, head);
  }

  private isRequested({ caseId, workflow }: FeedItem): boolean {
    if (caseId === undefined) return false;
    if (this.request.caseId !== undefined && this.request.caseId !== caseId) return false;
    return this.request.workflow === undefined || this.request.workflow === workflow;
  }

  private async send(frames: string): Promise<void> {
    if (frames === '') return;
    this.lastSent = this.position;
    await this.write(frames);
  }

  private async heartbeat(): Promise<void> {
    const frame = this.position > this.lastSent ? bookmarkFrame(this.position) : heartbeatFrame;
    this.lastSent = this.position;
    await this.write(frame);
  }

  /** Resolves when the socket can take more. */
  private async write(frames: string): Promise<void> {
    this.lastWriteAt = Date.now();
    if (this.response.write(frames)) return;
    const stalled = AbortSignal.timeout(this.ports.limits.feedStalledMs);
    try {
      await once(this.response, 'drain', { signal: AbortSignal.any([stalled, this.closed.signal]) });
    } catch (error) {
      if (this.closed.signal.aborted) return;
      throw new StalledError('the reader does not read what is sent', { cause: error });
    }
  }
}

class StalledError extends Error {}
