import { useEffect } from 'react';

/** A query of several pages, as far as they have arrived. */
interface Paged {
  readonly error: Error | null;
  readonly hasNextPage: boolean;
  readonly isFetching: boolean;
  readonly fetchNextPage: () => unknown;
}

/** Asks for the pages of a query one after the other, until the last one has arrived. After a failure it waits to be asked again. */
export function useAllPages({ error, hasNextPage, isFetching, fetchNextPage }: Paged): void {
  useEffect(() => {
    if (hasNextPage && !isFetching && error === null) void fetchNextPage();
  }, [hasNextPage, isFetching, error, fetchNextPage]);
}
