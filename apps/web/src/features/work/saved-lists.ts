import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';
import { workSearch, type WorkSearch } from './work-search.js';

/** Lists that were saved: one's own, and those that others share. */
export const savedListsQuery = queryOptions({
  queryKey: ['saved-lists'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/saved-lists', { signal })),
  staleTime: 60_000,
});

export type SavedList = Awaited<
  ReturnType<NonNullable<(typeof savedListsQuery)['queryFn']>>
>['items'][number];
export type Sharing = SavedList['sharedWith'];

export interface ListToSave {
  readonly name: string;
  readonly search: WorkSearch;
  readonly sharedWith: Sharing;
}

/** Saves a list in place of one's own of that name. */
export function useSaveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, search, sharedWith }: ListToSave) =>
      answerOf(api.POST('/api/v1/saved-lists', { body: { name, parameters: { ...search }, sharedWith } })),
    onSuccess: (lists) => queries.setQueryData(savedListsQuery.queryKey, lists),
  });
}

export function useRemoveList() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (list: string) =>
      answerOf(api.DELETE('/api/v1/saved-lists/{list}', { params: { path: { list } } })),
    onSuccess: (lists) => queries.setQueryData(savedListsQuery.queryKey, lists),
  });
}

/** What a saved list shows, as far as this version knows its parameters. */
export const searchOf = ({ parameters }: SavedList): WorkSearch => workSearch(parameters);

/** Whether two addresses show the same list. */
export function isSameSearch(one: WorkSearch, other: WorkSearch): boolean {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]) as Set<keyof WorkSearch>;
  return [...names].every((name) => one[name] === other[name]);
}
