import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { atLeastOwn } from '../../api/own-position.js';
import { wholeRows, type CaseQuery, type Session } from '../../api/queries.js';
import { endOfDay } from '../../language/days.js';
import {
  earlierOf,
  movedOf,
  openWords,
  setFilters,
  type Filter,
  type View,
  type WorkSearch,
} from './work-search.js';

const pageRows = 50;

type WorkFilters = Readonly<Partial<Record<Filter, string>>>;

/** Everything that a list is asked by: its address, the text that is searched for, and who asks. */
export interface Listed {
  readonly search: WorkSearch;
  readonly text: string;
  readonly session: Session;
  /** The roles of whoever asks that cases can wait for. */
  readonly roles: readonly string[];
  /** The time zone in which days end. */
  readonly zone: string;
}

/** Work is in them, and no closed case unless a filter asks for it. */
const ofView: Readonly<Record<View, (listed: Listed) => CaseQuery>> = {
  mine: () => ({ assignee: 'me', open: 'true' }),
  unit: ({ session: { unit } }) => (unit === null ? {} : { facility: unit, open: 'true' }),
  unassigned: () => ({ assignee: 'none', open: 'true' }),
  waiting: ({ roles }) => (roles.length === 0 ? {} : { waitingOn: roles.join(',') }),
  dueSoon: () => ({ due: 'soon' }),
  overdue: () => ({ due: 'overdue' }),
  // Of whoever has cases, their own.
  closed: ({ session }) => ({ open: 'false', ...(hasCases(session) && { assignee: 'me' }) }),
  all: () => ({}),
};

const hasCases = ({ permissions }: Session): boolean =>
  Object.values(permissions.commands).some((commands) => commands.length > 0);

/** The view that is shown: where the address names none, the first one of whoever asks. */
export const viewShown = ({ search, session }: Pick<Listed, 'search' | 'session'>): View =>
  search.view ?? (hasCases(session) ? 'mine' : 'all');

/** The order of a list: of closed cases the last one first, of others the most urgent one. */
export const sortShown = (listed: Pick<Listed, 'search' | 'session'>): NonNullable<WorkSearch['sort']> =>
  listed.search.sort ?? (viewShown(listed) === 'closed' ? '-since' : 'due');

function parametersOf(listed: Listed): CaseQuery {
  const { search, zone } = listed;
  const { earlier, moved, ...set } = Object.fromEntries(setFilters(search)) as WorkFilters;
  const filtering = { ...ofView[viewShown(listed)](listed), ...filteringOf(set) };
  // Of a past day only the states are known, in the order of references.
  if (search.at !== undefined) {
    const asOf = endOfDay(search.at, zone);
    const before = {
      ...(earlier !== undefined && wasThere(earlier, zone)),
      ...(moved !== undefined && wentThere(moved, zone)),
    };
    return { ...filtering, ...before, asOf, sort: 'reference' };
  }
  return { ...filtering, sort: sortShown(listed) };
}

function wasThere(earlier: string, zone: string): CaseQuery {
  const { day, state } = earlierOf(earlier);
  return { earlier: `${state}@${endOfDay(day, zone)}` };
}

function wentThere(moved: string, zone: string): CaseQuery {
  const { day, from, to } = movedOf(moved);
  return { moved: `${from}:${to}@${endOfDay(day, zone)}` };
}

function filteringOf({ open, ...others }: WorkFilters): CaseQuery {
  return { ...others, ...(open !== undefined && { open: openWords[open as keyof typeof openWords] }) };
}

const keyOf = ({ search, text }: Listed) => [search, text] as const;

/** The rows of a list, page by page. */
export const listQuery = (listed: Listed) =>
  infiniteQueryOptions({
    queryKey: ['list', ...keyOf(listed)],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        ...parametersOf(listed),
        ...atLeastOwn(),
        limit: pageRows,
        ...(pageParam !== null && { cursor: pageParam }),
      };
      const asked =
        listed.text === ''
          ? api.GET('/api/v1/cases', { params: { query }, signal })
          : api.POST('/api/v1/case-search', { params: { query }, body: { text: listed.text }, signal });
      return wholeRows(await answerOf(asked));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    // A list does not change by itself under the pointer: it says that there is something new.
    staleTime: Infinity,
    refetchOnMount: 'always',
    refetchOnWindowFocus: false,
  });

/** How many there are of each kind in a list, and without each of its filters. */
export const facetsQuery = (listed: Listed) =>
  queryOptions({
    queryKey: ['facets', ...keyOf(listed)],
    queryFn: ({ signal }) => {
      const params = { query: facetParameters(listed) };
      return answerOf(
        listed.text === ''
          ? api.GET('/api/v1/cases/facets', { params, signal })
          : api.POST('/api/v1/case-search/facets', { params, body: { text: listed.text }, signal }),
      );
    },
    staleTime: 5000,
  });

function facetParameters(listed: Listed) {
  const { sort: _sort, ...filtering } = parametersOf(listed);
  return filtering;
}

/** The same list as a filter for one command that is sent to all of it. */
export function bulkFilter(listed: Listed) {
  const { sort: _sort, asOf: _asOf, ...filtering } = parametersOf(listed);
  return { ...filtering, ...(listed.text !== '' && { text: listed.text }) };
}

/** How many ids are read at once. */
const idsPage = 500;

/** The ids of the first cases that a filter finds, the most urgent first. A text that is searched for is sent in the body. */
export async function caseIdsOf(
  { text, ...filter }: CaseQuery & { readonly text?: string },
  most: number,
): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor: string | null = null;
  while (ids.length < most) {
    const limit = Math.min(idsPage, most - ids.length);
    const query: CaseQuery = {
      ...{ ...filter, ...atLeastOwn(), sort: 'due', fields: 'caseId', limit },
      ...(cursor !== null && { cursor }),
    };
    const page: IdsPage = await answerOf(
      text === undefined
        ? api.GET('/api/v1/cases', { params: { query } })
        : api.POST('/api/v1/case-search', { params: { query }, body: { text } }),
    );
    ids.push(...page.items.flatMap(({ caseId }) => caseId ?? []));
    cursor = page.next;
    if (cursor === null) break;
  }
  return ids;
}

interface IdsPage {
  readonly items: readonly { readonly caseId?: string }[];
  readonly next: string | null;
}
