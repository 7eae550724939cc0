import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { countsQuery, openedBy, sessionQuery, workflowsQuery } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { Empty } from '../../components/said.js';
import { useChangeSearch } from './filter-bar.js';
import { facetsQuery, viewShown, type Listed } from './list-query.js';
import { useFilterTitle } from './use-filter-title.js';
import { setFilters } from './work-search.js';

/** Why a list has no row: which filter hides how many, or where there is something to do. */
export function NothingFound({ listed }: { readonly listed: Listed }) {
  const { t } = useLocale();
  const change = useChangeSearch(listed);
  const titleOf = useFilterTitle();
  const set = setFilters(listed.search);
  const without = useQuery({ ...facetsQuery(listed), enabled: set.length > 0 }).data?.without;
  const { data: counts, isPending: isCounting } = useQuery(countsQuery);
  const unassigned = counts?.unassigned.value ?? 0;
  if (set.length === 0 && listed.text === '') {
    if (isCounting) return null;
    if (counts?.total.value === 0) return <NothingYet />;
    return (
      <Empty title={t('work.empty')}>
        <p>{t(`work.empty.${viewShown(listed)}`)}</p>
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

/** No case is there at all: how the first ones come, by whoever can bring them. */
function NothingYet() {
  const { t } = useLocale();
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const opens = openedBy(permissions, workflows).length > 0;
  return (
    <Empty title={t('work.noneYet')}>
      {opens && (
        <p>
          <Link className="button main" to="/new">
            {t('work.openFirst')}
          </Link>
        </p>
      )}
      {(opens || permissions.importsForOthers) && (
        <p>{t('work.importText', { command: 'safeconduct import' })}</p>
      )}
      {permissions.keepsDirectory && (
        <>
          <p>{t('work.peopleText')}</p>
          <p>
            <Link className="button" to="/people">
              {t('work.invite')}
            </Link>
          </p>
        </>
      )}
    </Empty>
  );
}
