import type { DataClass } from '@safeconduct/workflow';
import { hash } from 'node:crypto';
import type { CaseEvent, Register } from '../events/case-event.js';
import type { EventCodec } from '../events/codec.js';
import { isSealed } from '../events/metadata.js';
import { readStream } from '../events/read-stream.js';
import { caseStream, proposalsStream, refusalsStream } from '../events/streams.js';
import { referenceIn } from '../history/case-state.js';
import type { EventStore, RecordedEvent } from '../ports/event-store.js';
import { eventText } from '../pour/log-digest.js';
import { classesSealedIn } from '../sealing/sealed-data.js';
import type { Erasures, FinishedErasure } from './erasures.js';

/** What can be shown of an erasure to somebody outside. No key, and nothing personal. */
export interface ErasureCertificate {
  readonly caseId: string;
  /** The natural key of the case. */
  readonly reference: string;
  readonly workflow: string;
  /** The fact in the case: who decided, who confirmed, on what ground. */
  readonly fact: CaseEvent;
  /** SHA-256 of the `eventText` of the fact, in hexadecimal digits. */
  readonly factHash: string;
  /** The keys that were destroyed, and the event that says so; `undefined` while that is under way. */
  readonly keys: (FinishedErasure & { readonly hash: string }) | undefined;
  /** How many sealed parts of each class the log has of the person, none of which can be opened any more. */
  readonly sealed: ReadonlyMap<DataClass, number>;
}

export interface CertificatePorts {
  readonly events: EventStore;
  readonly codec: EventCodec;
  readonly register: Register;
  readonly erasures: Erasures;
}

/** The certificate of an erasure; `undefined` where the case does not exist, or its person was not erased. */
export async function erasureCertificate(
  { events, codec, erasures }: CertificatePorts,
  caseId: string,
): Promise<ErasureCertificate | undefined> {
  const recorded = await readStream(events, caseStream(caseId));
  const decoded = (await codec.decode(recorded)).filter((event) => event.kind === 'case');
  const [[opening], fact] = [decoded, decoded.find(({ envelope }) => envelope.erases === true)];
  if (opening === undefined || fact === undefined) return undefined;
  await erasures.refresh();
  const keys = erasures.of(caseId);
  const beside = await Promise.all(
    [proposalsStream(caseId), refusalsStream(caseId)].map((stream) => readStream(events, stream)),
  );
  return {
    ...{ caseId, fact, factHash: hashOfEvent(fact.recorded) },
    reference: referenceIn(opening.workflow, opening),
    workflow: opening.envelope.workflow,
    keys: keys && { ...keys, hash: hashOfEvent(keys.recorded) },
    sealed: sealedIn([...recorded, ...beside.flat()]),
  };
}

/** SHA-256 of an event as one text, the same on every store (`eventText`). */
export const hashOfEvent = (event: RecordedEvent): string => hash('sha256', eventText(event), 'hex');

function sealedIn(events: readonly RecordedEvent[]): ReadonlyMap<DataClass, number> {
  const parts = new Map<DataClass, number>();
  for (const { metadata, data } of events) {
    if (!isSealed(metadata)) continue;
    for (const dataClass of classesSealedIn(data)) parts.set(dataClass, (parts.get(dataClass) ?? 0) + 1);
  }
  return parts;
}
