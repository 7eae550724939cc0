import { CursorLostError } from '../errors.js';
import type { CaseCursor, CaseListQuery, CasePage, CaseSort, ViewQueries } from '../ports/view-queries.js';
import { nameOrder } from '../projections/cases.js';

type Ask = Pick<ViewQueries, 'listCases'>;

const scripts: Partial<Record<CaseSort, 'latin' | 'arabic'>> = { subject: 'latin', subjectArabic: 'arabic' };

/**
 * A page of the list of cases. In an order by subject its cursors have only the id of a case: a cursor stands in addresses,
 * which browsers and proxies keep, so it has no name. Only a case that the reader sees is believed, so nobody finds a name
 * by trying what comes behind it.
 * @throws CursorLostError  the case of the cursor is not theirs any more
 */
export async function listedBySubject(ask: Ask, query: CaseListQuery): Promise<CasePage> {
  const script = query.order === undefined ? undefined : scripts[query.order.by];
  if (script === undefined) return ask.listCases(query);
  const page = await ask.listCases({ ...query, after: await cursorOf(ask, query, script) });
  return { ...page, next: page.next && { key: '', caseId: page.next.caseId } };
}

async function cursorOf(
  ask: Ask,
  { after, filter: { visible } }: CaseListQuery,
  script: 'latin' | 'arabic',
): Promise<CaseCursor | undefined> {
  if (after === undefined) return undefined;
  const { caseId } = after;
  const { cases } = await ask.listCases({ filter: { visible, caseIds: [caseId] }, limit: 1 });
  const [found] = cases;
  if (found === undefined) throw new CursorLostError();
  return { key: nameOrder(found.subject?.[script] ?? null), caseId };
}
