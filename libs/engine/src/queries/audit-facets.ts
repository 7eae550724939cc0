import type { Register } from '../events/case-event.js';
import {
  auditFacets,
  type AuditAsked,
  type AuditFacet,
  type AuditFilter,
  type AuditGroup,
  type RuleFilter,
} from '../ports/audit-queries.js';
import type { ViewQueries } from '../ports/view-queries.js';
import { checkNames } from './check-names.js';
import { linesInBars, type AuditBars, type BarsRequest } from './counted-bars.js';
import { personAsked } from './person-asked.js';
import type { AuditName, Queries } from './queries.js';
import { tallied, type FacetValue } from './tallied.js';

/** What to count of a part of the log. */
export interface AuditFacetsRequest extends Pick<BarsRequest, 'zone' | 'bars'> {
  readonly asked: AuditAsked;
}

/** How many lines a list would have with each value in place of the one it asks for; the most frequent come first. */
export interface AuditFacetCounts {
  /** The lines that the list has. */
  readonly total: number;
  readonly facets: Readonly<Partial<Record<AuditFacet, readonly FacetValue[]>>>;
  readonly bars: AuditBars;
}

type AuditLists = Pick<Queries, AuditName>;

/** The lists of the log over all cases, and their numbers. */
export function auditLists(ask: ViewQueries, register: Register): AuditLists {
  const checked = <Filter extends AuditFilter>(filter: Filter): Filter => {
    checkNames(register, { ...filter, guard: (filter as RuleFilter).guard });
    return { ...filter, actor: personAsked(filter.actor) };
  };
  const withNames = (asked: AuditAsked): AuditAsked => ({ part: asked.part, filter: checked(asked.filter) });
  return {
    auditEvents: (_reader, { filter, range }) => ask.auditEvents(checked(filter), range),
    refusals: (_reader, { filter, range }) => ask.refusals(checked(filter), range),
    rulesNotKept: (_reader, { filter, range }) => ask.rulesNotKept(checked(filter), range),
    countAudit: (_reader, asked) => ask.countAudit(withNames(asked)),
    auditFacets: (_reader, request) => countedFacets(ask, { ...request, asked: withNames(request.asked) }),
  };
}

async function countedFacets(
  ask: ViewQueries,
  { asked, ...request }: AuditFacetsRequest,
): Promise<AuditFacetCounts> {
  const { visible, workflow, caseId, from, to } = asked.filter;
  // What facets narrow by is left out, so that one answer has the groups of each of them.
  const groups = await ask.auditGroups({ ...asked, filter: { visible, workflow, caseId, from, to } });
  const names: readonly AuditFacet[] = auditFacets[asked.part];
  const chosen = asked.filter as Readonly<Partial<Record<AuditFacet, string>>>;
  const fits = (group: AuditGroup, name: AuditFacet): boolean =>
    chosen[name] === undefined || chosen[name] === group.values[name];
  const among = (left?: AuditFacet) =>
    groups.filter((group) => names.every((name) => name === left || fits(group, name)));
  return {
    total: linesIn(among()),
    facets: Object.fromEntries(
      names.map((name) => [name, tallied(among(name), ({ values }) => [values[name] ?? ''], linesOf)]),
    ),
    bars: await barsOf(ask, { asked, ...request }),
  };
}

const linesOf = ({ lines }: AuditGroup): number => lines;
const linesIn = (groups: readonly AuditGroup[]): number =>
  groups.reduce((total, group) => total + linesOf(group), 0);

/** The bars of all that the reader sees of a part, or of a case. */
async function barsOf(ask: ViewQueries, { asked, zone, bars }: AuditFacetsRequest): Promise<AuditBars> {
  const { visible, caseId, from, to } = asked.filter;
  const period = await ask.auditPeriod({ part: asked.part, filter: { visible, caseId } });
  const narrowed = { ...asked.filter, from: undefined, to: undefined };
  return linesInBars({ zone, bars, from, to }, period, (moments) =>
    ask.auditCounts({ ...asked, filter: narrowed }, moments),
  );
}
