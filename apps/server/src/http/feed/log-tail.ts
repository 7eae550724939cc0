import { caseOfStream, type EventStore, type RecordedEvent } from '@safeconduct/engine';
import { feedFrame } from './feed-frame.js';

/** One event of the log as the feed hands it on. */
export interface FeedItem {
  readonly position: bigint;
  /** Undefined for what is no event of a case; such an item only moves a reader on. */
  readonly caseId: string | undefined;
  readonly workflow: string;
  /** The event as bytes of the stream, made once for all readers. */
  readonly frame: string;
}

const keptMax = 4096;
const batch = 500;
const pollMs = 1000;

/**
 * The end of the log in memory: read once, however many readers follow it. A reader who is further behind reads the
 * store until he has come near. It runs while somebody follows.
 */
export class LogTail {
  private kept: FeedItem[] = [];
  /** Everything kept lies after this position, without a gap. */
  private from = 0n;
  private last = 0n;
  private waiting = new Set<() => void>();
  private stopFollowing: (() => void) | undefined;
  private begun: Promise<void> | undefined;
  private reading: Promise<void> | undefined;
  private followers = 0;

  constructor(private readonly events: EventStore) {}

  /** Begins to follow. @returns a function that ends it */
  async follow(): Promise<() => void> {
    this.followers += 1;
    if (this.followers === 1) this.begun = this.begin();
    await this.begun;
    let ended = false;
    return () => {
      if (ended) return;
      ended = true;
      this.followers -= 1;
      if (this.followers === 0) this.stopFollowing?.();
    };
  }

  head(): Promise<bigint> {
    return this.events.head();
  }

  /** The next items after a position, at most a batch; none when there is nothing newer yet. */
  async after(position: bigint): Promise<readonly FeedItem[]> {
    if (position >= this.from) {
      const index = this.kept.findIndex((item) => item.position > position);
      return index < 0 ? [] : this.kept.slice(index, index + batch);
    }
    const events = await this.events.readAll({ after: position, limit: batch });
    return events.map(feedItem);
  }

  /** Resolves when there is something after a position, or after `ms`, or when the signal says so. */
  async beyond(position: bigint, ms: number, signal: AbortSignal): Promise<void> {
    if (this.last > position || signal.aborted) return;
    await new Promise<void>((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.waiting.delete(done);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      this.waiting.add(done);
      signal.addEventListener('abort', done);
    });
  }

  private async begin(): Promise<void> {
    this.kept = [];
    this.from = await this.events.head();
    this.last = this.from;
    const stopListening = this.events.onAppended(() => void this.read());
    // Another process may append without a hint.
    const poll = setInterval(() => void this.read(), pollMs);
    this.stopFollowing = () => {
      stopListening();
      clearInterval(poll);
    };
  }

  /** One reading at a time; a hint that comes meanwhile is answered by the loop, which ends at an empty batch. */
  private read(): Promise<void> {
    this.reading ??= this.readOn().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async readOn(): Promise<void> {
    for (;;) {
      // A store that does not answer now is asked again at the next hint; readers go on waiting.
      const events = await this.events.readAll({ after: this.last, limit: batch }).catch(() => []);
      if (events.length === 0) return;
      this.kept.push(...events.map(feedItem));
      this.last = this.kept.at(-1)?.position ?? this.last;
      if (this.kept.length > keptMax) {
        const dropped = this.kept.splice(0, this.kept.length - keptMax);
        this.from = dropped.at(-1)?.position ?? this.from;
      }
      for (const wake of this.waiting) wake();
    }
  }
}

function feedItem(event: RecordedEvent): FeedItem {
  const caseId = caseOfStream(event.stream);
  return {
    position: event.position,
    caseId,
    workflow: event.metadata['workflow'] ?? '',
    frame: caseId === undefined ? '' : feedFrame(event, caseId),
  };
}
