import { upcast } from '@safeconduct/workflow';
import { ViewBehindError } from '../errors.js';
import { workflowOf, type Register } from '../history/case-event.js';
import { caseOfRefusals, caseOfStream } from '../history/streams.js';
import type { EventStore, Position, RecordedEvent } from '../ports/event-store.js';
import { pause, type Pause } from '../pause.js';
import type { Generation, ViewDefinition, ViewStore } from '../ports/view-store.js';
import type { EventSource, ProjectedEvent, Projection } from './projection.js';
import { RowBuffer } from './row-buffer.js';
import { checkViewsOfLog } from './views-of-log.js';

export interface ProjectionPorts {
  readonly events: EventStore;
  readonly views: ViewStore;
  readonly register: Register;
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
  /** How long to wait, in milliseconds, after an error. */
  readonly retryMs?: number;
  /** How it waits; by the clock of this machine when left out. */
  readonly pause?: Pause;
  /** Called with the position reached and the head of the log. */
  readonly onProgress?: (reached: Position, head: Position) => void;
}

/** How far the views must be, and how long a reader waits for it. */
export interface WaitOptions {
  readonly atLeast: Position;
  readonly timeoutMs: number;
  /** How it waits; by the clock of this machine when left out. */
  readonly pause?: Pause;
}

/** The events of a batch by what they are of. */
type Projected = Readonly<Record<EventSource, readonly ProjectedEvent[]>>;

const defaultBatchSize = 1000;
const defaultPollMs = 500;
const defaultGatherMs = 20;
const defaultRetryMs = 5000;

/**
 * Brings views up to date. There is one runner a view store; the checkpoint fence makes a second one fail.
 * A view of an older version, or one that is to be rebuilt, is filled beside the live one, which goes on answering, and
 * takes its place once it has reached the head.
 */
export class ProjectionRunner {
  /** What there is, as far as it is known; none until the store was asked. */
  private generations: readonly Generation[] = [];
  /** The views that somebody wants filled anew. */
  private readonly wanted = new Set<string>();
  private wake = (): void => {};
  private readonly stopping = new AbortController();
  private running: Promise<void> | undefined;

  constructor(
    private readonly ports: ProjectionPorts,
    private readonly options: RunnerOptions = {},
  ) {}

  /** Fills every view up to the head of the log as it is now. */
  async catchUp(): Promise<void> {
    await this.prepare();
    const head = await this.ports.events.head();
    while ((await this.step(head)) && !this.stopping.signal.aborted);
    await this.promoteReady(head);
  }

  /** Goes on filling until it is stopped. An error is told to `failed`, and a while later it tries again. */
  start(failed: (error: unknown) => void): void {
    this.running = this.keepFollowing(failed);
  }

  /** Finishes the batch at hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /**
   * Has a view filled anew, beside the live one. `catchUp` or the running loop begins it and completes it: nobody else
   * may touch what is known of the generations, least of all while the loop asks the store for it.
   */
  rebuild(name: string): void {
    if (!this.ports.projections.some(({ view }) => view.name === name))
      throw new Error(`no view is called ${name}`);
    this.wanted.add(name);
    this.wake();
  }

