import type { WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';

/** What a data class or a purpose is called; one without a text stands for itself. */
export function useAccessTitle({
  permissions: { titles },
}: Pick<WorkflowFile, 'permissions'>): (kind: keyof typeof titles, name: string) => string {
  const { pick } = useLocale();
  return (kind, name) => {
    const found = titles[kind][name];
    return found === undefined ? name : pick(found);
  };
}
