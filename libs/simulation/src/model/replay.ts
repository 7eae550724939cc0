import type { RecordedEvent } from '@safeconduct/engine';
import { compareText, type PastEvent, type Workflow } from '@safeconduct/workflow';
import { dataNow } from './data-now.js';
import { follow, type ModelPlace } from './machine.js';
import type { ReportViolation } from './evidence.js';

/** A recorded event of a case, with what the model derives from it. */
export interface ReplayedEvent {
  readonly recorded: RecordedEvent;
  readonly caseId: string;
  readonly past: PastEvent;
  /** The state by the model's own fold. */
  readonly state: string;
  /** The states that the case left under a name. */
  readonly marks: ModelPlace['marks'];
  readonly facts: unknown;
  /** The deadlines that run after it, by name. */
  readonly due: Readonly<Record<string, string>>;
  /** The deadlines that ran before it. */
  readonly dueBefore: Readonly<Record<string, string>>;
}

export interface Replayed {
  /** All events of cases, in the order of the log. */
  readonly events: readonly ReplayedEvent[];
  readonly cases: ReadonlyMap<string, readonly ReplayedEvent[]>;
}

const prefix = 'case-';

/**
 * Folds the log with the model's own code and compares the result with what was recorded with every event.
 */
export function replay(workflow: Workflow, log: readonly RecordedEvent[], report: ReportViolation): Replayed {
  const cases = new Map<string, ReplayedEvent[]>();
  const events: ReplayedEvent[] = [];
  for (const recorded of log) {
    if (!recorded.stream.startsWith(prefix)) continue;
    const caseId = recorded.stream.slice(prefix.length);
    const known = cases.get(caseId) ?? [];
    const event = next(workflow, { recorded, caseId, before: known.at(-1) });
    if (event === undefined) {
      report('history cannot be replayed', `position ${recorded.position}: ${recorded.type} cannot follow`);
      continue;
    }
    compare(workflow, event, report);
    known.push(event);
    events.push(event);
    cases.set(caseId, known);
  }
  return { events, cases };
}

interface Next {
  readonly recorded: RecordedEvent;
  readonly caseId: string;
  readonly before: ReplayedEvent | undefined;
}

function next(workflow: Workflow, { recorded, caseId, before }: Next): ReplayedEvent | undefined {
  const { source } = workflow;
  const event = pastEvent(workflow, recorded);
  const place = follow(source.chart, before, event);
  const isOpening = workflow.openingEvents.has(recorded.type);
  if (place === undefined || isOpening !== (before === undefined)) return undefined;
  const facts = factsWith(source, before?.facts, event);
  const { state, marks } = place;
  const due: Record<string, string> = {};
  for (const [name, deadline] of Object.entries(source.deadlines)) {
    const dueAt = deadline.dueAt(facts as never, state);
    if (dueAt !== undefined) due[name] = dueAt;
  }
  return {
    recorded,
    caseId,
    past: { ...event, state },
    state,
    marks,
    facts,
    due,
    dueBefore: before?.due ?? {},
  };
}

function pastEvent(workflow: Workflow, recorded: RecordedEvent): Omit<PastEvent, 'state'> {
  const { type, occurredAt, metadata } = recorded;
  return {
    type,
    data: dataNow(workflow, recorded),
    occurredAt,
    saidAt: metadata['saidAt'],
    command: metadata['command'] ?? '',
    actor: { id: metadata['actor'] ?? '', role: metadata['actorRole'] ?? '' },
    confirmation: confirmationIn(metadata),
    onBehalfOf: metadata['onBehalfOf'],
  };
}

function confirmationIn(metadata: RecordedEvent['metadata']): PastEvent['confirmation'] {
  const { confirmedBy: id, confirmedByRole: role = '', confirmedAt: at = '', confirmedHash = '' } = metadata;
  return id === undefined ? undefined : { by: { id, role }, at, contentHash: confirmedHash };
}

/** What was recorded beside an event must follow from the events up to it. */
function compare(
  { source }: Workflow,
  { recorded, state, facts, due, dueBefore }: ReplayedEvent,
  report: ReportViolation,
): void {
  const { metadata, position } = recorded;
  const { tags, ...summary } = source.summary(...([facts, state] as never[])) as Readonly<
    Record<string, string | undefined>
  > & { readonly tags?: Readonly<Record<string, string | undefined>> };
  const expected: Readonly<Record<string, string | undefined>> = {
    state,
    place: summary['place'],
    outcome: summary['outcome'],
    assignee: summary['assignee'],
    tags: toldTags(tags),
    due: sorted(due) === sorted(dueBefore) ? undefined : sorted(due),
  };
  const found = {
    ...metadata,
    due: metadata['due'] && sorted(JSON.parse(metadata['due']) as ReplayedEvent['due']),
  };
  for (const [name, value] of Object.entries(expected)) {
    const was = (found as Readonly<Record<string, string | undefined>>)[name];
    if (was !== value)
      report('recorded otherwise than it follows', `position ${position}: ${name} is ${was}, not ${value}`);
  }
}

/** `intention=stay;size=large`: by name, those that have a code. */
function toldTags(tags: Readonly<Record<string, string | undefined>> = {}): string | undefined {
  const told = Object.entries(tags)
    .sort(([left], [right]) => compareText(left, right))
    .flatMap(([name, code]) => (code === undefined ? [] : [`${name}=${code}`]));
  return told.length === 0 ? undefined : told.join(';');
}

const sorted = (due: ReplayedEvent['due']): string =>
  JSON.stringify(Object.entries(due).sort(([left], [right]) => compareText(left, right)));

/** The facts of a case with one more event; of a case that does not exist yet when none are given. */
export function factsWith(
  { evolve, initialFacts }: Workflow['source'],
  known: unknown = initialFacts,
  past: Omit<PastEvent, 'state'>,
): unknown {
  const change = evolve[past.type] as ((...given: unknown[]) => unknown) | undefined;
  return change === undefined ? known : change(known, past.data, past);
}

/** Whether an event left the clock of its case where it was. */
export const isFreeOfOrder = ({ metadata }: Pick<RecordedEvent, 'metadata'>): boolean =>
  metadata['order'] === 'free';
