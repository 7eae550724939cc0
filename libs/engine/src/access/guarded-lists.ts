import { rulesClass } from '@safeconduct/workflow';
import { ReadNotPermittedError } from '../errors.js';
import { isCaseId } from '../events/streams.js';
import type { AuditAsked } from '../ports/audit-queries.js';
import { orderColumns, type VisibleCases } from '../ports/view-queries.js';
import { declaredTable } from '../projections/declared.js';
import type { AuditName, Queries } from '../queries/queries.js';
import { isSystem, type Reader } from '../queries/reader.js';
import type { ViewRowsPage, ViewRowsRequest } from '../queries/view-rows.js';
import { seesIdentity, sightNow } from './guarded-case-list.js';
import type { GuardPorts } from './guarded-log.js';
import { pseudonymOf } from './pseudonym.js';
import { sightInList } from './standing.js';

type AuditLists = Pick<Queries, AuditName>;
type Lists = AuditLists & Pick<Queries, 'inbox' | 'viewRows'>;

/** The lists of what is due, of what happened and of declared views, behind the policy; see `guardedCaseList`. */
export function guardedLists(inner: Queries, ports: GuardPorts): Lists {
  const { policy, clock, keys } = ports;
  const visibleTo = (reader: Reader): VisibleCases | undefined => policy.visibleTo(reader, clock.now());
  return {
    async inbox(reader, { filter, ...page }) {
      const items = await inner.inbox(reader, { ...page, filter: { ...filter, visible: visibleTo(reader) } });
      return items.map((item) =>
        sightInList(ports, reader, { ...item, subState: item.state }).sees('identity')
          ? item
          : { ...item, reference: pseudonymOf(keys, item.caseId) },
      );
    },

    ...guardedAudit(inner, ports),

    async viewRows(reader, request) {
      if (isSystem(reader)) return inner.viewRows(reader, request);
      const { reference } = request;
      const identity = reference !== undefined && !isCaseId(reference.toLowerCase());
      const asked = { ...request, visible: policy.visibleTo(reader, clock.now(), { identity }) };
      if (seesIdentity(ports, reader)) return inner.viewRows(reader, asked);
      const after = await cursorOfRow(request, async (caseId) => {
        const row = await inner.listedCase(reader, { caseId });
        return row?.reference;
      });
      return rowsFor(request, await inner.viewRows(reader, { ...asked, after }), async (caseId) =>
        (await sightNow(inner, ports, { reader, caseId })).sees('identity')
          ? undefined
          : pseudonymOf(keys, caseId),
      );
    },
  };
}

/**
 * The log over all cases. Stores leave out the lines of cases that a reader does not see, so what is counted is what the
 * lists have. That a fact stands against a rule is told of cases in which the reader sees the rules.
 * @throws ReadNotPermittedError  the rules of no case
 */
function guardedAudit(inner: Queries, { policy, clock }: GuardPorts): AuditLists {
  const visibleTo = (reader: Reader): VisibleCases | undefined => policy.visibleTo(reader, clock.now());
  function rulesVisibleTo(reader: Reader): VisibleCases | undefined {
    const visible = policy.visibleTo(reader, clock.now(), { rules: true });
    if (visible?.length === 0) throw new ReadNotPermittedError(reader.operation, reader.purpose);
    return visible;
  }
  const seenOf = (reader: Reader, { part, filter }: AuditAsked): AuditAsked => {
    const visible = part === 'rulesNotKept' ? rulesVisibleTo(reader) : visibleTo(reader);
    return { part, filter: { ...filter, visible } };
  };
  return {
    auditEvents: (reader, { filter, range }) =>
      inner.auditEvents(reader, { filter: { ...filter, visible: visibleTo(reader) }, range }),

    async refusals(reader, { filter, range }) {
      const asked = { filter: { ...filter, visible: visibleTo(reader) }, range };
      const lines = await inner.refusals(reader, asked);
      return policy.seesAlways(reader, () => [rulesClass])
        ? lines
        : lines.map((line) => ({ ...line, guards: [] }));
    },

    async rulesNotKept(reader, { filter, range }) {
      const asked = { filter: { ...filter, visible: rulesVisibleTo(reader) }, range };
      return inner.rulesNotKept(reader, asked);
    },

    countAudit: async (reader, asked) => inner.countAudit(reader, seenOf(reader, asked)),

    auditFacets: async (reader, { asked, ...request }) =>
      inner.auditFacets(reader, { ...request, asked: seenOf(reader, asked) }),
  };
}

/** The place of a column in the cursors of a request. */
const placeOf = ({ view, order = { descending: false } }: ViewRowsRequest, column: string): number =>
  orderColumns(declaredTable(view), order).indexOf(column);

/** The cursor of a reader who does not see references: only the case in it is believed. */
async function cursorOfRow(
  request: ViewRowsRequest,
  referenceOf: (caseId: string) => Promise<string | undefined>,
): Promise<ViewRowsRequest['after']> {
  const { after } = request;
  if (after === undefined) return undefined;
  const reference = await referenceOf(String(after[placeOf(request, 'case_id')]));
  return reference === undefined ? undefined : after.with(placeOf(request, 'reference'), reference);
}

/** @param pseudonymFor  what stands for the reference of a case; `undefined` where the reader sees it */
async function rowsFor(
  request: ViewRowsRequest,
  { rows, next }: ViewRowsPage,
  pseudonymFor: (caseId: string) => Promise<string | undefined>,
): Promise<ViewRowsPage> {
  const pseudonyms = new Map<string, string | undefined>();
  for (const { caseId } of rows)
    if (!pseudonyms.has(caseId)) pseudonyms.set(caseId, await pseudonymFor(caseId));
  return {
    rows: rows.map((row) => ({ ...row, reference: pseudonyms.get(row.caseId) ?? row.reference })),
    next: next && next.with(placeOf(request, 'reference'), ''),
  };
}
