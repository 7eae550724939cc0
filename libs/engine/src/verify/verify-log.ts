import { movesCase, type Folded } from '@safeconduct/workflow';
import type { CaseEvent, ReadEvent, RefusalEvent } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import { caseOfAnyStream } from '../events/streams.js';
import { fingerprintOf } from '../fingerprint.js';
import { readLog } from '../following/log-follower.js';
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import { logStart, type Position } from '../ports/position.js';
import { summaryProblems } from '../history/recorded-summary.js';
import { decisionProblems } from './decision-problems.js';
import { invariantProblems } from './invariant-problems.js';
import { ConfirmedSteps, type StepProofs } from './step-problems.js';

/** A problem that was found, and where. It names no personal datum. */
export interface Problem {
  readonly position: Position | null;
  readonly what: string;
  /** The case in which it is, where it is in one. */
  readonly caseId?: string;
  /** When the event at the position was recorded. */
  readonly recordedAt?: string;
}

export interface LogReport {
  readonly events: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
  /**
   * Events that were decided under another definition than the one that is here. Their roles and guards cannot be asked
   * again; everything else of them was checked.
   */
  readonly otherDefinitions: number;
}

interface StreamState {
  revision: Revision;
  position: Position;
  recordedAt: string;
  /** The time of the first event, and that of the last one that is not free of order. */
  openedAt: string;
  clock: string;
  folded: Folded | undefined;
  /** The command of the last event. */
  commandId: string | undefined;
  /** The keys of its person were destroyed, so what its guards saw cannot be seen again. */
  isErased: boolean;
  /** A stream that does not fold is reported once; its later events are not checked. */
  broken: boolean;
}

export interface VerifiedLog {
  readonly events: EventStore;
  readonly codec: EventCodec;
  readonly proofs?: StepProofs | undefined;
}

const batchSize = 2000;
/** A store behind a network may let each read wait, so the histories of so many cases are read at once. */
const casesAtOnce = 32;

/**
 * Reads the whole log and checks it against the definitions: positions ascend, revisions have no gap, the
 * clock never goes back within a stream, every stream folds, every recorded state is the one its events lead
 * to, every event could be decided as it was, every step that two persons took one after the other is the one that was
 * proposed and confirmed, and no case breaks an invariant of its workflow.
 * @param proofs  left out: the keyed hashes of such steps are not made again
 * @param onProgress  called with the number of events read so far
 */
export async function verifyLog(
  { events, codec, proofs }: VerifiedLog,
  onProgress: (done: number) => void = () => {},
): Promise<LogReport> {
  const streams = new Map<string, StreamState>();
  const cases = new Map<string, CaseEvent>();
  const problems: Problem[] = [];
  let last: RecordedEvent | undefined;
  const undecided = new UndecidedCommands();
  const steps = new ConfirmedSteps(proofs);
  let [count, otherDefinitions] = [0, 0];
  for await (const batch of readLog({ events, codec }, { batchSize })) {
    for (const event of batch.events) {
      const { recorded } = event;
      problems.push(...orderProblems(recorded, last), ...streamProblems(streams, event));
      undecided.take(event);
      problems.push(...steps.take(event).map((what) => problemAt(recorded, what)));
      if (event.kind === 'case') {
        cases.set(event.caseId, event);
        if (!isDecidedHere(event)) otherDefinitions += 1;
      }
      last = recorded;
    }
    count += batch.events.length;
    onProgress(count);
  }
  const whole = [...cases.values()].filter(({ recorded }) => streams.get(recorded.stream)?.broken === false);
  problems.push(...(await brokenInvariants({ events, codec }, whole)));
  problems.push(...undecided.problems(), ...steps.missing());
  return { events: count, cases: cases.size, problems, otherDefinitions };
}

/** The commands that were heard and not decided, until one under the same id is. */
class UndecidedCommands {
  readonly #heard = new Map<string, Problem>();

  take(event: ReadEvent): void {
    if (event.kind === 'other') return;
    const { commandId, command } = event.envelope;
    const { occurredAt } = event.recorded;
    const key = `${event.caseId} ${commandId}`;
    this.#heard.delete(key);
    if (event.kind !== 'refusal' || event.data.code !== 'HEARD_UNDECIDED') return;
    const what = `${command} was heard at ${occurredAt} and is not decided yet; send it again as ${commandId}`;
    this.#heard.set(key, problemAt(event.recorded, what));
  }

