import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { replayQuery, type ReplayStep } from './queries.js';

/** A replay, as far as it has arrived. */
export interface Replay {
  /** All of its events; undefined until the last one has arrived. */
  readonly steps: readonly ReplayStep[] | undefined;
  /** How many have arrived. */
  readonly read: number;
  readonly error: Error | null;
}

/** Reads the whole replay of a case. A case can have tens of thousands of events, so its pages arrive one after the other. */
export function useReplay(caseId: string): Replay {
  const { data, error, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(replayQuery(caseId));
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
  return useMemo(() => {
    const steps = data?.pages.flatMap((page) => page.steps) ?? [];
    return { steps: data === undefined || hasNextPage ? undefined : steps, read: steps.length, error };
  }, [data, hasNextPage, error]);
}
