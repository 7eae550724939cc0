import { compareText, type CaseCursor, type CaseOrder, type CaseSort } from '@safeconduct/engine';
import { groupsOf, isMany, type KnownGroup } from './case-counts.js';
import { keysOfAll, type Cell, type KeyPage, type ListedCases, type Narrowed } from './case-keys.js';

/** Orders in which the cases of one state, or of one officer, follow each other by reference. */
const sectionOrders: readonly CaseSort[] = ['state', 'assignee'];

export const isInSections = ({ by }: CaseOrder): boolean => sectionOrders.includes(by);

/** The part of each list that is in one section. */
interface Section {
  readonly name: string;
  readonly lists: readonly Narrowed[];
}

/**
 * The first cases behind a cursor, in an order by state or officer. The groups of a list say which sections may have cases,
 * and only those are walked, up to the end of the page.
 */
export async function keysInSections(
  listed: ListedCases,
  lists: readonly Narrowed[],
  { after, ...page }: Omit<KeyPage, 'after'> & { readonly after: CaseCursor | undefined },
): Promise<readonly CaseCursor[]> {
  const { order, limit } = page;
  const found: CaseCursor[] = [];
  for (const { name, lists: parts } of await sectionsOf(listed, lists, order)) {
    const place =
      after === undefined ? 1 : compareText(name, String(after.key)) * (order.descending ? -1 : 1);
    if (place < 0) continue;
    const behind =
      after === undefined || place > 0 ? undefined : { key: after.then ?? '', caseId: after.caseId };
    const keys = await keysOfAll(listed, parts, { ...page, after: behind, limit: limit - found.length });
    found.push(...keys.map(({ key, caseId }) => ({ key: name, then: String(key), caseId })));
    if (found.length === limit) break;
  }
  return found;
}

async function sectionsOf(
  listed: ListedCases,
  lists: readonly Narrowed[],
  { by, descending }: CaseOrder,
): Promise<readonly Section[]> {
  const sections = new Map<string, Narrowed[]>();
  for (const list of lists) {
    const groups = Map.groupBy(await mayHaveCases(listed, list), ({ cell, assignee }) =>
      by === 'state' ? cell.leaf : (assignee ?? ''),
    );
    for (const [name, some] of groups) {
      const parts = sections.get(name) ?? [];
      sections.set(name, parts);
      parts.push(partOf(list, some, by === 'state' ? undefined : name));
    }
  }
  const sign = descending ? -1 : 1;
  return [...sections]
    .map(([name, parts]) => ({ name, lists: parts }))
    .sort((one, other) => sign * compareText(one.name, other.name));
}

/** Groups of which a list may have cases: of many cases those of counters, because most groups have some. */
async function mayHaveCases(listed: ListedCases, list: Narrowed): Promise<readonly KnownGroup[]> {
  const { assignee, caseIds } = list.filter;
  const isOfMany = caseIds === undefined && (await isMany(listed, list));
  return groupsOf(listed, isOfMany ? { ...list, filter: { assignee } } : list);
}

function partOf(list: Narrowed, groups: readonly KnownGroup[], officer: string | undefined): Narrowed {
  const cells = new Map<string, Cell>();
  for (const { cell, cases } of groups) {
    const known = cells.get(cell.text)?.cases ?? 0;
    cells.set(cell.text, { ...cell, cases: known + cases });
  }
  const filter =
    officer === undefined ? list.filter : { ...list.filter, assignee: officer === '' ? null : officer };
  return { ...list, filter, cells: [...cells.values()] };
}
