import { ViewRowsError } from '@safeconduct/workflow';
import type { CaseEvent, RefusalEvent } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import type { ProposalEvent } from '../events/proposal-event.js';
import { LogFollower, type LogBatch, type LogConsumer } from '../following/log-follower.js';
import type { LeaseOptions } from '../following/leased-work.js';
import type { Pause } from '../following/pause.js';
import type { EventStore } from '../ports/event-store.js';
import type { Lease } from '../ports/leases.js';
import { earliestOf, logStart, type Position } from '../ports/position.js';
import type { Generation, ViewDefinition, ViewStore } from '../ports/view-store.js';
import type { LogIndex, Projection, ProjectionContext, ProjectionOf } from './projection.js';
import { RowBuffer } from './row-buffer.js';
import { termTokens } from '../search/term-tokens.js';
import { checkViewsOfLog } from './views-of-log.js';

export interface ProjectionPorts {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly codec: EventCodec;
  readonly projections: readonly Projection[];
}

export interface RunnerOptions {
  /** How many events go into one transaction. */
  readonly batchSize?: number;
  /** How long to sleep, in milliseconds, when there is nothing new and nobody says so. */
  readonly pollMs?: number;
  /**
   * How long, in milliseconds, to let events gather behind a batch that was not full. A batch costs much the same
   * whether it has one event or a hundred, and it is paid for by the commands that run meanwhile.
   */
  readonly gatherMs?: number;
  /** How long to wait, in milliseconds, after the first of several errors, and at the most. */
  readonly retryMs?: number;
  readonly retryMaxMs?: number;
  /** How it waits; by the clock of this machine when left out. */
  readonly pause?: Pause;
  /** Lets one of several runners over one view store work; left out: there is only this one. */
  readonly lease?: LeaseOptions | undefined;
  /** Called with the number of events read so far. */
  readonly onProgress?: (done: number) => void;
  /** Told of a view that a workflow declares and that cannot be filled. Left out: the work fails, after the others are filled. */
  readonly onBroken?: (error: ViewRowsError) => void;
}

/** The events of a batch by what they are of, each with its index in the log. */
interface EventsBySource {
  readonly cases: readonly Indexed<CaseEvent>[];
  readonly refusals: readonly Indexed<RefusalEvent>[];
  /** Those of proposals, and the steps of cases that name one. */
  readonly proposals: readonly Indexed<ProposalEvent | CaseEvent>[];
  /** Of the last event of the batch, whatever it is of. */
  readonly last: LogIndex;
}

interface Indexed<Event> {
  readonly event: Event;
  readonly context: ProjectionContext;
}

const defaultGatherMs = 20;

/**
 * Brings views up to date. One runner a view store is at work: the one that has the lease. A second one without a lease
 * fails at the checkpoint fence.
 * A view of an older version, or one that is to be rebuilt, is filled beside the live one, which goes on answering, and
 * takes its place once it has reached the head.
 * A view whose workflow makes no sound rows of an event stays where it is until this process ends; it holds up no other.
 */
export class ProjectionRunner {
  private readonly filling: ViewFilling;
  private readonly follower: LogFollower;

  constructor(ports: ProjectionPorts, options: RunnerOptions = {}) {
    const { gatherMs = defaultGatherMs, ...others } = options;
    const log = { events: ports.events, codec: ports.codec };
    this.filling = new ViewFilling(ports, options);
    this.follower = new LogFollower(log, this.filling, { gatherMs, ...others });
  }

  /**
   * Fills every view up to the head of the log as it is now.
   * @throws LeaseTakenError  another runner has the lease; nothing was done
   */
  catchUp(): Promise<void> {
    return this.follower.catchUp();
  }

  /** Goes on filling until it is stopped. An error is told to `failed`, and a while later it tries again. */
  start(failed: (error: unknown) => void): void {
    this.follower.start(failed);
  }

  /** Finishes the batch at hand, and gives the lease back. */
  stop(): Promise<void> {
    return this.follower.stop();
  }

