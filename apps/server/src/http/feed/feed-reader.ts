import { laterOf, type Clock, type Position, type Queries, type Reader } from '@safeconduct/engine';
import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import type { HttpLimits } from '../limits.js';
import {
  goodbyeFrame,
  logFrame,
  namedFrame,
  proposalNowFrame,
  pulseFrame,
  resetFrame,
  retryFrame,
  signedOutFrame,
} from './feed-frame.js';
import type { JobItem, JobWatch } from './job-watch.js';
import {
  feedItem,
  type CaseItem,
  type ErasedItem,
  type FeedItem,
  type LogTail,
  type ProposalItem,
} from './log-tail.js';

/** Which events a reader asks for. */
export interface FeedRequest {
  readonly reader: Reader;
  readonly workflow?: string | undefined;
  readonly caseId?: string | undefined;
  /** The reader has everything up to here. */
  readonly after: Position;
  /** The log ends there, before the position that was asked for. */
  readonly isReset: boolean;
  /** Which jobs the reader sees; `undefined` where they may not ask for jobs. */
  readonly seesJob: ((job: Pick<JobItem, 'kind' | 'actor'>) => boolean) | undefined;
  /** Whether the reader is still signed in, with the rights of the beginning. */
  readonly isSignedIn: () => Promise<boolean>;
}

export interface FeedPorts {
  readonly tail: LogTail;
  readonly jobs: Pick<JobWatch, 'follow' | 'open' | 'changesAfter'>;
  readonly queries: Pick<Queries, 'historySteps' | 'casesSeen' | 'proposalsSeen'>;
  readonly clock: Clock;
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
  private pulseAtMs: number;
  private jobNumber = 0;
  private isSignedOut = false;

  constructor(
    private readonly ports: FeedPorts,
    private readonly request: FeedRequest,
    private readonly response: ServerResponse,
  ) {
    this.position = request.after;
    this.pulseAtMs = Date.now() + ports.limits.feedPulseMs;
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
    const { tail, jobs, logId, stopping } = this.ports;
    const ends = await Promise.all([tail.follow(), ...(this.request.seesJob ? [jobs.follow()] : [])]);
    try {
      const { after, isReset, caseId, seesJob } = this.request;
      await this.write(retryFrame + logFrame(logId) + (isReset ? resetFrame(after) : ''));
      if (seesJob) await this.sendJobs(jobs.open());
      if (caseId !== undefined) await this.catchUpWithCase(caseId);
      while (!this.closed.signal.aborted) await this.step();
      if (stopping.aborted) this.response.write(goodbyeFrame);
    } catch (error) {
      // The reader has stalled or disconnected. It resumes later with the last id that it has.
      if (!(error instanceof StalledError) && !this.closed.signal.aborted) throw error;
    } finally {
      for (const end of ends) end();
      this.closed.abort();
      if (stopping.aborted || this.isSignedOut) this.response.end();
      else this.response.destroy();
    }
  }

  private async step(): Promise<void> {
    const { tail, jobs } = this.ports;
    const items = await tail.itemsAfter(this.position);
    const last = items.at(-1);
    if (last !== undefined) {
      await this.write(await this.framesOf(items.filter((item) => this.isRequested(item))));
      this.position = last.position;
    }
    if (this.request.seesJob) await this.sendJobs(jobs.changesAfter(this.jobNumber));
    const quietMs = this.pulseAtMs - Date.now();
    if (quietMs <= 0) await this.pulse();
    else if (last === undefined) await tail.waitFor(this.position, quietMs, this.closed.signal);
  }

  /** The frames of what the reader sees of it now. */
  private async framesOf(items: readonly FeedItem[]): Promise<string> {
    const { queries } = this.ports;
    const { reader } = this.request;
    const caseIds = items.flatMap((item) =>
      item.kind === 'case' || item.kind === 'erased' ? item.caseId : [],
    );
    const seen = caseIds.length === 0 ? undefined : await queries.casesSeen(reader, { caseIds });
    const proposals = await this.proposalsSeen(items.filter((item) => item.kind === 'proposal'));
    return items
      .map((item) => {
        if (item.kind === 'proposal') return proposals.has(item.proposalId) ? item.frame : '';
        if (item.kind === 'erased') return seen?.has(item.caseId) === true ? item.frame : '';
        const name = item.kind === 'case' ? seen?.get(item.caseId) : undefined;
        return name === undefined ? '' : namedFrame((item as CaseItem).frameStart, name);
      })
      .join('');
  }

  private async proposalsSeen(items: readonly ProposalItem[]): Promise<ReadonlySet<string>> {
    const seen = new Set<string>();
    for (const caseId of new Set(items.map((item) => item.caseId))) {
      const { reader } = this.request;
      for (const { proposalId } of await this.ports.queries.proposalsSeen(reader, { caseId }))
        seen.add(proposalId);
    }
    return seen;
  }

  /** Reads one case from its own stream instead of scanning all events since `after`, and how its proposals stand. */
  private async catchUpWithCase(caseId: string): Promise<void> {
    const { queries, tail } = this.ports;
    const head = await tail.head();
    if (this.position >= head) return;
    for await (const step of queries.historySteps(this.request.reader, { caseId })) {
      const missed = step.filter(({ recorded }) => recorded.position > this.position).map(feedItem);
      await this.write(await this.framesOf(missed));
      this.position = missed.at(-1)?.position ?? this.position;
    }
    const proposals = await queries.proposalsSeen(this.request.reader, { caseId });
    await this.write(proposals.map(proposalNowFrame).join(''));
    this.position = laterOf(this.position, head);
  }

  private async sendJobs({ items, number }: ReturnType<JobWatch['open']>): Promise<void> {
    this.jobNumber = number;
    const frames = items.filter((item) => this.isJobRequested(item)).map(({ frame }) => frame);
    await this.write(frames.join(''));
  }

  private isRequested(item: FeedItem): item is CaseItem | ProposalItem | ErasedItem {
    if (item.kind === 'other') return false;
    if (this.request.caseId !== undefined && this.request.caseId !== item.caseId) return false;
    if (item.kind === 'erased') return true;
    return this.request.workflow === undefined || this.request.workflow === item.workflow;
  }

  private isJobRequested(job: JobItem): boolean {
    if (this.request.caseId !== undefined || this.request.seesJob?.(job) !== true) return false;
    return this.request.workflow === undefined || this.request.workflow === job.workflow;
  }

  /** Says that the connection is alive, and how far it has come; or that whoever reads is not signed in any more. */
  private async pulse(): Promise<void> {
    const { limits, clock } = this.ports;
    this.pulseAtMs = Date.now() + limits.feedPulseMs;
    if (await this.request.isSignedIn()) {
      await this.write(pulseFrame(this.position, clock.now()));
      return;
    }
    this.isSignedOut = true;
    await this.write(signedOutFrame);
    this.closed.abort();
  }

  /** Resolves when the socket can take more. */
  private async write(frames: string): Promise<void> {
    if (frames === '' || this.response.write(frames)) return;
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
