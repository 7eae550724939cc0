import type { StateCache } from '../commands/state-cache.js';
import { HistoryDivergedError } from '../errors.js';
import type { CaseEvents } from '../events/case-events.js';
import { referenceIn } from '../history/case-state.js';

interface ReferencePorts {
  readonly caseEvents: CaseEvents;
  readonly cache: StateCache;
}

/**
 * The references of cases by their ids; null of a case that cannot be read. A reference never changes, so a cached state
 * tells it whatever was recorded since, and of any other case the opening event does.
 */
export async function referencesOf(
  { caseEvents, cache }: ReferencePorts,
  caseIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  const references = new Map<string, string | null>();
  for (const caseId of new Set(caseIds)) {
    const known = cache.get(caseId);
    references.set(caseId, known?.reference ?? (await openedUnder(caseEvents, caseId)));
  }
  return references;
}

async function openedUnder(caseEvents: CaseEvents, caseId: string): Promise<string | null> {
  const [opening] = await caseEvents.page({ caseId, limit: 1 });
  try {
    return opening === undefined ? null : referenceIn(opening.workflow, opening);
  } catch (error) {
    // A workflow that this process does not know.
    if (error instanceof HistoryDivergedError) return null;
    throw error;
  }
}
