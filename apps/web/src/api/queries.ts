import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { answerOf, api } from './client.js';
import { setClock } from './live.js';
import { settlePurpose } from './purpose.js';

/** What the API answers to a question. */
export type Ok<Path extends keyof ApiPaths> = ApiPaths[Path] extends {
  readonly get: {
    readonly responses: { readonly 200: { readonly content: { readonly 'application/json': infer Body } } };
  };
}
  ? Body
  : never;

export type Session = Ok<'/api/v1/session'>;
export type Person = Ok<'/api/v1/people'>['items'][number];
export type CaseFile = Ok<'/api/v1/cases/{caseId}'>;
/** A list whose rows are whole: none of their fields was chosen. */
export type CasePage = Extract<Ok<'/api/v1/cases'>, { readonly fields: null }>;
export type CaseRow = CasePage['items'][number];
export type CaseCommands = Ok<'/api/v1/cases/{caseId}/commands'>;
export type CaseCommand = CaseCommands['commands'][number];
export type HistoryPage = Ok<'/api/v1/cases/{caseId}/history'>;
export type HistoryEvent = HistoryPage['items'][number];
export type WorkflowFile = Ok<'/api/v1/workflows/{workflow}'>;
export type Entry = Ok<'/api/v1/audit/entries'>['items'][number];
export type EntryFacets = Ok<'/api/v1/audit/entries/facets'>;
export type Facets = Ok<'/api/v1/cases/facets'>;
export type Counts = Ok<'/api/v1/counts'>;
export type Diagram = Ok<'/api/v1/workflows/{workflow}/diagram.json'>;
export type Proposal = Ok<'/api/v1/proposals'>['items'][number];
export type CaseQuery = NonNullable<ApiPaths['/api/v1/cases']['get']['parameters']['query']>;

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }) => {
    const session = await answerOf(api.GET('/api/v1/session', { signal }));
    settlePurpose(session);
    return session;
  },
  staleTime: Infinity,
});

export const metaQuery = queryOptions({
  queryKey: ['meta'],
  queryFn: async ({ signal }) => {
    const meta = await answerOf(api.GET('/api/v1/meta', { signal }));
    setClock(meta.now);
    return meta;
  },
  staleTime: Infinity,
});

/** Everybody who works or worked here, by id. What changes in the directory makes everything stale below this key. */
export const peopleQuery = queryOptions({
  queryKey: ['people', 'all'],
  queryFn: async ({ signal }) => {
    const { items } = await answerOf(
      api.GET('/api/v1/people', { params: { query: { left: 'true' } }, signal }),
    );
    return items;
  },
});

const namesOf = (people: readonly Person[]): StaffNames =>
  new Map(
    people.map(({ id, nameLatin, nameArabic }) => [id, { latin: nameLatin, arabic: nameArabic }] as const),
  );

/** The names of everybody who works or worked here, by their id. They seldom change. */
export const staffNamesQuery = queryOptions({ ...peopleQuery, select: namesOf, staleTime: 10 * 60_000 });

/** What the roles are called that people can have, those of the directory too. */
export const rolesQuery = queryOptions({
  queryKey: ['roles'],
  queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/roles', { signal }))).items,
  staleTime: Infinity,
});

/** As `staffNamesQuery` answers. */
export type StaffNames = ReadonlyMap<
  string,
  { readonly latin: string | null; readonly arabic: string | null }
>;

/** Every workflow, whole: what its states, events, roles and facts are called. It does not change while a server runs. */
export const workflowsQuery = queryOptions({
  queryKey: ['workflows'],
  queryFn: async ({ signal }) => {
    const { items } = await answerOf(api.GET('/api/v1/workflows', { signal }));
    return Promise.all(
      items.map(({ name }) =>
        answerOf(api.GET('/api/v1/workflows/{workflow}', { params: { path: { workflow: name } }, signal })),
      ),
    );
  },
  staleTime: Infinity,
});

/** The workflows of which whoever has these permissions may open cases. */
export const openedBy = (
  { commands }: Session['permissions'],
  workflows: readonly WorkflowFile[],
): readonly WorkflowFile[] => workflows.filter(({ name, opening }) => commands[name]?.includes(opening));

export const countsQuery = queryOptions({
  queryKey: ['counts'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/counts', { signal })),
  staleTime: 5000,
});

/** The parts of one case that change with each of its events share the beginning of their keys. */
export const caseKey = (caseId: string) => ['case', caseId] as const;

const ofCase = (caseId: string) => ({ params: { path: { caseId } } });

export const caseQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'file'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/cases/{caseId}', { ...ofCase(caseId), signal })),
  });

export const commandsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'commands'],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/commands', {
          params: { path: { caseId }, query: { forms: 'none' } },
          signal,
        }),
      ),
  });

export interface Drawn {
  readonly language: 'en' | 'ar';
  readonly level: string;
  readonly direction: 'down' | 'across';
}

export const diagramQuery = (workflow: string, drawn: Drawn) =>
  queryOptions({
    queryKey: ['diagram', workflow, drawn],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/workflows/{workflow}/diagram.json', {
          params: { path: { workflow }, query: { ...drawn } },
          signal,
        }),
      ),
    staleTime: Infinity,
  });

/** A list for which no fields were chosen, so that its rows are whole. (The types of the client lose a member that is null.) */
export function wholeRows(page: object): CasePage {
  if ((page as Partial<CasePage>).fields !== null) throw new TypeError('the rows of the list are not whole');
  return page as CasePage;
}

/** Events of some types, of all where none is named. */
const ofTypes = (types: readonly string[]) => types.length > 0 && { type: types.join() };

/** The events of a case that were recorded last, the newest first, of some types or of all. */
export const historyPageQuery = (caseId: string, limit: number, types: readonly string[] = []) =>
  queryOptions({
    queryKey: [...caseKey(caseId), 'last', limit, ...types],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/history', {
          params: { path: { caseId }, query: { order: 'newest', limit, ...ofTypes(types) } },
          signal,
        }),
      ),
  });

export type FactTitle = WorkflowFile['facts'][number];

/** The first page is there soon; whoever goes on wants many. */
export const timelineRows = { first: 100, further: 500 };

/** The events of a case, the newest first, page by page, of some types or of all. */
export const timelineQuery = (caseId: string, types: readonly string[] = []) =>
  infiniteQueryOptions({
    queryKey: [...caseKey(caseId), 'timeline', ...types],
    queryFn: ({ pageParam, signal }) =>
      answerOf(
        api.GET('/api/v1/cases/{caseId}/history', {
          params: {
            path: { caseId },
            query: {
              order: 'newest',
              limit: pageParam === null ? timelineRows.first : timelineRows.further,
              ...ofTypes(types),
              ...(pageParam !== null && { cursor: pageParam }),
            },
          },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

interface AskedRegistry {
  readonly workflow: string;
  readonly name: string;
  readonly role: string | undefined;
  readonly q: string;
}

/** What a field takes or offers, narrowed by what is typed. */
export const registryQuery = ({ workflow, name, role, q }: AskedRegistry) =>
  queryOptions({
    queryKey: ['registry', workflow, name, role ?? '', q],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/workflows/{workflow}/registries/{registry}', {
          params: {
            path: { workflow, registry: name },
            query: { ...(role !== undefined && { role }), ...(q !== '' && { q }) },
          },
          signal,
        }),
      ),
    placeholderData: (before) => before,
  });
