import { upcast, type FactEvent, type Workflow } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { EventStore, RecordedEvent, Revision } from '../ports/event-store.js';
import { fromMetadata, type Envelope } from './envelope.js';
import { caseStream } from './streams.js';

/** A recorded event of a case, read: its data in the current shape, its envelope parsed. */
export interface CaseEvent {
  readonly recorded: RecordedEvent;
  readonly envelope: Envelope;
  readonly fact: FactEvent;
}

/** The workflows this process knows, by name. */
export type Register = ReadonlyMap<string, Workflow>;

export const registerOf = (workflows: readonly Workflow[]): Register =>
  new Map(workflows.map((workflow) => [workflow.name, workflow]));

const batch = 500;

/** The single place where stored events become facts: parsed, and upcast to the current shape of their type. */
export function readEvent(workflow: Workflow, recorded: RecordedEvent): CaseEvent {
  const envelope = fromMetadata(recorded.metadata);
  const data = upcast(workflow, recorded.type, recorded.schemaVersion, JSON.parse(recorded.data));
  const { type, occurredAt } = recorded;
  const { actor, confirmedBy, onBehalfOf } = envelope;
  return { recorded, envelope, fact: { type, data, occurredAt, actor, confirmedBy, onBehalfOf } };
}

/**
 * All events of a case, in order; none when there is no such case.
 * @throws HistoryDivergedError  its workflow is not registered in this process
 */
export async function readCase(
  events: EventStore,
  register: Register,
  caseId: string,
): Promise<readonly CaseEvent[]> {
  const recorded = await readWhole(events, caseStream(caseId));
  const [first] = recorded;
  if (first === undefined) return [];
  const workflow = workflowOf(register, first);
  return recorded.map((event) => readEvent(workflow, event));
}

/** Every event of one stream from a revision on, read in batches. */
export async function readWhole(
  events: EventStore,
  stream: string,
  from: Revision = 0n,
): Promise<readonly RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  for (;;) {
    const some = await events.readStream(stream, { from: from + BigInt(all.length), limit: batch });
    all.push(...some);
    if (some.length < batch) return all;
  }
}

/** The workflow an event was recorded under. */
export function workflowOf(register: Register, event: RecordedEvent): Workflow {
  const name = event.metadata['workflow'] ?? '';
  const workflow = register.get(name);
  if (workflow === undefined) {
    throw new HistoryDivergedError(event.stream, event.revision, `workflow '${name}' is not registered`);
  }
  return workflow;
}
