import { useWorkflows } from '../../components/state-name.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { commandTitle, eventTitle, guardTitle, roleTitle } from '../../components/titles.js';
import type { WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import type { FacetName } from './audit-search.js';

/** What a value of a facet is called, in the language shown; a value without a text stands for itself. */
export function useFacetTitle(): (name: FacetName, value: string) => string {
  const { t, pick } = useLocale();
  const workflows = useWorkflows();
  const nameOf = useNameOfStaff();
  const inOne = (has: (workflow: WorkflowFile) => boolean) => workflows.find(has);
  return (name, value) => {
    switch (name) {
      case 'actor':
        return nameOf(value);
      case 'role':
        return value === 'system' ? t('audit.system') : roleTitle(workflows, value, pick);
      case 'type':
        return eventTitle(
          inOne(({ events }) => events.some(({ type }) => type === value)),
          value,
          pick,
        );
      case 'command':
        return commandTitle(
          inOne(({ commands }) => commands.some(({ command }) => command === value)),
          value,
          pick,
        );
      case 'guard':
        return guardTitle(
          inOne(({ commands }) => commands.some(({ guards }) => guards.some(({ id }) => id === value))),
          value,
          pick,
        );
      case 'code':
        return value;
    }
  };
}
