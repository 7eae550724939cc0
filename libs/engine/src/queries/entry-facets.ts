import type { Instant } from '@safeconduct/workflow';
import { entryKinds, type AuditFilter, type AuditPeriod, type EntryKind } from '../ports/audit-queries.js';
import type { ReadLog } from '../ports/read-log.js';
import type { ViewQueries } from '../ports/view-queries.js';
import { readCounts, readGroups, readPeriod, type ReadScope } from '../reads/read-facets.js';
import type { Register } from '../events/case-event.js';
import { auditEntries, type EntryFilter, type MissingKind } from './audit-entries.js';
import { checkNames } from './check-names.js';
import { personAsked } from './person-asked.js';
import type { Queries } from './queries.js';
import { countedBars, periodOfAll, type AuditBar, type AuditBars, type BarsRequest } from './counted-bars.js';
import { tallied, type FacetValue } from './tallied.js';

/** Which entries of all kinds to count. */
export interface EntryFacetsRequest extends Pick<BarsRequest, 'zone' | 'bars'> {
  readonly filter: EntryFilter;
  /** What the reader sees of the cases and of the log of reads; said by the policy alone. */
  readonly visible?: AuditFilter['visible'];
  readonly looked?: ReadScope | 'notPermitted' | undefined;
}

/** How many entries the list would have with each value in place of the one it asks for. */
export interface EntryFacetCounts {
  readonly total: number;
  readonly kinds: readonly FacetValue<EntryKind>[];
  readonly actor: readonly FacetValue[];
  readonly bars: AuditBars<EntryBar>;
  readonly missing: readonly MissingKind[];
}

/** How many of the entries of a bar have each kind that is asked for. */
export interface EntryBar extends AuditBar {
  readonly kinds: Readonly<Partial<Record<EntryKind, number>>>;
}

interface Group {
  readonly kind: EntryKind;
  readonly actor: string;
  readonly lines: number;
}

/** The numbers of one kind of entries. */
interface KindCounts {
  readonly kind: EntryKind;
  readonly groups: readonly Group[];
  readonly period: AuditPeriod | undefined;
  readonly countsBetween: (moments: readonly Instant[]) => Promise<readonly number[]>;
}

interface CountingPorts {
  readonly ask: ViewQueries;
  readonly reads: ReadLog | undefined;
}

/** The list of all that is on record, and its numbers. */
export const entryLists = (
  lists: Parameters<typeof auditEntries>[0],
  { register, ...ports }: CountingPorts & { readonly register: Register },
): Pick<Queries, 'auditEntries' | 'entryFacets'> => ({
  auditEntries: (reader, asked) => auditEntries(lists, reader, asked),
  entryFacets(_reader, { filter, ...asked }) {
    checkNames(register, { workflow: filter.workflow });
    return entryFacets(ports, { ...asked, filter: { ...filter, actor: personAsked(filter.actor) } });
  },
});

/** The numbers of all that is on record, each kind counted as its own list is. */
async function entryFacets(ports: CountingPorts, request: EntryFacetsRequest): Promise<EntryFacetCounts> {
  const { zone, bars, filter } = request;
  const { kinds: wanted = entryKinds, actor, from, to } = filter;
  const because = reasonOf(request);
  const counted: readonly KindCounts[] = [
    await lineCounts(ports.ask, 'recorded', request),
    await lineCounts(ports.ask, 'refused', request),
    ...(because === undefined ? [await lookCounts(ports.reads, request)] : []),
  ];
  const groups = counted.flatMap((one) => one.groups);
  const ofActor = groups.filter((group) => actor === undefined || group.actor === actor);
  const isWanted = ({ kind }: { readonly kind: EntryKind }): boolean => wanted.includes(kind);
  const chosen = counted.filter(isWanted);
  const linesOf = ({ lines }: Group): number => lines;
  return {
    total: ofActor.filter(isWanted).reduce((sum, { lines }) => sum + lines, 0),
    kinds: tallied(ofActor, ({ kind }) => [kind], linesOf),
    actor: tallied(groups.filter(isWanted), (group) => [group.actor], linesOf),
    bars: await countedBars(
      { zone, bars, from, to },
      periodOfAll(counted.map(({ period }) => period)),
      async (moments) => {
        const all = await Promise.all(
          chosen.map(async ({ kind, countsBetween }) => [kind, await countsBetween(moments)] as const),
        );
        return (bar) => ({
          lines: all.reduce((sum, [, counts]) => sum + (counts[bar] ?? 0), 0),
          kinds: Object.fromEntries(all.map(([kind, counts]) => [kind, counts[bar] ?? 0])),
        });
      },
    ),
    missing: because !== undefined && isWanted({ kind: 'looked' }) ? [{ kind: 'looked', because }] : [],
  };
}

/** Why looks are not counted. */
function reasonOf({ filter, looked }: EntryFacetsRequest): MissingKind['because'] | undefined {
  if (filter.workflow !== undefined) return 'noWorkflow';
  return looked === 'notPermitted' ? looked : undefined;
}

const partOf = { recorded: 'events', refused: 'refusals' } as const;

async function lineCounts(
  ask: ViewQueries,
  kind: keyof typeof partOf,
  { filter: { workflow, caseId, actor, from, to }, visible }: EntryFacetsRequest,
): Promise<KindCounts> {
  const part = partOf[kind];
  const found = await ask.auditGroups({ part, filter: { visible, workflow, caseId, from, to } });
  return {
    kind,
    groups: found.map(({ values, lines }) => ({ kind, actor: values.actor ?? '', lines })),
    period: await ask.auditPeriod({ part, filter: { visible, caseId } }),
    countsBetween: (moments) =>
      ask.auditCounts({ part, filter: { visible, workflow, caseId, actor } }, moments),
  };
}

async function lookCounts(
  reads: ReadLog | undefined,
  { filter: { caseId, actor, from, to }, looked = {} }: EntryFacetsRequest,
): Promise<KindCounts> {
  const kind = 'looked';
  if (typeof looked === 'string') return { kind, groups: [], period: undefined, countsBetween: nothing };
  const found = await readGroups(reads, { filter: { caseId }, scope: looked, from, to });
  return {
    kind,
    groups: found.map((group) => ({ kind, actor: group.actor, lines: group.entries })),
    period: await readPeriod(reads, { caseId, ...looked }),
    countsBetween: (moments) => readCounts(reads, { caseId, actor, ...looked }, moments),
  };
}

const nothing = (): Promise<readonly number[]> => Promise.resolve([]);
