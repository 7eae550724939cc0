import { keepPreviousData, queryOptions, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answerOf, api } from '../../api/client.js';
import { whenJob, whenRecorded } from '../../api/live.js';
import { atLeastOwn } from '../../api/own-position.js';
import { withFreshSignIn } from '../../api/sign-in.js';
import type { Language } from '../../language/format.js';
import type { ExceptionGroup, Kind } from './exceptions-search.js';

export type Exception = ExceptionGroup['items'][number];

const key = 'exceptions';
const firstOnes = 5;
const all = 100;

/** What does not go on by itself: the first ones of each kind, or all of one kind. Its texts are in the language shown. */
export const exceptionsQuery = (kind: Kind | undefined, language: Language) =>
  queryOptions({
    queryKey: [key, kind ?? '', language],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/exceptions', {
          params: { query: { ...atLeastOwn(), limit: kind === undefined ? firstOnes : all } },
          signal,
        }),
      ),
    placeholderData: keepPreviousData,
    // Some come with time alone.
    refetchInterval: 5 * 60_000,
  });

/** The emergency access that others have now, as far as whoever asks reviews it. */
export const runningAccessQuery = (person: string | null) =>
  queryOptions({
    queryKey: [key, 'running', person],
    queryFn: async ({ signal }) => {
      const { items } = await answerOf(api.GET('/api/v1/emergency-access', { signal }));
      return items.filter((access) => access.status === 'active' && access.person !== person);
    },
    refetchInterval: 60_000,
  });

export type Verdict = 'justified' | 'unjustified';

/** Says of emergency access whether it was justified; where that needs a new sign-in, asks for it first. */
export const reviewAccess = ({
  grantId,
  ...body
}: {
  readonly grantId: string;
  readonly verdict: Verdict;
  readonly text: string;
}) =>
  withFreshSignIn(() =>
    answerOf(api.POST('/api/v1/emergency-access/{grantId}/review', { params: { path: { grantId } }, body })),
  );

/** Who looks at cases is on record, so the list is not read again with each of many events. */
const gatherMs = 10_000;

/** Reads the list again when something was recorded or a job has changed, at most once in ten seconds. */
export function useLiveExceptions(): void {
  const queries = useQueryClient();
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readSoon = () => {
      timer ??= setTimeout(() => {
        timer = undefined;
        void queries.invalidateQueries({ queryKey: [key] });
      }, gatherMs);
    };
    const ends = [whenRecorded(readSoon), whenJob(readSoon)];
    return () => {
      for (const end of ends) end();
      clearTimeout(timer);
    };
  }, [queries]);
}
