import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery, type Counts } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { viewShown, type Listed } from './list-query.js';
import { views, viewsOfPast, type View } from './work-search.js';
import { Tabs } from '../../components/tabs.js';

const countOf: Readonly<Record<View, keyof Omit<Counts, 'position'> | undefined>> = {
  mine: 'mine',
  unit: 'unit',
  unassigned: 'unassigned',
  waiting: 'waitingOnMyRoles',
  dueSoon: 'dueSoon',
  overdue: 'overdue',
  closed: undefined,
  all: 'total',
};

/** The views of the list, each with how many cases it has. Filters stay when another one is chosen. */
export function ViewTabs({ listed: { search, session, text, roles } }: { readonly listed: Listed }) {
  const { t, format } = useLocale();
  const counts = useQuery(countsQuery).data;
  const shown = viewShown({ search, session });
  return (
    <Tabs label={t('work.views')}>
      {views
        .filter((view) => view !== 'unit' || session.unit !== null)
        .filter((view) => view !== 'waiting' || roles.length > 0)
        .filter((view) => search.at === undefined || viewsOfPast.some((one) => one === view))
        .map((view) => {
          const name = countOf[view];
          const count = name === undefined ? undefined : counts?.[name];
          return (
            <Link
              key={view}
              to="/work"
              search={{ ...search, view }}
              state={{ text }}
              aria-current={view === shown ? 'page' : undefined}
              activeProps={{}}
            >
              {t(`work.view.${view}`)}
              {count && search.at === undefined && <span className="count">{format.atLeast(count)}</span>}
            </Link>
          );
        })}
    </Tabs>
  );
}
