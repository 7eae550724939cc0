import type { Register } from '../history/case-event.js';
import { readEvent, workflowOf } from '../history/case-event.js';
import { caseOfStream } from '../history/streams.js';
import type { EventStore, Position, RecordedEvent, Revision } from '../ports/event-store.js';
import type { Folded, Workflow } from '@safeconduct/workflow';

/** Something that is not as it must be, and where. */
export interface Problem {
  readonly position: Position | null;
  readonly what: string;
}

export interface LogReport {
  readonly events: number;
  readonly cases: number;
  readonly problems: readonly Problem[];
}

interface StreamCheck {
  revision: Revision;
  folded: Folded | undefined;
  /** A stream that does not fold is reported once; what follows in it says nothing more. */
  broken: boolean;
}

const batch = 2000;

/**
 * Reads the whole log and checks it against the definitions: positions and revisions without a gap, the store's clock
 * never back, every stream folds, every recorded state is the one its events lead to.
 */
export async function verifyLog(
  events: EventStore,
  register: Register,
  onProgress: (done: Position) => void = () => {},
): Promise<LogReport> {
  const streams = new Map<string, StreamCheck>();
  const problems: Problem[] = [];
  let last: RecordedEvent | undefined;
  let count = 0;
  for (;;) {
    const some = await events.readAll({ after: last?.position ?? 0n, limit: batch });
    for (const event of some) {
      problems.push(...orderProblems(event, last), ...streamProblems(register, streams, event));
      last = event;
      count += 1;
    }
    if (last !== undefined) onProgress(last.position);
    if (some.length < batch) break;
  }
  const cases = [...streams.keys()].filter((stream) => caseOfStream(stream) !== undefined).length;
  return { events: count, cases, problems };
}

function orderProblems(event: RecordedEvent, last: RecordedEvent | undefined): readonly Problem[] {
  const { position, recordedAt, occurredAt } = event;
  const problems: Problem[] = [];
  const expected = (last?.position ?? 0n) + 1n;
  if (position !== expected)
    problems.push({ position, what: `position ${position} follows ${expected - 1n}` });
  if (last !== undefined && recordedAt < last.recordedAt) {
    problems.push({ position, what: 'recorded before the event in front of it' });
  }
  if (occurredAt > recordedAt) problems.push({ position, what: 'happened after it was recorded' });
  return problems;
}

function streamProblems(
  register: Register,
  streams: Map<string, StreamCheck>,
  event: RecordedEvent,
): readonly Problem[] {
  const check = streams.get(event.stream) ?? { revision: -1n, folded: undefined, broken: false };
  streams.set(event.stream, check);
  const problems: Problem[] = [];
  const { position } = event;
  if (event.revision !== check.revision + 1n) {
    problems.push({
      position,
      what: `${event.stream}: revision ${event.revision} follows ${check.revision}`,
    });
  }
  check.revision = event.revision;
  if (caseOfStream(event.stream) === undefined || check.broken) return problems;
  const what = foldProblem(register, check, event);
  return what === undefined ? problems : [...problems, { position, what: `${event.stream}: ${what}` }];
}

function foldProblem(register: Register, check: StreamCheck, event: RecordedEvent): string | undefined {
  let workflow: Workflow;
  try {
    workflow = workflowOf(register, event);
    const { fact, envelope } = readEvent(workflow, event);
    const schema = workflow.events.get(event.type)?.schema;
    if (schema?.safeParse(fact.data).success !== true)
      return `${event.type} does not have the shape of its schema`;
    const next = workflow.fold.step(check.folded, fact);
    if (next === undefined) {
      check.broken = true;
      return `${event.type} cannot follow in ${check.folded?.state ?? 'a case that is not open'}`;
    }
    check.folded = next;
    return envelope.state === next.state
      ? undefined
      : `recorded state ${envelope.state}, folded ${next.state}`;
  } catch (error) {
    check.broken = true;
    return error instanceof Error ? error.message : String(error);
  }
}
