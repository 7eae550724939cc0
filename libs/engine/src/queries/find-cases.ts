import { EngineError } from '../errors.js';
import type { Register } from '../events/case-event.js';
import { RecordedEnvelope } from '../events/metadata.js';
import { caseIdOf, caseStream, isCaseId } from '../events/streams.js';
import type { EventStore } from '../ports/event-store.js';
import type { KeyRing } from '../ports/key-ring.js';

/** A case as a person names it: by its reference or its id, in one workflow or in all of them. */
export interface NamedCase {
  readonly reference: string;
  readonly workflow?: string | undefined;
}

export interface FoundCase {
  readonly caseId: string;
  readonly workflow: string;
}

/** One reference is that of a case in each of several workflows. Without this error one of them would be taken silently. */
export class AmbiguousReferenceError extends EngineError {
  readonly code = 'AMBIGUOUS_REFERENCE';
  constructor(readonly workflows: readonly string[]) {
    super(
      `a case of this reference is in each of the workflows ${workflows.join(', ')}; say which one is meant`,
    );
  }
}

interface FindPorts {
  readonly events: EventStore;
  readonly keys: KeyRing;
  readonly register: Register;
}

/** The cases that are named so, at most one in each workflow, in the order of the register. */
export async function findCases(
  { events, keys, register }: FindPorts,
  { reference, workflow }: NamedCase,
): Promise<readonly FoundCase[]> {
  const names = workflow === undefined ? [...register.keys()] : [workflow];
  const id = reference.toLowerCase();
  const ids = isCaseId(id) ? [id] : names.map((name) => caseIdOf(keys, name, reference));
  const found: FoundCase[] = [];
  for (const caseId of ids) {
    // Its stream is read, not folded: a case whose history has diverged must still be found.
    const [first] = await events.readStream(caseStream(caseId), { from: 0n, limit: 1 });
    if (first === undefined) continue;
    const of = new RecordedEnvelope(first.metadata).workflow;
    if (workflow === undefined || of === workflow) found.push({ caseId, workflow: of });
  }
  return found;
}

/** The only one of the cases that were found. @throws AmbiguousReferenceError  there are several */
export function onlyCase(found: readonly FoundCase[]): FoundCase | undefined {
  if (found.length > 1) throw new AmbiguousReferenceError(found.map(({ workflow }) => workflow));
  return found[0];
}
