import { queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

/** How many cases were in each state at a moment. */
export const populationQuery = (workflow: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['population', workflow, asOf ?? 'now'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/population', {
          params: { query: { workflow, ...(asOf !== undefined && { asOf }) } },
          signal,
        }),
      ),
  });

/** For how long cases had been in their states at a moment. */
export const agesQuery = (workflow: string, asOf: string | undefined) =>
  queryOptions({
    queryKey: ['ages', workflow, asOf ?? 'now'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/population/ages', {
          params: { query: { workflow, ...(asOf !== undefined && { asOf }) } },
          signal,
        }),
      ),
  });

/** The same at the end of each day. */
export const seriesQuery = (workflow: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['series', workflow, from, to],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/population/series', { params: { query: { workflow, from, to } }, signal })),
  });

/** How many went from where to where between two moments. */
export const flowsQuery = (workflow: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['flows', workflow, from, to],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/population/flows', { params: { query: { workflow, from, to } }, signal })),
  });

/** How often cases went from state to state between two moments, and after how long. */
export const movesQuery = (workflow: string, from: string, to: string) =>
  queryOptions({
    queryKey: ['moves', workflow, from, to],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/population/moves', { params: { query: { workflow, from, to } }, signal })),
  });

export type Ages = Awaited<ReturnType<NonNullable<ReturnType<typeof agesQuery>['queryFn']>>>;
export type Moves = Awaited<ReturnType<NonNullable<ReturnType<typeof movesQuery>['queryFn']>>>;
export type Population = Awaited<ReturnType<NonNullable<ReturnType<typeof populationQuery>['queryFn']>>>;
export type Series = Awaited<ReturnType<NonNullable<ReturnType<typeof seriesQuery>['queryFn']>>>;
export type Flow = Awaited<
  ReturnType<NonNullable<ReturnType<typeof flowsQuery>['queryFn']>>
>['flows'][number];
