import { ReadNotPermittedError } from '../errors.js';
import type { LogQueries } from '../queries/log-queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import type { ListedReadEntry, ReadEntriesRequest } from '../reads/listed-entries.js';
import type { ReadEntryFilter } from '../reads/read-entry.js';
import { seenCase, type StandingPorts } from './standing.js';

type ReadEntries = Pick<LogQueries, 'readEntries'>;
type Reads = ReadEntries & Pick<LogQueries, 'accessReport'>;

/**
 * The log of reads behind the policy: all of it, the reads of the reader's unit, those of one case of the reader, or their
 * own. Only what a role has in its line of the matrix.
 * @throws ReadNotPermittedError  no role gives what was asked for
 */
export const guardedReads = (inner: Reads, ports: StandingPorts): Reads => ({
  async accessReport(reader, asked) {
    if (isSystem(reader)) return inner.accessReport(reader, asked);
    const isForPerson =
      ports.policy.purposesOf(reader).includes('subjectRequest') ||
      ports.policy.readLogOf(reader).has('case');
    if (!isForPerson) throw refused(reader);
    return (await seenCase(ports, reader, asked.caseId)) && inner.accessReport(reader, asked);
  },

  async readEntries(reader, asked) {
    if (isSystem(reader)) return inner.readEntries(reader, asked);
    const scopes = ports.policy.readLogOf(reader);
    if (scopes.has('all')) return inner.readEntries(reader, asked);
    const { caseId } = asked.filter;
    if (scopes.has('case') && caseId !== undefined) {
      const seen = await seenCase(ports, reader, caseId);
      return seen === undefined ? [] : ofCase(await inner.readEntries(reader, asked), caseId);
    }
    return inner.readEntries(reader, { ...asked, filter: narrowed(reader, scopes, asked) });
  },
});

/** Other cases of the same list are nothing that this reader has to know. */
const ofCase = (entries: readonly ListedReadEntry[], caseId: string): readonly ListedReadEntry[] =>
  entries.map((entry) => ({ ...entry, cases: [caseId] }));

/** @throws ReadNotPermittedError */
function narrowed(
  reader: Reader,
  scopes: ReadonlySet<string>,
  { filter }: ReadEntriesRequest,
): ReadEntryFilter {
  const { id, unit } = reader.actor;
  const isOwn = filter.actor === id;
  if (scopes.has('unit') && unit !== undefined && !isOwn) {
    if (filter.unit !== undefined && filter.unit !== unit) throw refused(reader);
    return { ...filter, unit };
  }
  const mayAskOwn = scopes.has('own') || scopes.has('unit');
  if (!mayAskOwn || (filter.actor !== undefined && !isOwn)) throw refused(reader);
  return { ...filter, actor: id };
}

const refused = ({ operation, purpose }: Reader) => new ReadNotPermittedError(operation, purpose);
