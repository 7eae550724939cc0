import type { Workflow } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { CaseEvents } from '../events/case-events.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import { foldCase, type CaseState, type ReadCaseState } from '../history/case-state.js';
import type { StateCache } from './state-cache.js';

interface LoadPorts {
  readonly caseEvents: CaseEvents;
  readonly cache: StateCache;
}

/**
 * A state to decide from: the cached one, or the folded stream. If the cached state is old, the append
 * conflicts and the command is decided again. It is loaded here and not through `engine.queries`: a decision
 * uses all recorded events, whoever sent the command.
 */
export async function loadCase(ports: LoadPorts, caseId: string): Promise<CaseState | undefined> {
  return ports.cache.get(caseId) ?? readState(ports, caseId);
}

/**
 * Folds the stream of a case that is not in the cache, in bounded steps, and keeps the state there. Whoever asks for
 * the case meanwhile gets the same state.
 */
export function readState(
  { caseEvents, cache }: LoadPorts,
  caseId: string,
): Promise<ReadCaseState | undefined> {
  return cache.loading(caseId, async () => {
    let state: ReadCaseState | undefined;
    for await (const step of caseEvents.steps({ caseId })) state = foldCase(caseId, step, state);
    if (state !== undefined) cache.set(state);
    return state;
  });
}

/**
 * The workflow of a case; `undefined` when there is no such case. Of a case whose history does not fold it is the one that
 * the opening event names, so that such a case can still be named and a withdrawal be heard.
 */
export async function workflowOfCase(
  ports: LoadPorts & { readonly register: Register },
  caseId: string,
): Promise<Workflow | undefined> {
  try {
    return (await loadCase(ports, caseId))?.workflow;
  } catch (error) {
    if (!(error instanceof HistoryDivergedError)) throw error;
    const [opening] = await ports.caseEvents.page({ caseId, limit: 1 });
    const workflow = opening && ports.register.get(opening.envelope.workflow);
    if (workflow === undefined) throw error;
    return workflow;
  }
}

/** A state to be shown: it includes the events that other processes appended since it was cached. */
export async function newestCase(ports: LoadPorts, caseId: string): Promise<ReadCaseState | undefined> {
  const known = await loadCase(ports, caseId);
  if (known === undefined) return undefined;
  // Where the append did not return `recordedAt`, the last event is read again.
  const missing = known.recordedAt === undefined ? 1 : 0;
  const from = known.revision + 1n - BigInt(missing);
  let newest: ReadCaseState | undefined;
  for await (const step of ports.caseEvents.steps({ caseId, from })) {
    const recordedAt = known.recordedAt ?? (step[0] as CaseEvent).recorded.recordedAt;
    const added = newest === undefined ? step.slice(missing) : step;
    newest = foldCase(caseId, added, newest ?? { ...known, recordedAt });
  }
  if (newest === undefined) return known as ReadCaseState;
  ports.cache.set(newest);
  return newest;
}
