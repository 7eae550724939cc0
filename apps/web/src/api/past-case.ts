import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from './client.js';
import { caseKey, type Ok } from './queries.js';

export type ReplayStep = Ok<'/api/v1/cases/{caseId}/replay'>['steps'][number];

const replayRows = 500;

/** The replay of a case, page by page from its first event. */
export const replayQuery = (caseId: string) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'replay'],
    queryFn: ({ pageParam, signal }) => {
      const query = { limit: replayRows, ...(pageParam !== null && { cursor: pageParam }) };
      return answerOf(
        api.GET('/api/v1/cases/{caseId}/replay', { params: { path: { caseId }, query }, signal }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

/** A case as it was after one of its events. It does not change any more. */
export const caseThenQuery = (caseId: string, revision: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'then', revision],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}', { params: { path: { caseId }, query: { revision } }, signal }),
      ),
  });

/** What could be done with a case after one of its events. */
export const commandsThenQuery = (caseId: string, revision: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'commandsThen', revision],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/commands', {
          params: { path: { caseId }, query: { revision, forms: 'none' } },
          signal,
        }),
      ),
  });
