import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { Empty } from '../../components/said.js';
import { useChangeSearch } from './filter-bar.js';
import { facetsQuery, type Listed } from './list-query.js';
import { useFilterTitle } from './use-filter-title.js';
import { setFilters } from './work-search.js';

/** Why a list has no row: which filter hides how many, or where there is something to do. */
export function NothingFound({ listed }: { readonly listed: Listed }) {
  const { t } = useLocale();
  const change = useChangeSearch(listed);
  const titleOf = useFilterTitle();
  const set = setFilters(listed.search);
  const without = useQuery({ ...facetsQuery(listed), enabled: set.length > 0 }).data?.without;
  const unassigned = useQuery(countsQuery).data?.unassigned.value ?? 0;
  if (set.length === 0 && listed.text === '') {
    return (
      <Empty title={t('work.empty')}>
        {unassigned > 0 && (
          <p>
            <Link className="button" to="/work" search={{ view: 'unassigned' }}>
              {t('work.unassigned', { count: unassigned })}
            </Link>
          </p>
        )}
      </Empty>
    );
  }
  return (
    <Empty title={t('work.nothing')}>
      <ul className="stack tight">
        {set.map(([name, value]) => {
          const hidden = without?.[name];
          return (
            <li key={name} className="row">
              <Button
                onPress={() => {
                  change({ ...listed.search, [name]: undefined });
                }}
              >
                {t('work.removeFilter', { filter: titleOf(name, value) })}
              </Button>
              {hidden !== undefined && (
                <span className="soft">{t('work.without', { count: hidden.value })}</span>
              )}
            </li>
          );
        })}
        {listed.text !== '' && (
          <li>
            <Link className="button" to="/work" search={listed.search} state={{ text: '' }}>
              {t('work.removeText')}
            </Link>
          </li>
        )}
      </ul>
    </Empty>
  );
}
