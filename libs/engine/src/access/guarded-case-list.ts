import { ReadNotPermittedError } from '../errors.js';
import { isCaseId } from '../events/streams.js';
import type { CaseCursor, CasePage, CaseSort, ListedCase } from '../ports/view-queries.js';
import type { CaseListName, CaseListRequest, CaseSearch, Queries } from '../queries/queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import { mayHaveSeenCase } from '../queries/workload.js';
import type { GuardPorts } from './guarded-log.js';
import type { CaseSight, NeededSight } from './policy.js';
import { pseudonymOf } from './pseudonym.js';
import { blind, seenCase, sightInList } from './standing.js';
import { shownTags, type Withheld } from './withheld.js';

type CaseList = Pick<Queries, CaseListName>;

/**
 * The list of cases behind the policy. The store leaves out the cases that a reader does not see, so that pages are full
 * and totals right; here fields are left out, and pseudonyms put in place of references and names.
 */
export function guardedCaseList(inner: Queries, ports: GuardPorts): CaseList {
  const { policy, clock } = ports;
  return {
    async listCases(reader, request) {
      if (isSystem(reader)) return inner.listCases(reader, request);
      const { search, moment, order } = request;
      const visible = policy.visibleTo(reader, clock.now(), neededBy(search));
      if (isBySubject(order?.by) && !seesIdentity(ports, reader))
        throw new ReadNotPermittedError(reader.operation, reader.purpose);
      const hidesReferences = isByReference(order?.by) && !seesIdentity(ports, reader);
      const after = hidesReferences ? await cursorOfCase(inner, reader, request) : request.after;
      const page = await inner.listCases(reader, { ...request, after, search: { ...search, visible } });
      const cases: ListedCase[] = [];
      for (const row of page.cases) {
        const sight =
          moment === undefined
            ? sightInList(ports, reader, row)
            : await sightNow(inner, ports, { reader, caseId: row.caseId });
        cases.push(shownRow(ports, row, sight));
      }
      const next = hidesReferences ? withoutReference(page.next) : page.next;
      return { cases, next, total: page.total };
    },

    countCases(reader, request) {
      if (isSystem(reader)) return inner.countCases(reader, request);
      const { search } = request;
      const visible = policy.visibleTo(reader, clock.now(), neededBy(search));
      return inner.countCases(reader, { ...request, search: { ...search, visible } });
    },

    caseFacets(reader, request) {
      if (isSystem(reader)) return inner.caseFacets(reader, request);
      const now = clock.now();
      const visibleFor = (asked: CaseSearch) => policy.visibleTo(reader, now, neededBy(asked));
      return inner.caseFacets(reader, { ...request, visibleFor });
    },

    workload(reader, request) {
      if (isSystem(reader)) return inner.workload(reader, request);
      const { search, officers } = request;
      const visible = policy.visibleTo(reader, clock.now(), neededBy(search)) ?? [];
      return inner.workload(reader, {
        ...request,
        search: { ...search, visible },
        officers: officers.filter(mayHaveSeenCase(visible)),
      });
    },

    ...guardedSearches(inner, ports),

    async listedCase(reader, { caseId }) {
      if (isSystem(reader)) return inner.listedCase(reader, { caseId });
      const seen = await seenCase(ports, reader, caseId);
      const row = seen && (await inner.listedCase(reader, { caseId }));
      return row && shownRow(ports, row, seen.sight);
    },

    async subjectOf(reader, { caseId }) {
      if (isSystem(reader)) return inner.subjectOf(reader, { caseId });
      const seen = await seenCase(ports, reader, caseId);
      if (seen === undefined) return undefined;
      if (seen.sight.sees('identity')) return inner.subjectOf(reader, { caseId });
      const name = pseudonymOf(ports.keys, caseId);
      return { latin: name, arabic: name };
    },
  };
}

