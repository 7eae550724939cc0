import type { RecordedEvent } from '@safeconduct/engine';
import type { Workflow } from '@safeconduct/workflow';

type Data = Readonly<Record<string, unknown>>;

/** The data of an event in the shape of today: each upcaster since the version that was recorded, one after the other. */
export function dataNow(
  { source }: Pick<Workflow, 'source'>,
  { type, schemaVersion, data }: Pick<RecordedEvent, 'type' | 'schemaVersion' | 'data'>,
): Data {
  const { upcasters = [] } = (source.events[type] ?? {}) as {
    readonly upcasters?: readonly ((old: Data) => Data)[];
  };
  let current = JSON.parse(data) as Data;
  for (const upcast of upcasters.slice(schemaVersion - 1)) current = upcast(current);
  return current;
}
