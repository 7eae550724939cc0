import { purposes } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { ReadLog } from '../ports/read-log.js';
import { mustBeKnown } from '../queries/check-names.js';
import { readsClass, termsOf, type ReadEntryFilter } from './read-entry.js';

interface NamingPorts {
  readonly register: Register;
  readonly reads?: ReadLog | undefined;
}

/**
 * Checks the purpose and the data class that entries are asked for by: a mistyped one would be answered with nothing, as if
 * nobody had read. Known are those of today and those that an entry names, because entries outlast definitions.
 * @throws UnknownNameError
 */
export async function checkAskedNames(
  { register, reads }: NamingPorts,
  { purpose, dataClass }: ReadEntryFilter,
): Promise<void> {
  const isEntered = async (filter: ReadEntryFilter): Promise<boolean> => {
    const query = { terms: termsOf(filter), newestFirst: true, limit: 1 };
    return ((await reads?.entries(query)) ?? []).length > 0;
  };
  if (purpose !== undefined && !isAmong(purposes, purpose) && !(await isEntered({ purpose })))
    mustBeKnown('purpose', purpose, { known: purposes });
  const classes = [...new Set([...register.values()].flatMap(({ access }) => access.classes)), readsClass];
  if (dataClass !== undefined && !isAmong(classes, dataClass) && !(await isEntered({ dataClass })))
    mustBeKnown('dataClass', dataClass, { known: classes });
}

const isAmong = (known: readonly string[], name: string): boolean => known.includes(name);
