import type { Folded } from '@safeconduct/workflow';
import type { CaseEvent, ReadEvent, Register } from '../events/case-event.js';
import { eventCodec } from '../events/codec.js';
import { readLog } from '../following/log-follower.js';
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import { logStart, type Position } from '../ports/position.js';

/** A problem that was found, and where. */
export interface Problem {
  readonly position: Position | null;
  readonly what: string;
}

export interface LogReport {
  readonly events: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
}

interface StreamState {
  revision: Revision;
  position: Position;
  recordedAt: string;
  folded: Folded | undefined;
  /** A stream that does not fold is reported once; its later events are not checked. */
  broken: boolean;
}

const batchSize = 2000;

/**
 * Reads the whole log and checks it against the definitions: positions ascend, revisions have no gap, the
 * clock never goes back within a stream, every stream folds, every recorded state is the one its events lead
 * to.
 * @param onProgress  called with the number of events read so far
 */
export async function verifyLog(
  events: EventStore,
  register: Register,
  onProgress: (done: number) => void = () => {},
): Promise<LogReport> {
  const streams = new Map<string, StreamState>();
  const cases = new Set<string>();
  const problems: Problem[] = [];
  let last: RecordedEvent | undefined;
  const undecided = new UndecidedCommands();
  let count = 0;
  for await (const batch of readLog({ events, codec: eventCodec(register) }, { batchSize })) {
    for (const event of batch.events) {
      const { recorded } = event;
      problems.push(...orderProblems(recorded, last), ...streamProblems(streams, event));
      if (event.kind === 'case') cases.add(event.caseId);
      undecided.take(event);
      last = recorded;
    }
    count += batch.events.length;
    onProgress(count);
  }
  return { events: count, cases: cases.size, problems: [...problems, ...undecided.problems()] };
}

/** The commands that were heard and not decided, until one under the same id is. */
class UndecidedCommands {
  readonly #heard = new Map<string, Problem>();

  take(event: ReadEvent): void {
    if (event.kind === 'other') return;
    const { commandId, command } = event.envelope;
    const { stream, position, occurredAt } = event.recorded;
    const key = `${event.caseId} ${commandId}`;
    this.#heard.delete(key);
    if (event.kind !== 'refusal' || event.data.code !== 'HEARD_UNDECIDED') return;
    const what = `${stream}: ${command} was heard at ${occurredAt} and is not decided yet; send it again as ${commandId}`;
    this.#heard.set(key, { position, what });
  }

  problems(): readonly Problem[] {
    return [...this.#heard.values()];
  }
}

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
  const fold = event.kind === 'case' && !state.broken ? foldProblem(state, event) : undefined;
  return [...found, ...(fold === undefined ? [] : [fold])].map((what) => ({
    position,
    what: `${stream}: ${what}`,
  }));
}

const newStream = (): StreamState => ({
  revision: -1n,
  position: logStart,
  recordedAt: '',
  folded: undefined,
  broken: false,
});

function foldProblem(state: StreamState, event: CaseEvent): string | undefined {
  const { type } = event.recorded;
  try {
    const schema = event.workflow.events.get(type)?.schema;
    if (schema?.safeParse(event.data).success !== true)
      return `${type} does not have the shape of its schema`;
    const next = event.workflow.fold.step(state.folded, event.fact);
    if (next === undefined) {
      state.broken = true;
      return `${type} cannot follow in ${state.folded?.state ?? 'a case that is not open'}`;
    }
    state.folded = next;
    const recorded = event.state;
    return recorded === next.state ? undefined : `recorded state ${recorded}, folded ${next.state}`;
  } catch (error) {
    state.broken = true;
    return error instanceof Error ? error.message : String(error);
  }
}
