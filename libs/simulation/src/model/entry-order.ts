import { canonicalJson, compareText, type PastEvent, type Workflow } from '@safeconduct/workflow';
import type { Evidence, ReportViolation } from './evidence.js';
import { follow, type ModelPlace } from './machine.js';
import { factsWith, isFreeOfOrder, type Replayed, type ReplayedEvent } from './replay.js';

type Facts = Readonly<Record<string, unknown>>;
type Reached = ModelPlace & { readonly facts: unknown };

/**
 * The order in which facts are entered decides nothing: a case has the facts that it would have if each had been entered
 * when it happened. Of a history that its rules or its chart would not have taken in that order nothing is said.
 */
export function checkEntryOrder({ workflow }: Evidence, { cases }: Replayed, report: ReportViolation): void {
  for (const [caseId, events] of cases) {
    const inOrder = events.toSorted((one, other) => compareText(happenedAt(one), happenedAt(other)));
    if (inOrder.every((event, index) => event === events[index])) continue;
    const expected = factsAfter(workflow, inOrder);
    if (expected === undefined) continue;
    const differing = differences(events.at(-1)?.facts as Facts, expected as Facts);
    if (differing.length > 0) report('order of entry counts', `${caseId}: ${differing.join(', ')}`);
  }
}

const happenedAt = ({ recorded }: ReplayedEvent): string => recorded.occurredAt;

function factsAfter({ source }: Workflow, events: readonly ReplayedEvent[]): unknown {
  let reached: Reached | undefined;
  for (const { past, recorded, state } of events) {
    // The rules were asked once, before the first event of their command.
    const isAsked = reached !== undefined && recorded.metadata['guards'] !== undefined;
    if (isAsked && !isAllowed(source, reached as Reached, past)) return undefined;
    const place = follow(source.chart, reached, past);
    // What is free of order left the case where it was, and has to have left it there.
    const expected = isFreeOfOrder(recorded) ? reached?.state : state;
    if (place === undefined || place.state !== expected) return undefined;
    reached = { ...place, facts: factsWith(source, reached?.facts, past) };
  }
  return reached?.facts;
}

/** Whether the rules of its command would have let an event happen there. */
function isAllowed({ commands }: Workflow['source'], { state, facts }: Reached, past: PastEvent): boolean {
  const { establishes, guards = [] } = commands[past.command] ?? {};
  const { actor, confirmation, onBehalfOf, data: input, occurredAt: now } = past;
  const context = { actor, confirmation, onBehalfOf, input, now, state };
  return establishes === true || guards.every((guard) => guard.ask(facts as never, context).ok);
}

/** What differs, as `risks: {…}, not {…}`. */
function differences(facts: Facts, expected: Facts): readonly string[] {
  return [...new Set([...Object.keys(facts), ...Object.keys(expected)])].flatMap((name) => {
    const [is, not] = [facts[name], expected[name]].map((value) => canonicalJson({ value }));
    return is === not ? [] : [`${name}: ${is}, not ${not}`];
  });
}
