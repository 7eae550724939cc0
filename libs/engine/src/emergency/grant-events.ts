import type { ActorInRole, Instant } from '@safeconduct/workflow';
import { personMetadata, RecordedEnvelope, sealedForm } from '../events/metadata.js';
import { openedDataOf } from '../events/recorded-data.js';
import type { NewEvent, RecordedEvent } from '../ports/event-store.js';
import type { LiveSubjectKey, SubjectKey } from '../ports/subject-keys.js';
import { closedData, sealedText } from '../sealing/sealed-data.js';
import type { EmergencyGrant, EmergencyTrigger, EmergencyVerdict } from './grant.js';

// Storage format: these names and shapes are in the log for ever.

interface AccessTaken {
  readonly grant: string;
  readonly case: string;
  readonly workflow: string;
  readonly unit: string | null;
  readonly trigger: EmergencyTrigger;
  readonly classes: readonly string[];
  readonly until: Instant;
  /** In the words of whoever took it. Sealed as narrative of the case. */
  readonly text: string;
}

interface AccessEnded {
  readonly grant: string;
  readonly case: string;
}

interface AccessReviewed {
  readonly grant: string;
  readonly case: string;
  readonly verdict: EmergencyVerdict;
  /** In the words of whoever reviewed it. Sealed likewise. */
  readonly text: string;
}

export type GrantFact =
  | { readonly type: 'EmergencyAccessTaken'; readonly data: AccessTaken }
  | { readonly type: 'EmergencyAccessEnded'; readonly data: AccessEnded }
  | { readonly type: 'EmergencyAccessReviewed'; readonly data: AccessReviewed };

const schemaVersion = 1;
const textPath = 'text';
const taken = '';

interface Recording {
  readonly eventId: string;
  readonly by: ActorInRole;
  readonly occurredAt: Instant;
  readonly key: LiveSubjectKey;
}

/** The event that records a fact. What people wrote is sealed with the keys of the case, and goes with them. */
export function grantEvent({ type, data }: GrantFact, { eventId, by, occurredAt, key }: Recording): NewEvent {
  const command = type;
  const head = { eventId, type, schemaVersion, occurredAt };
  if (!('text' in data))
    return { ...head, metadata: personMetadata({ actor: by, command }), data: JSON.stringify(data) };
  const { text, ...clear } = data;
  return {
    ...head,
    metadata: personMetadata({ actor: by, command }, sealedForm),
    data: sealedText(
      { caseId: data.case, eventId, type, schemaVersion },
      {
        clear: { ...clear, text: taken },
        taken: new Map([['narrative', { paths: [textPath], values: [text] }]]),
      },
      key,
    ),
  };
}

const factTypes: ReadonlySet<string> = new Set<GrantFact['type']>([
  'EmergencyAccessTaken',
  'EmergencyAccessEnded',
  'EmergencyAccessReviewed',
]);

/** The grants after one more event; an event of a later release changes nothing. */
export function grantsAfter(
  grants: ReadonlyMap<string, EmergencyGrant>,
  recorded: RecordedEvent,
): ReadonlyMap<string, EmergencyGrant> {
  if (!factTypes.has(recorded.type)) return grants;
  const { type, data } = factIn(recorded);
  const known = grants.get(data.grant);
  const { actor } = new RecordedEnvelope(recorded.metadata);
  const at = recorded.occurredAt;
  switch (type) {
    case 'EmergencyAccessTaken': {
      const { grant: id, case: caseId, workflow, unit, trigger, classes, until } = data;
      const who = { person: actor.id, role: actor.role, unit: unit ?? undefined };
      return new Map(grants).set(id, { id, caseId, workflow, ...who, trigger, classes, begunAt: at, until });
    }
    case 'EmergencyAccessEnded':
      return known === undefined
        ? grants
        : new Map(grants).set(known.id, { ...known, ended: { at, by: actor.id } });
    case 'EmergencyAccessReviewed':
      return known === undefined
        ? grants
        : new Map(grants).set(known.id, { ...known, review: { at, by: actor.id, verdict: data.verdict } });
  }
}

/** Its data without what people wrote. */
const factIn = ({ type, data, metadata }: RecordedEvent): GrantFact =>
  ({
    type,
    data:
      new RecordedEnvelope(metadata).form === sealedForm ? closedData(data) : (JSON.parse(data) as unknown),
  }) as GrantFact;

/** What somebody wrote; `undefined` where the keys of the case were destroyed, or nothing was written. */
export function textIn(
  recorded: RecordedEvent,
  caseId: string,
  key: SubjectKey | undefined,
): string | undefined {
  const { data, erasedAt } = openedDataOf(recorded, caseId, key);
  return erasedAt === undefined ? (data as { readonly text?: string }).text : undefined;
}

export const grantOfEvent = (recorded: RecordedEvent): string => factIn(recorded).data.grant;
