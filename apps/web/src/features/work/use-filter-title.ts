import { useSuspenseQuery } from '@tanstack/react-query';
import { workflowsQuery } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { deadlineTitle, roleTitle, stateTitles, tagTitle, valueTitle } from '../../components/titles.js';
import { useAgeTitle } from '../../components/use-age-title.js';
import { earlierOf, movedOf, type Filter } from './work-search.js';

/** What the value of a filter is called. */
export function useFilterTitle(): (name: Filter, value: string) => string {
  const { t, pick, format } = useLocale();
  const nameOf = useNameOfStaff();
  const ageTitle = useAgeTitle();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const [workflow] = workflows;
  return (name, value) => {
    if (name === 'state') {
      return format.list(value.split(',').map((path) => stateTitles(workflow, path, pick).join(' · ')));
    }
    if (name === 'tag') return format.list(value.split(',').map((tag) => tagTitle(workflow, tag, pick)));
    if (name === 'age') return ageTitle(value);
    if (name === 'earlier') {
      const { day, state } = earlierOf(value);
      const where = state === 'none' ? t('state.outside') : stateTitles(workflow, state, pick).join(' · ');
      return t('filter.earlierAt', { day: format.date(day), state: where });
    }
    if (name === 'moved') {
      const { day, from, to } = movedOf(value);
      const [left, reached] = [from, to].map((state) => stateTitles(workflow, state, pick).join(' · '));
      return t('filter.movedAfter', { day: format.date(day), from: left ?? '', to: reached ?? '' });
    }
    if (name === 'assignee') return value === 'none' ? t('nobody') : nameOf(value);
    if (name === 'open') return t(value === 'yes' ? 'work.open' : 'work.closed');
    if (name === 'waitingOn') {
      const roles = value.split(',').map((role) => roleTitle(workflows, role, pick));
      return t('work.waitingOn', { roles: format.list(roles) });
    }
    return name === 'deadline' ? deadlineTitle(workflow, value, pick) : valueTitle(workflow, value, pick);
  };
}
