import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { rolesQuery, workflowsQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { roleTitle } from './titles.js';

/** What any role is called, also one that only the directory has, as soon as that is known. */
export function useRoleTitle(): (role: string) => string {
  const { pick } = useLocale();
  const roles = useQuery(rolesQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  return (role) => {
    const found = roles?.find((one) => one.role === role);
    return found === undefined ? roleTitle(workflows, role, pick) : pick(found.titles);
  };
}
