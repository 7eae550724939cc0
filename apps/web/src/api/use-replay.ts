import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { replayQuery, type ReplayStep } from './past-case.js';
import { useAllPages } from './use-all-pages.js';

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
  const pages = useInfiniteQuery(replayQuery(caseId));
  const { data, error, hasNextPage } = pages;
  useAllPages(pages);
  return useMemo(() => {
    const steps = data?.pages.flatMap((page) => page.steps) ?? [];
    return { steps: data === undefined || hasNextPage ? undefined : steps, read: steps.length, error };
  }, [data, hasNextPage, error]);
}
