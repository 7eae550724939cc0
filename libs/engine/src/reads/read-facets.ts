import type { Instant } from '@safeconduct/workflow';
import type { AuditPeriod } from '../ports/audit-queries.js';
import type { ReadLog } from '../ports/read-log.js';
import { linesInBars, type AuditBars, type BarsRequest } from '../queries/counted-bars.js';
import { tallied, type FacetValue } from '../queries/tallied.js';
import { readKindIn, termsOf, type ReadEntryFilter, type ReadKind } from './read-entry.js';

/** What the entries of the log of reads are counted by. A filter has the same names. */
export const readFacetNames = ['actor', 'operation', 'purpose', 'dataClass'] as const;
export type ReadFacet = (typeof readFacetNames)[number];

/** The entries that a reader may see: none, or those that have what it names. */
export type ReadScope = 'nothing' | Pick<ReadEntryFilter, 'actor' | 'unit' | 'caseId'>;

/** Which entries of the log of reads to count. */
export interface ReadFacetsRequest extends BarsRequest {
  readonly filter: ReadEntryFilter;
  /** Said by the policy alone. */
  readonly scope?: ReadScope | undefined;
}

/** How many entries the list would have with each value in place of the one it asks for; the most frequent come first. */
export interface ReadFacetCounts {
  /** The entries that the list has. */
  readonly total: number;
  /** An entry counts with each of its purposes and classes. */
  readonly facets: Readonly<Record<ReadFacet, readonly FacetValue[]>>;
  readonly bars: AuditBars;
}

/** Entries that say the same of who, how and what for. */
export interface ReadGroup extends ReadKind {
  readonly entries: number;
}

type Counting = Pick<ReadLog, 'kinds' | 'counts' | 'entries'>;

/** The numbers of the log of reads; of nothing where there is none. */
export async function readFacets(
  log: Counting | undefined,
  { filter, scope: given = {}, ...bars }: ReadFacetsRequest,
): Promise<ReadFacetCounts> {
  const [reads, scope] = given === 'nothing' ? [undefined, {}] : [log, given];
  const groups = await readGroups(reads, { filter, scope, from: bars.from, to: bars.to });
  const among = (left?: ReadFacet) =>
    groups.filter((group) =>
      readFacetNames.every((name) => name === left || fits(group, name, filter[name])),
    );
  const facetOf = (name: ReadFacet) => tallied(among(name), valuesOf[name], ({ entries }) => entries);
  return {
    total: among().reduce((sum, { entries }) => sum + entries, 0),
    facets: {
      actor: facetOf('actor'),
      operation: facetOf('operation'),
      purpose: facetOf('purpose'),
      dataClass: facetOf('dataClass'),
    },
    bars: await linesInBars(bars, await readPeriod(reads, { caseId: filter.caseId, ...scope }), (moments) =>
      readCounts(reads, { ...filter, ...scope }, moments),
    ),
  };
}

/** What narrows the entries that are counted, beside the facets. */
export interface CountedScope extends Pick<BarsRequest, 'from' | 'to'> {
  readonly filter: Pick<ReadEntryFilter, 'caseId' | 'breakGlass'>;
  readonly scope: Exclude<ReadScope, 'nothing'>;
}

/** The groups that a case and a period have, whatever facets narrow them to. */
export async function readGroups(
  reads: Counting | undefined,
  { filter: { caseId, breakGlass }, scope: { actor, unit }, from, to }: CountedScope,
): Promise<readonly ReadGroup[]> {
  // No kind says which case or which emergency access it is of.
  const one = typeof breakGlass === 'string' ? breakGlass : undefined;
  const found = (await reads?.kinds({ terms: termsOf({ caseId, breakGlass: one }), from, to })) ?? [];
  return found
    .map(({ kind, entries }) => ({ ...readKindIn(kind), entries }))
    .filter(
      (group) =>
        (actor === undefined || group.actor === actor) &&
        (unit === undefined || group.unit === unit) &&
        (breakGlass === undefined || group.isEmergency),
    );
}

/** When the first and the last of some entries were kept. */
export async function readPeriod(
  reads: Counting | undefined,
  scope: CountedScope['scope'],
): Promise<AuditPeriod | undefined> {
  const at = async (newestFirst: boolean) =>
    (await reads?.entries({ terms: termsOf(scope), newestFirst, limit: 1 }))?.[0]?.at;
  const first = await at(false);
  const last = first && (await at(true));
  return first === undefined || last === undefined ? undefined : { first, last };
}

/** How many entries there are between one moment and the next. */
export const readCounts = async (
  reads: Counting | undefined,
  filter: ReadEntryFilter,
  moments: readonly Instant[],
): Promise<readonly number[]> => (await reads?.counts(termsOf(filter), moments)) ?? [];

const valuesOf: Readonly<Record<ReadFacet, (group: ReadGroup) => readonly string[]>> = {
  actor: ({ actor }) => [actor],
  operation: ({ operation }) => [operation],
  purpose: ({ purposes }) => purposes,
  dataClass: ({ classes }) => classes,
};

const fits = (group: ReadGroup, name: ReadFacet, chosen: string | undefined): boolean =>
  chosen === undefined || valuesOf[name](group).includes(chosen);
