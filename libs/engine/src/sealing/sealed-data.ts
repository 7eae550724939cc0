import type { DataClass, Instant } from '@safeconduct/workflow';
import { SealBrokenError } from '../errors.js';
import { sealedForm } from '../events/metadata.js';
import { isDestroyed, type LiveSubjectKey, type SubjectKey } from '../ports/subject-keys.js';
import { open, seal } from './box.js';
import { putBack, putErased, type TakenOut } from './personal-values.js';

/**
 * The data of an event in the form `sealed-1`, a storage format: these names are in the log for ever. `data` has a
 * stand-in for each personal value. A part has the values of one class as one sealed list, in the order of `paths`.
 */
interface SealedData {
  readonly data: unknown;
  readonly sealed: readonly SealedPart[];
}

interface SealedPart {
  readonly class: DataClass;
  /** The id of the subject's keys. */
  readonly key: string;
  readonly paths: readonly string[];
  readonly box: string;
}

/** The event whose data are sealed. All of it is bound to each seal: in another event a seal does not open. */
export interface SealedEvent {
  readonly caseId: string;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
}

/** The recorded text of data whose personal values were taken out. */
export function sealedText(event: SealedEvent, { clear, taken }: TakenOut, key: LiveSubjectKey): string {
  const sealed = Array.from(taken, ([dataClass, { paths, values }]): SealedPart => {
    const context = contextOf(event, { class: dataClass, key: key.id, paths });
    const box = seal(key.of(dataClass), context, JSON.stringify(values));
    return { class: dataClass, key: key.id, paths, box };
  });
  return JSON.stringify({ data: clear, sealed } satisfies SealedData);
}

/** Data as they were before they were sealed. */
export interface OpenedData {
  readonly data: unknown;
  /** When the keys were destroyed. Then each personal text is `erased`, each list empty, anything else null. */
  readonly erasedAt: Instant | undefined;
}

/**
 * Opens recorded data of the form `sealed-1`.
 * @throws SealBrokenError  the keys are not there, are others, or the event was changed
 */
export function openedData(event: SealedEvent, text: string, key: SubjectKey | undefined): OpenedData {
  const { data: closed, sealed } = sealedDataOf(event, text);
  let data = closed;
  let erasedAt: Instant | undefined;
  for (const part of sealed) {
    if (key === undefined || key.id !== part.key)
      throw new SealBrokenError(event.eventId, missing(part, key));
    if (isDestroyed(key)) {
      data = putErased(data, part.paths);
      erasedAt = key.destroyedAt;
    } else data = putBack(data, part.paths, valuesOf(event, part, key));
  }
  return { data, erasedAt };
}

function sealedDataOf({ eventId }: SealedEvent, text: string): SealedData {
  const found = JSON.parse(text) as Partial<SealedData>;
  if (found.data !== undefined && Array.isArray(found.sealed)) return found as SealedData;
  throw new SealBrokenError(eventId, `its data are not of the form ${sealedForm}: the event was changed`);
}

/** The same without the keys: a stand-in for each personal value. */
export const closedData = (text: string): unknown => (JSON.parse(text) as SealedData).data;

/** The data class of each sealed part of recorded data. */
export const classesSealedIn = (text: string): readonly DataClass[] =>
  (JSON.parse(text) as SealedData).sealed.map((part) => part.class);

function valuesOf(event: SealedEvent, part: SealedPart, key: LiveSubjectKey): readonly unknown[] {
  try {
    return JSON.parse(open(key.of(part.class), contextOf(event, part), part.box)) as readonly unknown[];
  } catch (error) {
    const what = `the seal of its ${part.class} fields does not open: the event or the key was changed`;
    throw new SealBrokenError(event.eventId, what, error);
  }
}

const missing = ({ key: id }: SealedPart, key: SubjectKey | undefined): string =>
  `it was sealed with key ${id}, and the key store has ${key === undefined ? 'none' : `key ${key.id}`} for its case; ` +
  'put the right key store back';

/** What is authenticated beside the sealed values (AAD). No part of it has a line break. */
const contextOf = (
  { caseId, eventId, type, schemaVersion }: SealedEvent,
  { class: dataClass, key, paths }: Omit<SealedPart, 'box'>,
): string =>
  `${sealedForm}\n${caseId}\n${eventId}\n${type}\n${schemaVersion}\n${dataClass}\n${key}\n${paths.join('\n')}`;