/** What is found by names: only cases in which the reader sees who it is. */
function guardedSearches(
  inner: Queries,
  ports: GuardPorts,
): Pick<CaseList, 'rankedCases' | 'possibleDuplicates'> {
  const { policy, clock } = ports;
  return {
    async rankedCases(reader, request) {
      if (isSystem(reader)) return inner.rankedCases(reader, request);
      const visible = policy.visibleTo(reader, clock.now(), { identity: true });
      const { cases, more } = await inner.rankedCases(reader, { ...request, visible });
      return { cases: cases.map((found) => ({ ...found, row: shownNow(ports, reader, found.row) })), more };
    },

    async possibleDuplicates(reader, request) {
      if (isSystem(reader)) return inner.possibleDuplicates(reader, request);
      const visible = policy.visibleTo(reader, clock.now(), { identity: true });
      const found = await inner.possibleDuplicates(reader, { ...request, visible });
      return found.map((one) => ({ ...one, row: shownNow(ports, reader, one.row) }));
    },
  };
}

/** Whether a reader sees who it is in each case that they see. */
export const seesIdentity = ({ policy }: GuardPorts, reader: Reader): boolean =>
  policy.seesAlways(reader, () => ['identity']);

/** What a reader sees of a case as it is now, whatever moment is listed. */
export async function sightNow(
  inner: Queries,
  ports: GuardPorts,
  { reader, caseId }: { readonly reader: Reader; readonly caseId: string },
): Promise<CaseSight> {
  const now = await inner.listedCase(reader, { caseId });
  return now === undefined ? blind : sightInList(ports, reader, now);
}

/**
 * The cursor by reference of a reader who does not see references: only the case is believed, so nobody finds a reference
 * by trying which cases come behind it.
 */
async function cursorOfCase(
  inner: Queries,
  reader: Reader,
  { after }: CaseListRequest,
): Promise<CaseCursor | undefined> {
  const at = after && (await inner.listedCase(reader, { caseId: after.caseId }));
  if (at === undefined) return undefined;
  const { reference, caseId } = at;
  return after?.then === undefined ? { key: reference, caseId } : { key: after.key, then: reference, caseId };
}

/** A row of a list as somebody sees it now. */
export const shownNow = (ports: GuardPorts, reader: Reader, row: ListedCase): ListedCase =>
  shownRow(ports, row, sightInList(ports, reader, row));

function shownRow({ register, keys }: GuardPorts, row: ListedCase, sight: CaseSight): ListedCase {
  const workflow = register.get(row.workflow);
  if (sight.isWhole || workflow === undefined) return row;
  const tags = shownTags(workflow, row.tags, sight);
  const withheld: Withheld[] = Object.keys(row.tags)
    .filter((name) => !(name in tags))
    .map((name) => ({ path: `tags.${name}`, dataClass: workflow.access.tags[name] ?? '' }));
  if (sight.sees('identity')) return { ...row, tags, withheld };
  const name = pseudonymOf(keys, row.caseId);
  return {
    ...row,
    tags,
    reference: name,
    subject: { latin: name, arabic: name },
    withheld: [...['reference', 'subject'].map(asIdentity), ...withheld],
  };
}

const asIdentity = (path: string): Withheld => ({ path, dataClass: 'identity' });

/** Also among the cases of one state or one officer. */
const isByReference = (by: CaseSort = 'reference'): boolean =>
  ['reference', 'state', 'assignee'].includes(by);

/** The order alone would tell a reader much of the names that they do not see. */
const isBySubject = (by: CaseSort | undefined): boolean => by === 'subject' || by === 'subjectArabic';

const withoutReference = (next: CasePage['next']): CasePage['next'] =>
  next && (next.then === undefined ? { ...next, key: '' } : { ...next, then: '' });

/** What an answer to a search would tell of each case in it. */
const neededBy = ({ text, referenceText, reference, tags = {} }: CaseSearch): NeededSight => ({
  identity:
    text !== undefined ||
    referenceText !== undefined ||
    (reference !== undefined && !isCaseId(reference.toLowerCase())),
  tags: Object.keys(tags),
});
