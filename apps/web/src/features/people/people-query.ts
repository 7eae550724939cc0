import { queryOptions, useQueryClient } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { answerOf, api } from '../../api/client.js';
import { sessionQuery, type WorkflowFile } from '../../api/queries.js';
import { withFreshSignIn } from '../../api/sign-in.js';

type Path = '/api/v1/people/{person}';
export type PersonChange =
  ApiPaths['/api/v1/people/{person}/history']['get']['responses'][200]['content']['application/json']['items'][number];
export type Account =
  ApiPaths['/api/v1/people/{person}/account']['get']['responses'][200]['content']['application/json'];
type Accounts = ApiPaths['/api/v1/accounts']['get']['responses'][200]['content']['application/json'];
export type AccountLine = Accounts['items'][number];
export type Invitation =
  ApiPaths['/api/v1/people/{person}/invitation']['post']['responses'][201]['content']['application/json'];

const of = (person: string) => ({ params: { path: { person } } });
const path: Path = '/api/v1/people/{person}';

/** Every change of a person, the newest first. */
export const personHistoryQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'history', person],
    queryFn: async ({ signal }) =>
      (await answerOf(api.GET(`${path}/history`, { ...of(person), signal }))).items.toReversed(),
  });

/** How everybody can sign in, for an administrator. */
export const accountsQuery = queryOptions({
  queryKey: ['people', 'accounts'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/accounts', { signal })),
});

/** How one person can sign in, and what was done about it, for an administrator. */
export const personAccountQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'account', person],
    queryFn: ({ signal }) => answerOf(api.GET(`${path}/account`, { ...of(person), signal })),
  });

/** How many open cases a person has, of those that whoever asks sees. They are counted, and none is looked at. */
export const openCasesQuery = (person: string) =>
  queryOptions({
    queryKey: ['people', 'openCases', person],
    queryFn: async ({ signal }) => {
      const query = { assignee: person, open: 'true' as const };
      return (await answerOf(api.GET('/api/v1/cases/facets', { params: { query }, signal }))).total;
    },
  });

/** Whether roles let somebody see cases at all. */
export const readsCases = (workflows: readonly WorkflowFile[], roles: readonly string[]): boolean =>
  workflows.some(({ permissions }) =>
    permissions.reads.some(({ role, cases }) => roles.includes(role) && cases.length > 0),
  );

/** A change of the directory, with the fields of its form. */
interface Change {
  readonly person: string;
  readonly change: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Each of these is a decisive step, and asks for a new sign-in where the last one is old. @throws ProblemError OfflineError */
export const changePerson = ({ person, change, data }: Change) =>
  withFreshSignIn(() =>
    answerOf(
      api.POST(`${path}/commands/{change}`, {
        params: { path: { person, change } },
        body: { data: { ...data } },
      }),
    ),
  );

export const invite = (person: string): Promise<Invitation> =>
  withFreshSignIn(() => answerOf(api.POST(`${path}/invitation`, { ...of(person), body: {} })));

export const endSessions = (person: string) =>
  withFreshSignIn(() => answerOf(api.DELETE(`${path}/sessions`, of(person))));

export const removeAccount = (person: string) =>
  withFreshSignIn(() => answerOf(api.DELETE(`${path}/account`, of(person))));

export const unlinkIssuer = (person: string) =>
  withFreshSignIn(() => answerOf(api.DELETE(`${path}/issuer`, of(person))));

/** Asks for what may be another one now, after something about a person was changed. */
export function useChanged(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['people'] }),
      // Whoever changes something of their own may have other roles and another unit.
      queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
    ]);
  };
}
