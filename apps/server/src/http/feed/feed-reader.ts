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

/** What a reader wants to see. */
export interface FeedWish {
  readonly reader: Reader;
  readonly workflow?: string | undefined;
  readonly caseId?: string | undefined;
  /** The reader has everything up to here. */
  readonly after: Position;
}

export interface FeedPorts {
  readonly tail: LogTail;
  readonly queries: Pick<Queries, 'history'>;
  readonly logId: string;
  readonly limits: HttpLimits;
  /** The server stops. */
  readonly stopping: AbortSignal;
}

/**
 * Sends a reader what was asked for until the reader goes, falls too far behind or the server stops. Nothing is buffered:
 * the next events are read when the ones before have been taken.
 */
export class FeedReader {
  private readonly gone = new AbortController();
  private position: Position;
  /** The last position the reader was told. */
  private told: Position;
  private wroteAt = Date.now();

  constructor(
    private readonly ports: FeedPorts,
    private readonly wish: FeedWish,
    private readonly response: ServerResponse,
  ) {
    this.position = wish.after;
    this.told = wish.after;
    response.on('close', () => {
      this.gone.abort();
    });
    ports.stopping.addEventListener(
      'abort',
      () => {
        this.gone.abort();
      },
      { signal: this.gone.signal },
    );
  }

  async run(): Promise<void> {
    const { tail, logId, stopping } = this.ports;
    const endFollowing = await tail.follow();
    try {
      await this.write(retryFrame + logFrame(logId));
      if (this.wish.caseId !== undefined) await this.catchUpWithCase(this.wish.caseId);
      while (!this.gone.signal.aborted) await this.step();
      if (stopping.aborted) this.response.write(goodbyeFrame);
    } catch (error) {
      // The reader takes nothing, or has gone, and comes back with the last id they have.
      if (!(error instanceof StalledError) && !this.gone.signal.aborted) throw error;
    } finally {
      endFollowing();
      this.gone.abort();
      if (stopping.aborted) this.response.end();
      else this.response.destroy();
    }
  }

  private async step(): Promise<void> {
    const { tail, limits } = this.ports;
    const items = await tail.after(this.position);
    const last = items.at(-1);
    if (last !== undefined) {
      this.position = last.position;
      await this.send(
        items
          .filter((item) => this.isWished(item))
          .map(({ frame }) => frame)
          .join(''),
      );
    }
    const quietMs = Date.now() - this.wroteAt;
    if (quietMs >= limits.feedHeartbeatMs) await this.heartbeat();
    else if (last === undefined)
      await tail.beyond(this.position, limits.feedHeartbeatMs - quietMs, this.gone.signal);
  }

  /** One case from long ago is read from its own stream, not out of everything that has happened since. */
  private async catchUpWithCase(caseId: string): Promise<void> {
    const { queries, tail } = this.ports;
    const head = await tail.head();
    const history = await queries.history(this.wish.reader, { caseId });
    const missed = history.filter(({ recorded }) => recorded.position > this.position);
    const last = missed.at(-1)?.recorded.position ?? head;
    this.position = laterOf(this.position, laterOf(head, last));
    await this.send(missed.map(feedFrame).join(''));
  }

  private isWished({ caseId, workflow }: FeedItem): boolean {
    if (caseId === undefined) return false;
    if (this.wish.caseId !== undefined && this.wish.caseId !== caseId) return false;
    return this.wish.workflow === undefined || this.wish.workflow === workflow;
  }

  private async send(frames: string): Promise<void> {
    if (frames === '') return;
    this.told = this.position;
    await this.write(frames);
  }

  private async heartbeat(): Promise<void> {
    const frame = this.position > this.told ? bookmarkFrame(this.position) : heartbeatFrame;
    this.told = this.position;
    await this.write(frame);
  }

  /** Resolves when the reader has room for more. */
  private async write(frames: string): Promise<void> {
    this.wroteAt = Date.now();
    if (this.response.write(frames)) return;
    const stalled = AbortSignal.timeout(this.ports.limits.feedStalledMs);
    try {
      await once(this.response, 'drain', { signal: AbortSignal.any([stalled, this.gone.signal]) });
    } catch (error) {
      if (this.gone.signal.aborted) return;
      throw new StalledError('the reader does not take what is sent', { cause: error });
    }
  }
}

class StalledError extends Error {}
