import { ReadNotPermittedError } from '../errors.js';
import type { LogQueries } from '../queries/log-queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import type { ListedReadEntry } from '../reads/listed-entries.js';
import type { ReadEntryFilter } from '../reads/read-entry.js';
import type { ReadScope } from '../reads/read-facets.js';
import { readsAccessReports } from './reading-purposes.js';
import { seenCase, type StandingPorts } from './standing.js';

type Reads = Pick<LogQueries, 'readEntries' | 'readFacets' | 'accessReport'>;

/**
 * The log of reads behind the policy: all of it, the reads of the reader's unit, those of one case of the reader, or their
 * own. Only what a role has in its line of the matrix.
 * @throws ReadNotPermittedError  no role gives what was asked for
 */
export const guardedReads = (inner: Reads, ports: StandingPorts): Reads => ({
  async accessReport(reader, asked) {
    if (isSystem(reader)) return inner.accessReport(reader, asked);
    if (!readsAccessReports(ports.policy, reader)) throw refused(reader);
    return (await seenCase(ports, reader, asked.caseId)) && inner.accessReport(reader, asked);
  },

  async readEntries(reader, asked) {
    const scope = await readScopeFor(ports, reader, asked.filter);
    if (scope === 'nothing') return [];
    const entries = await inner.readEntries(reader, { ...asked, filter: { ...asked.filter, ...scope } });
    return scope.caseId === undefined ? entries : ofCase(entries, scope.caseId);
  },

  async readFacets(reader, asked) {
    return inner.readFacets(reader, { ...asked, scope: await readScopeFor(ports, reader, asked.filter) });
  },
});

/** Other cases of the same list are nothing that this reader has to know. */
const ofCase = (entries: readonly ListedReadEntry[], caseId: string): readonly ListedReadEntry[] =>
  entries.map((entry) => ({ ...entry, cases: [caseId] }));

/**
 * Which entries a reader may see of those that are asked for.
 * @throws ReadNotPermittedError  no role gives what was asked for
 */
export async function readScopeFor(
  ports: StandingPorts,
  reader: Reader,
  filter: ReadEntryFilter,
): Promise<ReadScope> {
  if (isSystem(reader)) return {};
  const scopes = ports.policy.readLogOf(reader);
  if (scopes.has('all')) return {};
  const { caseId } = filter;
  if (scopes.has('case') && caseId !== undefined)
    return (await seenCase(ports, reader, caseId)) === undefined ? 'nothing' : { caseId };
  const { id, unit } = reader.actor;
  const isOwn = filter.actor === id;
  if (scopes.has('unit') && unit !== undefined && !isOwn) {
    if (filter.unit !== undefined && filter.unit !== unit) throw refused(reader);
    return { unit };
  }
  const mayAskOwn = scopes.has('own') || scopes.has('unit');
  if (!mayAskOwn || (filter.actor !== undefined && !isOwn)) throw refused(reader);
  return { actor: id };
}

const refused = ({ operation, purpose }: Reader) => new ReadNotPermittedError(operation, purpose);
