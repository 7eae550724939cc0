import { queryOptions } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { answerOf, api } from './client.js';

type Posted<Path extends keyof ApiPaths> = ApiPaths[Path] extends {
  readonly post: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  };
}
  ? Body
  : never;

const foundMax = 8;

/** The cases and the people that fit a text best: it may be a name, so it is sent in the body. */
export const foundQuery = (text: string) =>
  queryOptions({
    queryKey: ['search', text],
    queryFn: ({ signal }) =>
      answerOf(api.POST('/api/v1/search', { body: { text, limit: foundMax }, signal })),
    staleTime: 5000,
  });

/** As `foundQuery` answers. */
export type Found = Posted<'/api/v1/search'>;
export type PossibleDuplicate = Posted<'/api/v1/case-duplicates'>['items'][number];

/** The cases that may be of the person whom a form is about. */
export const duplicatesQuery = (workflow: string, data: Readonly<Record<string, string>>) =>
  queryOptions({
    queryKey: ['search', 'duplicates', workflow, data],
    queryFn: async ({ signal }) => {
      const body = { workflow, data };
      const { items } = await answerOf(api.POST('/api/v1/case-duplicates', { body, signal }));
      return items;
    },
    staleTime: 5000,
  });

/** The case with a reference. The answer leads there, so what comes is the case itself. */
export const referenceQuery = (reference: string) =>
  queryOptions({
    queryKey: ['reference', reference],
    queryFn: ({ signal }) =>
      answerOf<{ readonly caseId: string }>(
        api.GET('/api/v1/cases/by-reference/{reference}', { params: { path: { reference } }, signal }),
      ),
  });