  /**
   * Has a view filled anew, beside the live one. `catchUp` or the running loop begins it and completes it: nobody else
   * may touch what is known of the generations, least of all while the loop asks the store for it.
   */
  rebuild(name: string): void {
    this.filling.want(name);
    this.follower.wake();
  }
}

/** What the runner does with the log: it fills the generations of all views. */
class ViewFilling implements LogConsumer {
  /** What there is, as far as it is known; none until the store was asked. */
  private generations: readonly Generation[] = [];
  /** The views to fill anew. */
  private readonly wanted = new Set<string>();
  /** The views that their workflow cannot fill, and what is not told of them yet. */
  private readonly broken = new Set<string>();
  private readonly untold: ViewRowsError[] = [];
  private done = 0;
  private lease: Lease | undefined;

  constructor(
    private readonly ports: ProjectionPorts,
    private readonly options: RunnerOptions,
  ) {}

  want(name: string): void {
    if (!this.ports.projections.some(({ view }) => view.name === name))
      throw new Error(`no view is called ${name}`);
    this.wanted.add(name);
    this.broken.delete(name);
  }

  /** Learns which generations there are, and begins those that are missing, of an older version, or wanted anew. */
  async prepare(lease?: Lease): Promise<void> {
    this.lease = lease;
    if (this.generations.length === 0) this.generations = await this.learn();
    for (const { view } of this.ports.projections) {
      if (!this.wanted.has(view.name)) continue;
      const begun = await this.ports.views.begin(view, lease);
      this.generations = [...this.generations.filter((one) => one.view !== view.name || one.live), begun];
      this.wanted.delete(view.name);
    }
  }

  /**
   * Where the live views that are furthest behind stand, then those that are being built. Each gets a batch in turn, so
   * that what readers see does not stand still while a view is built from the beginning.
   */
  positions(head: Position): readonly Position[] {
    const positions = [true, false].flatMap((among) => {
      const behind = this.generations.filter(({ live, checkpoint }) => live === among && checkpoint < head);
      return behind.length === 0 ? [] : earliestOf(behind.map(({ checkpoint }) => checkpoint));
    });
    return [...new Set(positions)];
  }

  /** Fills the generations that stand where the batch begins, one after the other, so that the rows of one are in memory. */
  async take(batch: LogBatch): Promise<void> {
    const standing = this.generations.filter(({ checkpoint }) => checkpoint === batch.after);
    // Generations that stand at one position have taken the same events, so they count and date the next ones alike.
    const [first] = standing;
    if (first === undefined) return;
    const events = bySource(batch, first, this.ports.codec);
    for (const generation of standing) {
      const filled = await this.filledOrBroken(generation, events, batch);
      this.generations = this.generations.flatMap((one) => (one === generation ? filled : [one]));
    }
    this.done += batch.events.length;
    this.options.onProgress?.(this.done);
  }

  /** A generation built beside takes the live one's place once it knows as much, and all there was a moment ago. */
  async settle(head: Position): Promise<void> {
    for (const generation of this.generations.filter(({ live, checkpoint }) => !live && checkpoint >= head)) {
      const inPlace = this.generations.find(({ view, live }) => live && view === generation.view);
      if (inPlace !== undefined && inPlace.checkpoint > generation.checkpoint) continue;
      const promoted = await this.ports.views.promote(
        generation,
        this.projectionOf(generation).view,
        this.lease,
      );
      this.generations = [...this.generations.filter(({ view }) => view !== generation.view), promoted];
    }
    const [first] = this.untold.splice(0, 1);
    if (first !== undefined) throw first;
  }

  /** The store says what was committed when it is asked anew. */
  forget(): void {
    this.generations = [];
  }

  private async learn(): Promise<readonly Generation[]> {
    const { views, projections, events } = this.ports;
    const existing = await views.generations();
    const found: Generation[] = [];
    for (const { view } of projections) {
      if (this.broken.has(view.name)) continue;
      const known = existing.filter(
        ({ view: name, version }) => name === view.name && version === view.version,
      );
      await checkViewsOfLog(events, views, known);
      found.push(...(known.length > 0 ? known : [await views.begin(view, this.lease)]));
    }
    return found;
  }

