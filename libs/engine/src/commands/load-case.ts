import { readCase, readEvent, readWhole, type Register } from '../history/case-event.js';
import { foldCase, type CaseState } from '../history/case-state.js';
import { caseStream } from '../history/streams.js';
import type { EventStore } from '../ports/event-store.js';
import type { StateCache } from './state-cache.js';

interface LoadPorts {
  readonly events: EventStore;
  readonly register: Register;
  readonly cache: StateCache;
}

/**
 * A state to decide from: the cached one, which an append corrects where it is old, else the stream folded. It is loaded
 * here and not through `engine.queries`: a decision rests on everything that was recorded, whoever sent the command.
 */
export async function loadCase(ports: LoadPorts, caseId: string): Promise<CaseState | undefined> {
  return ports.cache.get(caseId) ?? readState(ports, caseId);
}

/** Folds the stream of a case that is not in the cache, and keeps it there. */
export async function readState(
  { events, register, cache }: LoadPorts,
  caseId: string,
): Promise<CaseState | undefined> {
  const history = await readCase(events, register, caseId);
  const workflow = register.get(history[0]?.envelope.workflow ?? '');
  const state = workflow && foldCase(workflow, caseId, history);
  if (state !== undefined) cache.set(state);
  return state;
}

/** A state to be shown: it has what other processes appended since it was cached. */
export async function newestCase(ports: LoadPorts, caseId: string): Promise<CaseState | undefined> {
  const known = await loadCase(ports, caseId);
  if (known === undefined) return undefined;
  const later = await readWhole(ports.events, caseStream(caseId), known.revision + 1n);
  if (later.length === 0) return known;
  const events = later.map((event) => readEvent(known.workflow, event));
  const newest = foldCase(known.workflow, caseId, events, known) as CaseState;
  ports.cache.set(newest);
  return newest;
}