  private async keepFollowing(failed: (error: unknown) => void): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.follow();
      } catch (error) {
        failed(error);
        // Whether the last batch was committed is unknown; the store says so when it is asked anew.
        this.generations = [];
        await this.pause(this.options.retryMs ?? defaultRetryMs);
      }
    }
  }

  private async follow(): Promise<void> {
    const { signal } = this.stopping;
    const stopListening = this.ports.events.onAppended(() => {
      this.wake();
    });
    try {
      while (!signal.aborted) {
        // Made before the head is read, so that an append in between is not slept through.
        const woken = new Promise<void>((resolve) => (this.wake = resolve));
        await this.prepare();
        const head = await this.ports.events.head();
        const worked = await this.step(head);
        await this.promoteReady(head);
        const { gatherMs = defaultGatherMs, pollMs = defaultPollMs } = this.options;
        if (!worked) await Promise.race([woken, this.pause(pollMs)]);
        else if (!this.isBehind(head)) await this.pause(gatherMs);
      }
    } finally {
      stopListening();
    }
  }

  private isBehind(head: Position): boolean {
    return this.generations.some(({ checkpoint }) => checkpoint < head);
  }

  /** Waits, or until it is stopped. */
  private pause(ms: number): Promise<void> {
    return (this.options.pause ?? pause)(ms, this.stopping.signal);
  }

  /** Learns which generations there are, and begins those that are missing, of an older version, or wanted anew. */
  private async prepare(): Promise<void> {
    if (this.generations.length === 0) this.generations = await this.learn();
    for (const { view } of this.ports.projections) {
      if (!this.wanted.has(view.name)) continue;
      const begun = await this.ports.views.begin(view);
      this.generations = [...this.generations.filter((one) => one.view !== view.name || one.live), begun];
      this.wanted.delete(view.name);
    }
  }

  private async learn(): Promise<readonly Generation[]> {
    const { views, projections, events } = this.ports;
    const existing = await views.generations();
    const found: Generation[] = [];
    for (const { view } of projections) {
      const known = existing.filter(
        ({ view: name, version }) => name === view.name && version === view.version,
      );
      await checkViewsOfLog(events, known);
      found.push(...(known.length > 0 ? known : [await views.begin(view)]));
    }
    return found;
  }

  /** One batch for the live views, one for those that are being built. Answers whether there was anything to do. */
  private async step(head: Position): Promise<boolean> {
    // Each in turn, so that what readers see does not stand still while a view is built from the beginning.
    const filledLive = await this.fillFurthest(true, head);
    const filledBuilding = await this.fillFurthest(false, head);
    return filledLive || filledBuilding;
  }

  /** One batch for the generations that are furthest behind among the live ones, or among those being built. */
  private async fillFurthest(amongLive: boolean, head: Position): Promise<boolean> {
    const behind = this.generations.filter(({ live, checkpoint }) => live === amongLive && checkpoint < head);
    if (behind.length === 0) return false;
    const after = behind
      .map(({ checkpoint }) => checkpoint)
      .reduce((least, one) => (one < least ? one : least));
    const events = await this.ports.events.readAll({
      after,
      limit: this.options.batchSize ?? defaultBatchSize,
    });
    if (events.length === 0) return false;
    const projected = this.projected(events);
    // All at once, so that the next view is projected while the one before is written.
    const furthest = behind.filter(({ checkpoint }) => checkpoint === after);
    await Promise.all(
      furthest.map(async (generation) => {
        const filled = await this.fill(generation, projected, events.at(-1) as RecordedEvent);
        this.generations = this.generations.map((one) => (one === generation ? filled : one));
      }),
    );
    this.options.onProgress?.((events.at(-1) as RecordedEvent).position, head);
    return true;
  }

  private projected(events: readonly RecordedEvent[]): Projected {
    const projected = { cases: [] as ProjectedEvent[], refusals: [] as ProjectedEvent[] };
    for (const recorded of events) {
      const caseId = caseOfStream(recorded.stream);
      const refusedCase = caseId === undefined ? caseOfRefusals(recorded.stream) : undefined;
      if (caseId !== undefined) projected.cases.push(projectedEvent(this.ports.register, caseId, recorded));
      else if (refusedCase !== undefined) {
        projected.refusals.push(projectedEvent(this.ports.register, refusedCase, recorded));
      }
    }
    return projected;
  }

  private async fill(generation: Generation, projected: Projected, last: RecordedEvent): Promise<Generation> {
    const projection = this.projectionOf(generation);
    const events = projected[projection.source ?? 'cases'];
    const { views } = this.ports;
    const rows = new RowBuffer((table, keys) => views.fetch(generation, table, keys));
    await rows.load(events.flatMap((event) => projection.reads(event)));
    for (const event of events) projection.apply(event, rows);
    return views.commit(generation, projection.view, {
      from: generation.checkpoint,
      to: last.position,
      recordedAt: last.recordedAt,
      changes: rows.changes(projection.wider),
    });
  }

  /** A generation built beside takes the live one's place once it knows as much, and all there was a moment ago. */
  private async promoteReady(head: Position): Promise<void> {
    for (const generation of this.generations.filter(({ live, checkpoint }) => !live && checkpoint >= head)) {
      const inPlace = this.generations.find(({ view, live }) => live && view === generation.view);
      if (inPlace !== undefined && inPlace.checkpoint > generation.checkpoint) continue;
      const promoted = await this.ports.views.promote(generation, this.projectionOf(generation).view);
      this.generations = [...this.generations.filter(({ view }) => view !== generation.view), promoted];
    }
  }

  private projectionOf({ view }: Generation): Projection {
    return this.ports.projections.find((projection) => projection.view.name === view) as Projection;
  }
}

/**
 * How far the live views are: the least of their checkpoints. A view without a live generation of this version counts
 * as not begun, because a query cannot read another version's tables.
 */
export async function viewsReached(
  views: ViewStore,
  definitions: readonly ViewDefinition[],
): Promise<Position> {
  const generations = await views.generations();
  const reached = definitions.map(
    ({ name, version }) =>
      generations.find((one) => one.live && one.view === name && one.version === version)?.checkpoint ?? 0n,
  );
  return reached.reduce((least, one) => (one < least ? one : least));
}

/**
 * Waits until the live views have reached a position: how a reader sees his own write.
 * @throws ViewBehindError  they have not within `timeoutMs`
 */
export async function waitForViews(
  views: ViewStore,
  definitions: readonly ViewDefinition[],
  { atLeast, timeoutMs, pause: wait = pause }: WaitOptions,
): Promise<void> {
  const everyMs = 5;
  for (let waitedMs = 0; ; waitedMs += everyMs) {
    const reached = await viewsReached(views, definitions);
    if (reached >= atLeast) return;
    if (waitedMs >= timeoutMs) throw new ViewBehindError(atLeast, reached);
    await wait(everyMs);
  }
}

function projectedEvent(register: Register, caseId: string, recorded: RecordedEvent): ProjectedEvent {
  const workflow = workflowOf(register, recorded);
  let parsed: { readonly data: unknown } | undefined;
  return {
    recorded,
    caseId,
    workflow,
    data() {
      parsed ??= { data: upcast(workflow, recorded.type, recorded.schemaVersion, JSON.parse(recorded.data)) };
      return parsed.data;
    },
  };
}
