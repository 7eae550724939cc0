import { canonicalJson, type Workflow } from '@safeconduct/workflow';
import type { Evidence, PastSeen, ReportViolation } from './evidence.js';
import { factsWith, isFreeOfOrder, type Replayed, type ReplayedEvent } from './replay.js';
import { indexesIn } from './views.js';

/**
 * At every moment that was asked, in both clocks, each case is where it was and has the facts of what had happened, or was
 * known, by then, and the figures count each case once.
 */
export function checkPast(evidence: Evidence, { events, cases }: Replayed, report: ReportViolation): void {
  const { log, past, views, workflow } = evidence;
  const indexes = indexesIn(log);
  const checkpoint = views.at(-1)?.views.find(({ view }) => view === 'population')?.checkpoint ?? 0n;
  const projected = events.filter(({ recorded }) => recorded.position <= checkpoint);
  const knownAt = ({ recorded }: ReplayedEvent) => indexes.get(recorded.position)?.knownAt ?? '';
  for (const { moment, cases: shown, figures } of past) {
    const where = `by what was ${moment.clock} until ${moment.at}`;
    const isBy = (time: string): boolean => time <= moment.at;
    for (const { caseId, ...seen } of shown) {
      const by = (cases.get(caseId) ?? []).filter(({ recorded }) =>
        isBy(moment.clock === 'occurred' ? recorded.occurredAt : recorded.recordedAt),
      );
      const difference = differs(seen, caseAfter(workflow, by));
      if (difference !== undefined)
        report('past shown otherwise than it was', `${caseId} ${where}: ${difference}`);
    }
    const counted = projected.filter((event) =>
      isBy(moment.clock === 'occurred' ? event.recorded.occurredAt : knownAt(event)),
    );
    const difference = differs(figures, figuresOf(counted));
    if (difference !== undefined) report('figures of the past do not add up', `${where}: ${difference}`);
  }
}

function differs(seen: unknown, expected: unknown): string | undefined {
  const [is, not] = [canonicalJson(seen), canonicalJson(expected)];
  return is === not ? undefined : `${is}, not ${not}`;
}

/** What is free of order leaves a case where it was; its facts are those of all that had happened. */
function caseAfter(
  { source }: Workflow,
  events: readonly ReplayedEvent[],
): Omit<PastSeen['cases'][number], 'caseId'> {
  const [first] = events;
  if (first === undefined) return { state: undefined, facts: undefined };
  const facts = events.reduce<unknown>((known, { past }) => factsWith(source, known, past), undefined);
  return { state: events.findLast(movesClock)?.state, facts };
}

const movesClock = ({ recorded }: ReplayedEvent): boolean => !isFreeOfOrder(recorded);

/** Each case once, in the cell of its last event that moved it; each event by its type. */
function figuresOf(events: readonly ReplayedEvent[]): PastSeen['figures'] {
  const last = new Map<string, ReplayedEvent>();
  for (const event of events.filter(movesClock)) last.set(event.caseId, event);
  const recorded = (name: string) =>
    [...last.values()].flatMap((event) => event.recorded.metadata[name] ?? []);
  return {
    total: last.size,
    leaves: counts(recorded('state')),
    places: counts(recorded('place')),
    outcomes: counts(recorded('outcome')),
    events: counts(events.map(({ past }) => past.type)),
  };
}

function counts(names: readonly string[]): Readonly<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const name of names) found[name] = (found[name] ?? 0) + 1;
  return found;
}
