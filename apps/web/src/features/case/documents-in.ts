import type { HistoryEvent, WorkflowFile } from '../../api/queries.js';
import type { InBoth } from '../../language/locale.js';
import { valueOf } from './facts-said.js';

/** A document that is kept elsewhere, as an event recorded it. */
export interface CaseDocument {
  readonly event: HistoryEvent;
  /** What its hash is called in the event. */
  readonly titles: InBoth;
  /** SHA-256 in 64 hexadecimal digits. */
  readonly hash: string;
}

type Recorded = Pick<HistoryEvent, 'type' | 'data'>;

/** The documents whose hashes events recorded, in the order of the events. Those that the reader may not see are left out. */
export function documentsIn<Event extends Recorded>(
  events: readonly Event[],
  workflow: Pick<WorkflowFile, 'events'>,
): readonly (Omit<CaseDocument, 'event'> & { readonly event: Event })[] {
  const hashes = hashesIn(workflow);
  return events.flatMap((event) =>
    (hashes.get(event.type) ?? []).flatMap(({ path, titles }) => {
      const hash = valueOf(path.split('.'), event.data);
      return typeof hash === 'string' && sha256.test(hash) ? [{ event, titles, hash }] : [];
    }),
  );
}

/** The types of events that can record a document. */
export const documentTypes = (workflow: Pick<WorkflowFile, 'events'>): readonly string[] => [
  ...hashesIn(workflow).keys(),
];

const hashesIn = ({ events }: Pick<WorkflowFile, 'events'>) =>
  new Map(
    events
      .map(({ type, fields }) => [type, fields.filter((field) => field.type === 'hash')] as const)
      .filter(([, fields]) => fields.length > 0),
  );

const sha256 = /^[\da-f]{64}$/i;
