import { ReadNotPermittedError } from '../errors.js';
import { auditEntries } from '../queries/audit-entries.js';
import type { EntryFacetsRequest } from '../queries/entry-facets.js';
import type { Queries } from '../queries/queries.js';
import type { Reader } from '../queries/reader.js';
import type { GuardPorts } from './guarded-log.js';
import { readScopeFor } from './guarded-reads.js';

type Entries = Pick<Queries, 'auditEntries' | 'entryFacets'>;

/**
 * All that is on record behind the policy: of each kind what its own list shows the reader. A kind that they may not see is
 * named and left out.
 * @param lists  the lists of each kind, behind the policy as well
 */
export function guardedEntries(
  inner: Queries,
  ports: GuardPorts,
  lists: Parameters<typeof auditEntries>[0],
): Entries {
  const { policy, clock } = ports;
  const lookedFor = async (
    reader: Reader,
    { kinds, caseId, actor }: EntryFacetsRequest['filter'],
  ): Promise<EntryFacetsRequest['looked']> => {
    try {
      return await readScopeFor(ports, reader, { caseId, actor });
    } catch (error) {
      const isAllAsked = kinds?.every((kind) => kind === 'looked') === true;
      if (error instanceof ReadNotPermittedError && !isAllAsked) return 'notPermitted';
      throw error;
    }
  };
  return {
    auditEntries: (reader, asked) => auditEntries(lists, reader, asked),
    entryFacets: async (reader, asked) =>
      inner.entryFacets(reader, {
        ...asked,
        visible: policy.visibleTo(reader, clock.now()),
        looked: await lookedFor(reader, asked.filter),
      }),
  };
}
