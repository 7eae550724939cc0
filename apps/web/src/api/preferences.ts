import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import type { Language, Manner } from '../language/format.js';
import { answerOf, api, askIn } from './client.js';
import { queryClient } from './query-client.js';
import { sessionQuery, workflowsQuery, type Session } from './queries.js';

type Preferences = Session['preferences'];

/** The one in which somebody signed in, as the address says; else that of the device. */
const deviceLanguage = (
  new URLSearchParams(location.search).get('language') ?? navigator.language
).startsWith('ar')
  ? 'ar'
  : 'en';

const languageOf = ({ language }: Preferences): Language => language ?? deviceLanguage;

/** The language of whoever is signed in, as soon as it is known. The server answers in it from then on. */
export async function languageKnown(): Promise<Language> {
  const { preferences } = await queryClient.query(sessionQuery);
  const language = languageOf(preferences);
  askIn(language);
  return language;
}

/** How things are shown to whoever is signed in: as they chose, else as their device has it. */
export function useManner(): Manner {
  const { preferences } = useSuspenseQuery(sessionQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const language = languageOf(preferences);
  return {
    language,
    numerals: preferences.numerals ?? (language === 'ar' ? 'arabicIndic' : 'western'),
    calendar: preferences.calendar ?? 'gregorian',
    zone: workflows[0]?.zone ?? 'UTC',
  };
}

/** Keeps a choice with the account, so that it holds on every device; it is shown at once. */
export function useSetPreferences() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (next: Preferences) => answerOf(api.POST('/api/v1/session/preferences', { body: next })),
    onMutate: (next) => {
      queries.setQueryData(sessionQuery.queryKey, (session) => session && { ...session, preferences: next });
    },
  });
}