  problems(): readonly Problem[] {
    return [...this.#heard.values()];
  }
}

/** @param cases  the last event of each, in the order in which problems are told */
async function brokenInvariants(
  ports: { readonly events: EventStore; readonly codec: EventCodec },
  cases: readonly CaseEvent[],
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (let from = 0; from < cases.length; from += casesAtOnce) {
    const some = cases.slice(from, from + casesAtOnce);
    const found = await Promise.all(some.map((last) => brokenInvariantsOf(ports, last)));
    problems.push(...found.flat());
  }
  return problems;
}

async function brokenInvariantsOf(
  ports: { readonly events: EventStore; readonly codec: EventCodec },
  { caseId, workflow, recorded }: CaseEvent,
): Promise<readonly Problem[]> {
  const { invariants = [] } = workflow.source;
  if (invariants.length === 0) return [];
  const broken = await invariantProblems(ports, caseId, invariants);
  return broken.map((what) => problemAt(recorded, what));
}

function problemAt({ position, stream, recordedAt }: RecordedEvent, what: string): Problem {
  const caseId = caseOfAnyStream(stream);
  return { position, what: `${stream}: ${what}`, recordedAt, ...(caseId !== undefined && { caseId }) };
}

/** Whether the definition of today decided it, so that its rules can be asked again. */
const isDecidedHere = ({ envelope, workflow }: CaseEvent): boolean =>
  envelope.fingerprint === fingerprintOf(workflow);

function orderProblems(event: RecordedEvent, last: RecordedEvent | undefined): readonly Problem[] {
  const { position, recordedAt, occurredAt } = event;
  const problems: Problem[] = [];
  if (last !== undefined && position <= last.position)
    problems.push({ position, what: `position ${position} follows ${last.position}` });
  if (occurredAt > recordedAt) problems.push({ position, what: 'happened after it was recorded' });
  return problems;
}

function streamProblems(streams: Map<string, StreamState>, event: ReadEvent): readonly Problem[] {
  const { position, stream, revision, recordedAt } = event.recorded;
  const state = streams.get(stream) ?? newStream();
  streams.set(stream, state);
  const found: string[] = [];
  if (revision !== state.revision + 1n)
    found.push(`revision ${revision} follows ${state.revision}, which is at position ${state.position}`);
  if (recordedAt < state.recordedAt) found.push('recorded before the event before it');
  state.revision = revision;
  state.position = position;
  state.recordedAt = recordedAt;
  if (event.kind === 'case' && !state.broken) found.push(...caseProblems(state, event));
  if (event.kind === 'refusal') found.push(...sealProblems(event));
  return found.map((what) => problemAt(event.recorded, what));
}

function sealProblems(event: RefusalEvent): readonly string[] {
  try {
    // Reading it opens the seal.
    JSON.stringify(event.heard);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
}

const newStream = (): StreamState => ({
  revision: -1n,
  position: logStart,
  recordedAt: '',
  openedAt: '',
  clock: '',
  folded: undefined,
  commandId: undefined,
  isErased: false,
  broken: false,
});

function caseProblems(state: StreamState, event: CaseEvent): readonly string[] {
  try {
    const before = state.folded;
    if (event.erasedAt !== undefined) state.isErased = true;
    const { commandId } = event.envelope;
    const isFirst = commandId !== state.commandId;
    state.commandId = commandId;
    const time = timeProblem(state, event);
    const fold = foldProblem(state, event);
    const free = before === undefined || state.broken ? undefined : freedomProblem(before, state, event);
    const found = [time, fold, free].filter((what) => what !== undefined);
    if (state.broken || state.folded === undefined || !isDecidedHere(event)) return found;
    return [
      ...found,
      ...summaryProblems(event, state.folded),
      ...decisionProblems({ event, before, isFirst, isErased: state.isErased }),
    ];
  } catch (error) {
    state.broken = true;
    return [error instanceof Error ? error.message : String(error)];
  }
}

function timeProblem(state: StreamState, { recorded, envelope }: CaseEvent): string | undefined {
  const { occurredAt } = recorded;
  const earliest = envelope.freeOfOrder ? state.openedAt : state.clock;
  state.openedAt ||= occurredAt;
  if (!envelope.freeOfOrder) state.clock = occurredAt;
  return occurredAt < earliest ? `happened at ${occurredAt}, before ${earliest}` : undefined;
}

/** An event with a time of its own leaves the case where it is. */
function freedomProblem(before: Folded, { folded }: StreamState, event: CaseEvent): string | undefined {
  if (!event.envelope.freeOfOrder || folded === undefined) return undefined;
  return movesCase(event.workflow, before, [{ after: folded }])
    ? 'is free of order and moves the case'
    : undefined;
}

function foldProblem(state: StreamState, event: CaseEvent): string | undefined {
  const { type } = event.recorded;
  const schema = event.workflow.events.get(type)?.schema;
  if (schema?.safeParse(event.data).success !== true) return `${type} does not have the shape of its schema`;
  const next = event.workflow.fold.step(state.folded, event.fact);
  if (next === undefined) {
    state.broken = true;
    return `${type} cannot follow in ${state.folded?.state ?? 'a case that is not open'}`;
  }
  state.folded = next;
  const recorded = event.state;
  return recorded === next.state ? undefined : `recorded state ${recorded}, folded ${next.state}`;
}
