import type { RecordedEvent } from '@safeconduct/engine';
import { createDecipheriv, createHmac } from 'node:crypto';

interface Sealed {
  readonly data: Record<string, unknown>;
  readonly sealed: readonly {
    readonly class: string;
    readonly key: string;
    readonly paths: readonly string[];
    readonly box: string;
  }[];
}

/** The key of a data class of a case, in every process and after every crash. */
export const simulatedKey = (caseId: string, dataClass: string): Buffer =>
  createHmac('sha256', `simulated ${dataClass}`).update(caseId, 'utf8').digest();

/**
 * An event as it would have been recorded without sealing. It opens seals by itself and not through the engine, because
 * it is what the engine is judged by.
 */
export function unsealed(event: RecordedEvent): RecordedEvent {
  if (event.metadata['form'] !== 'sealed-1') return event;
  const { data, sealed } = JSON.parse(event.data) as Sealed;
  const caseId = event.stream.slice(event.stream.indexOf('-') + 1);
  for (const part of sealed) {
    const about = ['sealed-1', caseId, event.eventId, event.type, event.schemaVersion, part.class, part.key];
    const bytes = Buffer.from(part.box, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', simulatedKey(caseId, part.class), bytes.subarray(0, 12));
    decipher.setAAD(Buffer.from([...about, ...part.paths].join('\n')));
    decipher.setAuthTag(bytes.subarray(-16));
    const text = Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString('utf8');
    const values = JSON.parse(text) as readonly unknown[];
    for (const [index, path] of part.paths.entries()) put(data, path.split('.'), values[index]);
  }
  return { ...event, metadata: { ...event.metadata, form: 'json-1' }, data: JSON.stringify(data) };
}

function put(data: Record<string, unknown>, names: readonly string[], value: unknown): void {
  const [name = '', ...rest] = names;
  if (rest.length === 0) data[name] = value;
  else put(data[name] as Record<string, unknown>, rest, value);
}
