import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { useEffect } from 'react';
import { answerOf, api } from '../../api/client.js';
import { whenRecorded } from '../../api/live.js';
import { atLeastOwn, sentUpTo } from '../../api/own-position.js';

export type Workload = ApiPaths['/api/v1/workload']['get']['responses'][200]['content']['application/json'];
export type OfficerLoad = Workload['items'][number];

/** How much work each officer has, of the cases at one facility or of all. */
export const workloadQuery = (facility: string | undefined) =>
  queryOptions({
    queryKey: ['workload', facility ?? ''],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/workload', {
          params: { query: { ...atLeastOwn(), ...(facility !== undefined && { facility }) } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
  });

const gatherMs = 1000;

/** Counts again when something was recorded, at most once a second. */
export function useLiveWorkload(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const end = whenRecorded(({ position }) => {
      // Numbers of before would stay until something else is recorded.
      sentUpTo(position);
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: ['workload'] });
      }, gatherMs);
    });
    return () => {
      end();
      clearTimeout(timer);
    };
  }, [queries]);
}

/** The open cases of an officer in each state, or those of nobody. */
export const openStatesQuery = (asked: {
  readonly workflow: string;
  readonly officer: string | null;
  readonly facility: string | undefined;
}) =>
  queryOptions({
    queryKey: ['workload', 'states', asked],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/cases/facets', { params: { query: openCasesOf(asked) }, signal })),
  });

/** The filter of the list that has the open cases of an officer, or those of nobody. */
export const openCasesOf = ({ workflow, officer, facility }: Parameters<typeof openStatesQuery>[0]) => ({
  workflow,
  ...{ assignee: officer ?? 'none', open: 'true' as const },
  ...(facility !== undefined && { facility }),
});
