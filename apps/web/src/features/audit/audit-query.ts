import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import type { EntryFacets } from '../../api/queries.js';
import { daysAfter, endOfDay } from '../../language/days.js';
import {
  chosenIn,
  type AuditKind,
  type AuditSearch,
  type EntryKind,
  type FacetName,
} from './audit-search.js';

const pageRows = 100;

/** The first and the last moment of the days that are shown. */
function period({ from, to }: AuditSearch, zone: string) {
  const before = from === undefined ? undefined : endOfDay(daysAfter(from, -1), zone);
  return {
    ...(before !== undefined && { from: new Date(Date.parse(before) + 1).toISOString() }),
    ...(to !== undefined && { to: endOfDay(to, zone) }),
  };
}

/** What the lists and the numbers of a part are narrowed by. */
const narrowing = (search: AuditSearch, zone: string) => ({
  ...period(search, zone),
  ...(search.case !== undefined && { case: search.case }),
  ...Object.fromEntries(chosenIn(search)),
});

const asked = (search: AuditSearch, zone: string, cursor: string | null) => ({
  ...narrowing(search, zone),
  ...(cursor !== null && { cursor }),
  limit: pageRows,
});

/** The plot is no matter of the lists. */
const keyOf = ({ near: _near, ...search }: AuditSearch) => search;

/** The lines of a part, page by page, the newest first. Those of before stay until the new ones are there. */
const linesQuery =
  <Page extends { readonly next: string | null }>(
    kind: AuditKind,
    ask: (query: ReturnType<typeof asked>, signal: AbortSignal) => Promise<Page>,
  ) =>
  (search: AuditSearch, zone: string) =>
    infiniteQueryOptions({
      queryKey: ['audit', kind, keyOf(search), zone],
      queryFn: ({ pageParam, signal }) => ask(asked(search, zone, pageParam), signal),
      initialPageParam: null as string | null,
      getNextPageParam: ({ next }) => next,
      placeholderData: keepPreviousData,
    });

/** All that is on record. */
export const entriesQuery = linesQuery('all', (query, signal) =>
  answerOf(api.GET('/api/v1/audit/entries', { params: { query }, signal })),
);

/** What was recorded. */
export const eventsQuery = linesQuery('events', (query, signal) =>
  answerOf(api.GET('/api/v1/audit/events', { params: { query }, signal })),
);

/** What was sent and refused. */
export const refusalsQuery = linesQuery('refusals', (query, signal) =>
  answerOf(api.GET('/api/v1/audit/refusals', { params: { query }, signal })),
);

/** Which rules recorded events did not keep. */
export const rulesQuery = linesQuery('rules', (query, signal) =>
  answerOf(api.GET('/api/v1/audit/rules-not-kept', { params: { query }, signal })),
);

/** Who was handed what. */
export const readsQuery = linesQuery('reads', (query, signal) =>
  answerOf(api.GET('/api/v1/audit/reads', { params: { query }, signal })),
);

export interface Counted {
  readonly value: string;
  /** What it is called, where the server alone knows it. */
  readonly titles?: Readonly<Record<'en' | 'ar', string>>;
  readonly count: number;
}

export interface Bars {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly items: readonly Bar[];
}

export interface Bar {
  readonly from: string;
  readonly to: string;
  readonly count: number;
  /** How many of it are of each kind. */
  readonly kinds?: Readonly<Record<EntryKind, number>>;
}

/** The numbers of a part of the log. */
export interface Facets extends Readonly<Partial<Record<FacetName, readonly Counted[]>>> {
  readonly part: AuditKind;
  readonly total: number;
  readonly bars: Bars;
  /** What the reader may not see of it. */
  readonly missing?: EntryFacets['missing'];
}

/** How many lines there are with each value, and of each day. The numbers of before stay until the new ones are there. */
export const facetsQuery = (part: AuditKind, search: AuditSearch, zone: string) =>
  queryOptions({
    queryKey: ['audit', 'facets', part, search, zone],
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }): Promise<Facets> => {
      const bars = search.near === true ? ('period' as const) : ('all' as const);
      const query = { ...narrowing(search, zone), zone, bars };
      const given = { params: { query }, signal };
      switch (part) {
        case 'all': {
          const { kind, ...counted } = await answerOf(api.GET('/api/v1/audit/entries/facets', given));
          return { part, ...counted, kinds: kind };
        }
        case 'events':
          return { part, ...(await answerOf(api.GET('/api/v1/audit/events/facets', given))) };
        case 'refusals':
          return { part, ...(await answerOf(api.GET('/api/v1/audit/refusals/facets', given))) };
        case 'rules':
          return { part, ...(await answerOf(api.GET('/api/v1/audit/rules-not-kept/facets', given))) };
        case 'reads':
          return { part, ...(await answerOf(api.GET('/api/v1/audit/reads/facets', given))) };
      }
    },
  });
