import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { Verification } from '@safeconduct/contracts';
import { answerOf, api } from '../../api/client.js';

const pageRows = 20;
/** The feed tells nothing of checks of the log, so one that goes on is asked for, in milliseconds. */
const whileOneRunsMs = 1000;

/** The checks of the log, the newest first. */
export const verificationsQuery = infiniteQueryOptions({
  queryKey: ['verifications', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/v1/verifications', {
        params: { query: { limit: pageRows, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
  refetchInterval: ({ state: { data } }) =>
    data?.pages.some(({ items }) => items.some(goesOn)) === true && whileOneRunsMs,
  retry: false,
});

export const goesOn = ({ endedAt }: Verification): boolean => endedAt === null;

/** What a check that has ended found. */
export const problemsQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['verifications', 'problems', jobId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/verifications/{jobId}/problems', { params: { path: { jobId } }, signal })),
    staleTime: Infinity,
  });

export const startVerification = (): Promise<Verification> => answerOf(api.POST('/api/v1/verifications', {}));

export const cancelVerification = (jobId: string): Promise<Verification> =>
  answerOf(api.DELETE('/api/v1/verifications/{jobId}', { params: { path: { jobId } } }));
