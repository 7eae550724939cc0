import {
  type CaseEvent,
  laterOf,
  erasedBy,
  logStart,
  systemReader,
  type LogBatch,
  type LogFollower,
  type LogQueries,
  type Position,
  type ProposalEvent,
  type ReadEvent,
} from '@safeconduct/engine';
import { caseFrameStart, erasedFrame, proposalFrame } from './feed-frame.js';

/**
 * One event of the log as the feed sends it, made once for all readers. Any other event only advances the reader's
 * position.
 */
export type FeedItem = CaseItem | ProposalItem | ErasedItem | OtherItem;

export interface CaseItem {
  readonly kind: 'case';
  readonly position: Position;
  readonly caseId: string;
  readonly workflow: string;
  /** What `namedFrame` completes for a reader. */
  readonly frameStart: string;
}

export interface ProposalItem {
  readonly kind: 'proposal';
  readonly position: Position;
  readonly caseId: string;
  readonly workflow: string;
  readonly proposalId: string;
  readonly frame: string;
}

/** The person of a case is erased. The event says nothing of the workflow. */
export interface ErasedItem {
  readonly kind: 'erased';
  readonly position: Position;
  readonly caseId: string;
  readonly frame: string;
}

interface OtherItem {
  readonly kind: 'other';
  readonly position: Position;
}

// The tail is one for all readers; what each of them may see is decided by `FeedReader`.
const reader = systemReader('feed');
const keptMax = 4096;
const batchSize = 500;
const pollMs = 1000;

/**
 * The newest events of the log in memory. They are read once, however many readers follow. A reader that is
 * further behind reads from the store first. The tail follows the log while it has readers.
 */
export class LogTail {
  private kept: FeedItem[] = [];
  /** The tail has every event behind this position. */
  private from = logStart;
  private last = logStart;
  private readonly waiting = new Set<() => void>();
  private follower: LogFollower | undefined;
  private begun: Promise<void> | undefined;
  private followers = 0;

  /** @param failed  called when the log cannot be read; the tail tries again, and readers go on waiting */
  constructor(
    private readonly queries: Pick<LogQueries, 'head' | 'log' | 'follow'>,
    private readonly failed: (error: unknown) => void,
  ) {}

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
      if (this.followers === 0) void this.follower?.stop();
    };
  }

  head(): Promise<Position> {
    return this.queries.head(reader);
  }

  /** The next items behind a position, at most a batch; none when there is nothing newer yet. */
  async itemsAfter(position: Position): Promise<readonly FeedItem[]> {
    if (position >= this.from) {
      const index = this.kept.findIndex((item) => item.position > position);
      return index < 0 ? [] : this.kept.slice(index, index + batchSize);
    }
    for await (const { events } of this.queries.log(reader, { after: position, batchSize }))
      return events.map(feedItem);
    return [];
  }

  /** Resolves when there is an event behind a position, after `ms`, or when the signal aborts. */
  async waitFor(position: Position, ms: number, signal: AbortSignal): Promise<void> {
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

  /** Wakes whoever waits: there is something new to send besides events of the log. */
  wake(): void {
    for (const wake of this.waiting) wake();
  }

  private async begin(): Promise<void> {
    this.kept = [];
    this.from = await this.queries.head(reader);
    this.last = this.from;
    const consumer = {
      positions: (head: Position) => (this.last < head ? [this.last] : []),
      take: (batch: LogBatch) => {
        this.take(batch);
        return Promise.resolve();
      },
    };
    this.follower = this.queries.follow(reader, consumer, { batchSize, pollMs });
    this.follower.start(this.failed);
  }

  private take({ events, last }: LogBatch): void {
    this.kept.push(...events.map(feedItem));
    this.last = laterOf(this.last, last.position);
    if (this.kept.length > keptMax) {
      const dropped = this.kept.splice(0, this.kept.length - keptMax);
      this.from = dropped.at(-1)?.position ?? this.from;
    }
    this.wake();
  }
}

export function feedItem(event: ReadEvent): FeedItem {
  const { position } = event.recorded;
  if (event.kind === 'case')
    return { ...ofCase(event), kind: event.kind, position, frameStart: caseFrameStart(event) };
  if (event.kind === 'proposal') {
    const proposalId = event.envelope.proposal;
    return { ...ofCase(event), kind: event.kind, position, proposalId, frame: proposalFrame(event) };
  }
  const erased = erasedBy(event);
  if (erased !== undefined)
    return { kind: 'erased', position, caseId: erased, frame: erasedFrame(position, erased) };
  return { kind: 'other', position };
}

const ofCase = ({ caseId, envelope: { workflow } }: CaseEvent | ProposalEvent) => ({ caseId, workflow });
