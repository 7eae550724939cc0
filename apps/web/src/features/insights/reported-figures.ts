import type { ApiPaths } from '@safeconduct/contracts';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { answerOf, api } from '../../api/client.js';

/** Figures that others stated, each beside the ledger; the newest record first. */
export const figuresQuery = (workflow: string, withdrawn: boolean) =>
  infiniteQueryOptions({
    queryKey: ['figures', workflow, withdrawn],
    queryFn: ({ signal, pageParam }) =>
      answerOf(
        api.GET('/api/v1/reported-figures', {
          params: {
            query: {
              workflow,
              withdrawn: withdrawn ? 'true' : 'false',
              ...(pageParam !== '' && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
  });

/** The outcomes that cases have. */
export const outcomesQuery = (workflow: string) =>
  queryOptions({
    queryKey: ['outcomes', workflow],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/cases/facets', { params: { query: { workflow } }, signal })),
    select: ({ outcome }) => outcome.map(({ value }) => value),
  });

type Page = Awaited<ReturnType<NonNullable<ReturnType<typeof figuresQuery>['queryFn']>>>;
export type Figure = Page['items'][number];
export type Comparison = Figure['comparisons']['occurred'];
export type Row = Figure['rows'][number];
export type Report =
  ApiPaths['/api/v1/reported-figures']['post']['requestBody']['content']['application/json'];

/** Records a figure. The same figure twice, such as from a second press of the button, is recorded once. */
export const reportFigure = (body: Report) => answerOf(api.POST('/api/v1/reported-figures', { body }));

export type Correction =
  ApiPaths['/api/v1/reported-figures/{figureId}/correction']['post']['requestBody']['content']['application/json'];

/** Puts a figure right. What stood before stays on record. */
export const correctFigure = (id: string, body: Correction) =>
  answerOf(
    api.POST('/api/v1/reported-figures/{figureId}/correction', { params: { path: { figureId: id } }, body }),
  );

export const withdrawFigure = ({ id, reason }: { readonly id: string; readonly reason: string }) =>
  answerOf(
    api.POST('/api/v1/reported-figures/{figureId}/withdrawal', {
      params: { path: { figureId: id } },
      body: { reason },
    }),
  );
