import { useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';

/** What whoever is signed in reads for where they have chosen nothing, in words. */
export function useUsualPurpose(): string {
  const { pick, format } = useLocale();
  const { purposes } = useSuspenseQuery(sessionQuery).data;
  return format.list(purposes.filter(({ isDefault }) => isDefault).map(({ titles }) => pick(titles)));
}
