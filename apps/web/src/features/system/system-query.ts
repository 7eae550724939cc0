import { queryOptions } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { answerOf, api } from '../../api/client.js';

export type System = ApiPaths['/api/v1/system']['get']['responses'][200]['content']['application/json'];
type Ready = ApiPaths['/health/ready']['get']['responses'][200]['content']['application/json'];

const everyMs = 10_000;

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/system', { signal })),
  refetchInterval: everyMs,
  retry: false,
});

/** What the server says of itself to everybody: also while it cannot tell who is signed in. */
export const readyQuery = queryOptions({
  queryKey: ['ready'],
  queryFn: async ({ signal }) => {
    const { data, error } = await api.GET('/health/ready', { signal });
    return (data ?? error) as Ready;
  },
  refetchInterval: everyMs,
  retry: false,
});
