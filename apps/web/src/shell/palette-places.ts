import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { caseQuery, commandsQuery, sessionQuery, type CaseCommand, type CaseFile } from '../api/queries.js';
import { isCaseId } from '../components/case-id.js';
import { usePlaces, type Place } from './navigation.js';

interface Screen extends Pick<Place, 'title'> {
  readonly to: Place['to'] | '/emergency';
}

/** Every screen that whoever is signed in can go to, also what is in no navigation. */
export function useScreens(): readonly Screen[] {
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const places = usePlaces();
  return permissions.emergency.length > 0
    ? [...places, { to: '/emergency', title: 'user.emergency' }]
    : places;
}

/** The case that is shown, and what whoever is signed in can do with it now. */
export function useCommandsHere(): {
  readonly caseId: string | undefined;
  readonly commands: readonly CaseCommand[];
} {
  const { caseId = '' } = useParams({ strict: false });
  const isCase = isCaseId(caseId);
  const { data } = useQuery({ ...commandsQuery(caseId), enabled: isCase });
  const possible = data?.commands.filter(({ open, permitted, bySystem }) => open && permitted && !bySystem);
  return { caseId: isCase ? caseId : undefined, commands: possible ?? [] };
}

const lastMax = 5;

/**
 * The cases that were looked at last, without the one that is shown. They are what the page still has in its memory: nothing
 * is kept for this, and after a person is erased nothing is left.
 */
export function useLastCases(here: string | undefined): readonly CaseFile[] {
  const kept = useQueryClient().getQueryCache();
  return kept
    .findAll({ predicate: ({ queryKey: [first, caseId, part] }) => isFile(first, caseId, part) })
    .toSorted((one, other) => other.state.dataUpdatedAt - one.state.dataUpdatedAt)
    .flatMap(({ state }) => (state.data === undefined ? [] : [state.data as CaseFile]))
    .filter(({ caseId }) => caseId !== here)
    .slice(0, lastMax);
}

const isFile = (...key: readonly unknown[]): boolean =>
  JSON.stringify(key) === JSON.stringify(caseQuery(String(key[1])).queryKey);
