import { queryOptions } from '@tanstack/react-query';
import type { ApiPaths } from '@safeconduct/contracts';
import { answerOf, api } from './client.js';
import { queryClient } from './query-client.js';

type Path = ApiPaths['/api/v1/cases/{caseId}/drafts/{command}'];
export type DraftContent = Path['get']['responses'][200]['content']['application/json']['content'];

/** Which form: of one command of one case. */
export interface DraftPlace {
  readonly caseId: string;
  readonly command: string;
}

/** What the server says of a draft that it keeps. */
export interface DraftHead {
  readonly version: string;
  readonly keptAt: string;
}

const path = '/api/v1/cases/{caseId}/drafts/{command}';
const at = ({ caseId, command }: DraftPlace) => ({ path: { caseId, command } });

/** For which commands of a case whoever is signed in has begun to type something, and not what. */
export const draftsQuery = (caseId: string) =>
  queryOptions({
    queryKey: ['drafts', caseId],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(api.GET('/api/v1/drafts', { params: { query: { caseId } }, signal }));
      return items.map(({ command, version, keptAt }): ListedDraft => ({ command, version, keptAt }));
    },
  });

/** What was typed. The form has it from then on, so nothing keeps it beside. */
export const draftQuery = (place: DraftPlace) =>
  queryOptions({
    queryKey: ['draft', place.caseId, place.command],
    queryFn: ({ signal }) => readDraft(place, signal),
    gcTime: 0,
    staleTime: Infinity,
  });

/** @throws ProblemError OfflineError */
export const readDraft = (place: DraftPlace, signal?: AbortSignal) =>
  answerOf(api.GET(path, { params: at(place), ...(signal && { signal }) }));

/** Browsers take no more with a request that may outlive its page. */
const leavingBytesMax = 60_000;

interface ToKeep {
  readonly version: string;
  readonly content: DraftContent;
}

/** @param isLeaving  the page may be gone before the answer comes. @throws ProblemError OfflineError */
export function keepDraft(place: DraftPlace, body: ToKeep, isLeaving: boolean) {
  const keepalive = isLeaving && new Blob([JSON.stringify(body)]).size < leavingBytesMax;
  return answerOf(api.POST(path, { params: at(place), body, keepalive }));
}

/** @throws ProblemError OfflineError */
export const removeDraft = (place: DraftPlace, version: string) =>
  answerOf(api.DELETE(path, { params: { ...at(place), query: { version } } }));

/** A draft in the list of those of a case. */
export interface ListedDraft extends DraftHead {
  readonly command: string;
}

/** What the server has of a form now, for those who show the list. */
export function noteDraft({ caseId, command }: DraftPlace, head: DraftHead | undefined): void {
  queryClient.setQueryData<readonly ListedDraft[]>(draftsQuery(caseId).queryKey, (before) => {
    const others = before?.filter((one) => one.command !== command);
    return head === undefined ? others : others && [{ command, ...head }, ...others];
  });
}
