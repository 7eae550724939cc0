import { infiniteQueryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { daysAfter, endOfDay } from '../../language/days.js';
import type { AuditSearch } from './audit-search.js';

const pageRows = 100;

/** The first and the last moment of the days that are shown. */
function period({ from, to }: AuditSearch, zone: string) {
  const before = from === undefined ? undefined : endOfDay(daysAfter(from, -1), zone);
  return {
    ...(before !== undefined && { from: new Date(Date.parse(before) + 1).toISOString() }),
    ...(to !== undefined && { to: endOfDay(to, zone) }),
  };
}

function asked(search: AuditSearch, zone: string, cursor: string | null) {
  const { actor, case: caseId } = search;
  return {
    ...period(search, zone),
    ...(actor !== undefined && { actor }),
    ...(caseId !== undefined && { case: caseId }),
    ...(cursor !== null && { cursor }),
    limit: pageRows,
  };
}

const pages = {
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }: { readonly next: string | null }) => next,
};

/** What was recorded, the newest first. */
export const eventsQuery = (search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['audit', 'events', search, zone],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...asked(search, zone, pageParam),
        ...(search.type !== undefined && { type: search.type }),
      };
      return answerOf(api.GET('/api/v1/audit/events', { params: { query }, signal }));
    },
  });

/** What was sent and refused, the newest first. */
export const refusalsQuery = (search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['audit', 'refusals', search, zone],
    queryFn: ({ pageParam, signal }) => {
      const query = {
        ...asked(search, zone, pageParam),
        ...(search.type !== undefined && { command: search.type }),
      };
      return answerOf(api.GET('/api/v1/audit/refusals', { params: { query }, signal }));
    },
  });

/** Who was handed what, the newest first. */
export const readsQuery = (search: AuditSearch, zone: string) =>
  infiniteQueryOptions({
    ...pages,
    queryKey: ['audit', 'reads', search, zone],
    queryFn: ({ pageParam, signal }) =>
      answerOf(api.GET('/api/v1/audit/reads', { params: { query: asked(search, zone, pageParam) }, signal })),
  });
