import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { BulkForeseen, Job } from '@safeconduct/contracts';
import { answerOf, api } from './client.js';
import type { CaseQuery } from './queries.js';

export type { BulkForeseen, Job };

/** Which cases a command is sent to: some, or all that a list finds. */
export type BulkCases =
  | { readonly caseIds: readonly string[] }
  | { readonly filter: Omit<CaseQuery, 'workflow'> & { readonly text?: string } };

export interface BulkSent {
  readonly workflow: string;
  readonly command: string;
  readonly data: Record<string, unknown>;
  readonly cases: BulkCases;
}

const address = '/api/v1/workflows/{workflow}/commands/{command}/bulk';

const bodyOf = ({ data, cases }: BulkSent) => ({
  data,
  ...('filter' in cases ? { filter: cases.filter } : { cases: cases.caseIds.map((caseId) => ({ caseId })) }),
});

/** In how many cases a command would be taken, and why not in the others. Nothing is recorded. */
export async function foreseeBulk(sent: BulkSent): Promise<BulkForeseen> {
  const { workflow, command } = sent;
  const answer = await answerOf(
    api.POST(address, {
      params: { path: { workflow, command }, query: { dryRun: 'true' } },
      body: bodyOf(sent),
    }),
  );
  if (!('cannot' in answer)) throw new TypeError('the command was not tried out');
  return answer;
}

/** Starts the job. The same key is the same job. */
export async function startBulk({ key, ...sent }: BulkSent & { readonly key: string }): Promise<Job> {
  const { workflow, command } = sent;
  const params = { path: { workflow, command }, header: { 'Idempotency-Key': key } };
  const answer = await answerOf(api.POST(address, { params, body: bodyOf(sent) }));
  if ('cannot' in answer) throw new TypeError('the command was only tried out');
  return answer;
}

/** Starts another job for the cases of one that were refused or left out. */
export const repeatJob = ({ jobId, key }: { readonly jobId: string; readonly key: string }): Promise<Job> =>
  answerOf(
    api.POST('/api/v1/jobs/{jobId}/again', {
      params: { path: { jobId }, header: { 'Idempotency-Key': key } },
    }),
  );

export const cancelJob = (jobId: string): Promise<Job> =>
  answerOf(api.DELETE('/api/v1/jobs/{jobId}', { params: { path: { jobId } } }));

const pageRows = 50;

/** The jobs that whoever asks sees, the newest first. */
export const jobsQuery = infiniteQueryOptions({
  queryKey: ['jobs', 'list'],
  queryFn: ({ pageParam, signal }) =>
    answerOf(
      api.GET('/api/v1/jobs', {
        params: { query: { limit: pageRows, ...(pageParam !== null && { cursor: pageParam }) } },
        signal,
      }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ next }) => next,
});

/** How often a job is looked at whose changes the feed does not tell, in milliseconds. */
const lookEveryMs = 1000;

export const jobQuery = (jobId: string) =>
  queryOptions({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/jobs/{jobId}', { params: { path: { jobId } }, signal })),
    refetchInterval: ({ state }) => (state.data?.endedAt === null ? lookEveryMs : false),
  });

export type ItemStatus = 'done' | 'refused' | 'waiting';

/** What became of the cases of a job. Of one that runs it is another answer with each of them. */
export const jobItemsQuery = ({ id: jobId, done, state }: Job, status: ItemStatus) =>
  infiniteQueryOptions({
    queryKey: ['jobs', 'items', jobId, status, done, state],
    placeholderData: keepPreviousData,
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/jobs/{jobId}/items', {
          params: {
            path: { jobId },
            query: { status, limit: pageRows, ...(pageParam !== null && { cursor: pageParam }) },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });
