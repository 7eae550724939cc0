import { useWorkflows } from '../../components/state-name.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { commandTitle, eventTitle, guardTitle, roleTitle } from '../../components/titles.js';
import type { WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import type { Facets } from './audit-query.js';
import { kindsIn, type FacetName } from './audit-search.js';

/**
 * What a value of a facet is called, in the language shown; a value without a text stands for itself.
 * @param facets  the numbers of the part, which say what the values of the log of reads are called
 */
export function useFacetTitle(facets?: Facets): (name: FacetName, value: string) => string {
  const { t, pick, format } = useLocale();
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
      case 'kinds':
        return format.list(kindsIn(value).map((kind) => t(`audit.entry.${kind}`)));
      case 'operation':
      case 'purpose':
      case 'class': {
        const titles = facets?.[name]?.find((one) => one.value === value)?.titles;
        return titles === undefined ? value : pick(titles);
      }
      case 'code':
        return value;
    }
  };
}