  /** The generation with the batch; none when its workflow makes no rows of it. */
  private async filledOrBroken(
    generation: Generation,
    events: EventsBySource,
    batch: LogBatch,
  ): Promise<readonly Generation[]> {
    try {
      return [await this.fill(generation, events, batch)];
    } catch (error) {
      if (!(error instanceof ViewRowsError)) throw error;
      this.broken.add(generation.view);
      if (this.options.onBroken === undefined) this.untold.push(error);
      else this.options.onBroken(error);
      return [];
    }
  }

  private async fill(generation: Generation, events: EventsBySource, batch: LogBatch): Promise<Generation> {
    const projection = this.projectionOf(generation);
    const { views } = this.ports;
    const rows = new RowBuffer((table, keys) => views.fetch(generation, table, keys));
    await project(projection, events, rows);
    return views.commit(generation, projection.view, {
      from: generation.checkpoint,
      to: batch.last.position,
      recordedAt: batch.last.recordedAt,
      taken: events.last.ordinal,
      latestAt: events.last.knownAt,
      changes: rows.changes(projection.wider),
      forgets: events.cases.some(({ event }) => event.envelope.erases === true),
      lease: this.lease,
    });
  }

  private projectionOf({ view }: Generation): Projection {
    return this.ports.projections.find((projection) => projection.view.name === view) as Projection;
  }
}

async function project(projection: Projection, events: EventsBySource, rows: RowBuffer): Promise<void> {
  if (projection.source === 'refusals') {
    await apply(projection, events.refusals, rows);
  } else if (projection.source === 'proposals') {
    await apply(projection, events.proposals, rows);
  } else {
    await apply(projection, events.cases, rows);
  }
}

async function apply<Event>(
  projection: ProjectionOf<Event>,
  events: readonly Indexed<Event>[],
  rows: RowBuffer,
): Promise<void> {
  for (const { event } of events) rows.want(projection.reads(event));
  await rows.load();
  for (const { event, context } of events) projection.apply(event, rows, context);
}

function bySource(
  { events }: LogBatch,
  { taken, latestAt }: Generation,
  { searchToken }: EventCodec,
): EventsBySource {
  const [cases, refusals]: [Indexed<CaseEvent>[], Indexed<RefusalEvent>[]] = [[], []];
  const proposals: Indexed<ProposalEvent | CaseEvent>[] = [];
  // Every instant is after the empty text.
  let context: ProjectionContext = {
    ordinal: taken,
    knownAt: latestAt ?? '',
    tokens: termTokens(searchToken),
  };
  for (const event of events) {
    const { recordedAt } = event.recorded;
    const knownAt = recordedAt > context.knownAt ? recordedAt : context.knownAt;
    context = { ordinal: context.ordinal + 1, knownAt, tokens: context.tokens };
    if (event.kind === 'case') cases.push({ event, context });
    else if (event.kind === 'refusal') refusals.push({ event, context });
    if (event.kind === 'proposal' || (event.kind === 'case' && event.envelope.proposal !== undefined))
      proposals.push({ event, context });
  }
  return { cases, refusals, proposals, last: context };
}

/** How far the live views are: the least of their checkpoints. */
export async function viewsReached(
  views: Pick<ViewStore, 'generations'>,
  definitions: readonly ViewDefinition[],
): Promise<Position> {
  return earliestOf(await checkpointsOf(views, definitions));
}

/**
 * The checkpoint of each view, in the order of the definitions. A view without a live generation of this version counts
 * as not begun, because a query cannot read another version's tables. A view that is kept and no longer defined has no
 * say: nobody fills it.
 */
export async function checkpointsOf(
  views: Pick<ViewStore, 'generations'>,
  definitions: readonly ViewDefinition[],
): Promise<readonly Position[]> {
  const generations = await views.generations();
  return definitions.map(
    ({ name, version }) =>
      generations.find((one) => one.live && one.view === name && one.version === version)?.checkpoint ??
      logStart,
  );
}
