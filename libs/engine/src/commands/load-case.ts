import type { Workflow } from '@safeconduct/workflow';
import { HistoryDivergedError } from '../errors.js';
import type { CaseEvent, Register } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import { readCase } from '../events/read-stream.js';
import { caseStream } from '../events/streams.js';
import { foldCase, type CaseState, type ReadCaseState } from '../history/case-state.js';
import type { EventStore } from '../ports/event-store.js';
import type { StateCache } from './state-cache.js';

interface LoadPorts {
  readonly events: EventStore;
  readonly codec: EventCodec;
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

/** Folds the stream of a case that is not in the cache, and keeps it there. */
export async function readState(
  { events, codec, cache }: LoadPorts,
  caseId: string,
): Promise<ReadCaseState | undefined> {
  const history = await readCase(events, codec, { caseId });
  const state = foldCase(caseId, history);
  if (state !== undefined) cache.set(state);
  return state;
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
    const first = await ports.events.readStream(caseStream(caseId), { from: 0n, limit: 1 });
    const [opening] = (await ports.codec.decode(first)) as readonly CaseEvent[];
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
  const read = await readCase(ports.events, ports.codec, { caseId, from });
  const recordedAt = known.recordedAt ?? (read[0] as CaseEvent).recorded.recordedAt;
  const newest = foldCase(caseId, read.slice(missing), { ...known, recordedAt });
  if (newest !== undefined && read.length > 0) ports.cache.set(newest);
  return newest;
}
