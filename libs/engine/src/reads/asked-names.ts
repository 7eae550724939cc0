import { compareText, purposes } from '@safeconduct/workflow';
import type { Register } from '../events/case-event.js';
import type { ReadLog } from '../ports/read-log.js';
import { mustBeKnown } from '../queries/check-names.js';
import { readKindIn, readsClass, termsOf, type ReadEntryFilter } from './read-entry.js';

interface NamingPorts {
  readonly register: Register;
  readonly reads?: ReadLog | undefined;
}

/**
 * Checks the purpose, the data class and the operation that entries are asked for by: a mistyped one would be answered with nothing, as if
 * nobody had read. Known are those of today and those that an entry names, because entries outlast definitions.
 * @throws UnknownNameError
 */
export async function checkAskedNames(
  { register, reads }: NamingPorts,
  { purpose, dataClass, operation }: ReadEntryFilter,
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
  if (operation !== undefined && !(await isEntered({ operation }))) {
    const kinds = (await reads?.kinds({ terms: [] })) ?? [];
    const known = [...new Set(kinds.map(({ kind }) => readKindIn(kind).operation))].sort(compareText);
    mustBeKnown('operation', operation, { known });
  }
}

const isAmong = (known: readonly string[], name: string): boolean => known.includes(name);
