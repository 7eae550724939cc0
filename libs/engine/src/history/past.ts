import { CaseQueue } from '../commands/case-queue.js';
import type { Erasures } from '../erasure/erasures.js';
import type { CaseEvent } from '../events/case-event.js';
import { stepSize, type CaseEvents, type CaseRange } from '../events/case-events.js';
import { isByHappening, type CaseMoment } from '../moment.js';
import type { Revision } from '../ports/event-store.js';
import { foldHappened, foldToShow, type ReadCase } from './case-state.js';
import { Checkpoints } from './checkpoints.js';
import { eventsUpTo, isUpTo, replayEvent, type Replay, type Replayed, type ReplayStep } from './replay.js';

/** Some 10 kB each. */
const checkpointsMax = 2000;

export interface PastMoment {
  readonly caseId: string;
  /** Left out: now. */
  readonly moment?: CaseMoment | undefined;
}

export interface ReplayRange extends PastMoment {
  /** The last revision that is left out; from the first event when it is left out itself. */
  readonly after?: Revision | undefined;
  /** How many steps at the most; all of them when it is left out. */
  readonly limit?: number | undefined;
}

/** The past of single cases, folded in bounded steps from the nearest checkpoint. */
export interface Past {
  /** A case at a moment; `undefined` when it was not open then. */
  caseAt(asked: Required<PastMoment>): Promise<ReadCase | undefined>;

  /**
   * Folds a case up to a moment through XState, in the order in which it was recorded, and compares with what was
   * recorded. At a moment of what happened it lists the events that had happened by then. A step that the machine does not
   * accept ends the replay. `undefined` when the case was not open then.
   */
  replay(asked: ReplayRange): Promise<Replay | undefined>;
}

/**
 * The events of a case up to a moment or of some types, from a revision on, at most `limit`, in the order of entry. They
 * may stand anywhere, so the history is read until the page is full.
 */
export async function eventsAt(
  caseEvents: CaseEvents,
  {
    moment,
    limit,
    ...range
  }: CaseRange & { readonly moment?: CaseMoment | undefined; readonly limit?: number | undefined },
): Promise<readonly CaseEvent[]> {
  const found: CaseEvent[] = [];
  for await (const { events } of stepsUpTo(caseEvents, range, moment)) {
    found.push(...events);
    if (limit !== undefined && found.length >= limit) return found.slice(0, limit);
  }
  return found;
}

/**
 * At most `limit` events of a case before a revision, up to a moment or of some types, the newest first. It reads
 * backwards, at most one step at a time, so the end of a long case costs what a short one costs.
 */
export async function eventsBackwards(
  caseEvents: CaseEvents,
  { caseId, types, before, limit, moment }: BackwardsRange,
): Promise<readonly CaseEvent[]> {
  const found: CaseEvent[] = [];
  for (let end = before; end > 0n && found.length < limit;) {
    // Of all events the page is read and no more; at a moment and of some types others are left out.
    const isOfAll = moment === undefined && types === undefined;
    const size = BigInt(isOfAll ? Math.min(stepSize, limit - found.length) : stepSize);
    const from = end > size ? end - size : 0n;
    if (end < before) await caseEvents.turn();
    const window = await caseEvents.page({ caseId, from, types, limit: Number(end - from) });
    found.push(...eventsUpTo(window, moment).toReversed());
    end = from;
  }
  return found.slice(0, limit);
}

interface BackwardsRange extends PastMoment {
  readonly types?: readonly string[] | undefined;
  /** Left out, as are those after it. */
  readonly before: Revision;
  readonly limit: number;
}

/**
 * Those events of each step that stand up to a moment, and whether that is the whole step. Up to a revision, or by the clock
 * of what was known, nothing follows a step that is not whole; what was entered late may be the last event.
 */
async function* stepsUpTo(
  caseEvents: CaseEvents,
  range: CaseRange,
  moment: CaseMoment | undefined,
): AsyncGenerator<{ readonly events: readonly CaseEvent[]; readonly isWhole: boolean }> {
  for await (const step of caseEvents.steps(range)) {
    const events = eventsUpTo(step, moment);
    const isWhole = events.length === step.length;
    yield { events, isWhole };
    if (!isWhole && moment !== undefined && !isByHappening(moment)) return;
  }
}

export function createPast(caseEvents: CaseEvents, erasures: Pick<Erasures, 'onErased'>): Past {
  const folded = new Checkpoints<ReadCase>(checkpointsMax);
  const replayed = new Checkpoints<Replayed>(checkpointsMax);
  erasures.onErased((caseId) => {
    folded.erase(caseId);
    replayed.erase(caseId);
  });
  // One at a time for each case, so that a question uses the checkpoints of the one before it.
  const turns = new CaseQueue();
  return {
    caseAt: (asked) => turns.run(asked.caseId, false, () => foldUpTo(caseEvents, folded, asked)),
    replay: (asked) => turns.run(asked.caseId, false, () => replayRange(caseEvents, replayed, asked)),
  };
}

async function foldUpTo(
  caseEvents: CaseEvents,
  checkpoints: Checkpoints<ReadCase>,
  { caseId, moment }: PastMoment,
): Promise<ReadCase | undefined> {
  const foldOf = moment !== undefined && isByHappening(moment) ? foldHappened : foldToShow;
  let found = checkpoints.newest(caseId, (one) => moment === undefined || holds(one, moment));
  let isPrefix = true;
  for await (const { events, isWhole } of stepsUpTo(caseEvents, { caseId, from: after(found) }, moment)) {
    found = foldOf(caseId, events, found);
    isPrefix &&= isWhole;
    if (isPrefix && found !== undefined) checkpoints.offer(caseId, found);
  }
  return found;
}

/** Whether all events of a state stand up to the moment. */
const holds = (one: ReadCase, moment: CaseMoment): boolean =>
  isUpTo({ ...one, occurredAt: one.latestAt }, moment);

async function replayRange(
  caseEvents: CaseEvents,
  checkpoints: Checkpoints<Replayed>,
  { caseId, moment, after: last = -1n, limit = Infinity }: ReplayRange,
): Promise<Replay | undefined> {
  let before = checkpoints.newest(caseId, ({ revision }) => revision <= last);
  const steps: ReplayStep[] = [];
  const end = (next: Revision | null = null, diverged = before?.diverged ?? null): Replay | undefined =>
    before === undefined && steps.length === 0 ? undefined : { steps, diverged, next };

  for await (const some of caseEvents.steps({ caseId, from: after(before) })) {
    for (const event of some) {
      const { revision } = event.recorded;
      const isAsked = moment === undefined || isUpTo(event.recorded, moment);
      if (!isAsked && !isByHappening(moment)) return end();
      if (isAsked && steps.length >= limit) return end(revision - 1n);
      const { step, after: reached } = replayEvent(event.workflow, event, before);
      if (isAsked && revision > last) steps.push(step);
      if (reached === undefined) return end(null, before?.diverged ?? revision);
      before = reached;
      checkpoints.offer(caseId, reached);
    }
  }
  return end();
}

const after = (state: { readonly revision: Revision } | undefined): Revision =>
  state === undefined ? 0n : state.revision + 1n;
