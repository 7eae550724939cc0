import { useNavigate } from '@tanstack/react-router';
import type { CasePage } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { FilterChip } from '../../components/filter-chip.js';
import { TextFilter } from '../../components/text-filter.js';
import { FilterMenu } from './filter-menu.js';
import { LayoutMenu } from './layout-menu.js';
import type { Listed } from './list-query.js';
import { SavedListsMenu } from './saved-lists-menu.js';
import { useFilterTitle } from './use-filter-title.js';
import { filters, filtersOfPast, isChosen, setFilters, type WorkSearch } from './work-search.js';

interface Props {
  readonly listed: Listed;
  readonly total: CasePage['total'] | undefined;
}

/** What a list is narrowed by. It stands in the address, except for the text, which may be a name. */
export function FilterBar({ listed, total }: Props) {
  const { t, format } = useLocale();
  const change = useChangeSearch(listed);
  const set = setFilters(listed.search);
  const titleOf = useFilterTitle();
  const searchFor = useSearchFor(listed);
  return (
    <div className="stack tight">
      <div className="row">
        <TextFilter label={t('work.search')} text={listed.text} onText={searchFor} />
        {(listed.search.at === undefined ? filters : filtersOfPast).filter(isChosen).map((name) => (
          <FilterMenu key={name} name={name} listed={listed} onChoose={change} />
        ))}
        <SavedListsMenu listed={listed} />
        <LayoutMenu />
        <span className="soft" role="status">
          {total !== undefined &&
            t(total.relation === 'eq' ? 'work.total' : 'work.totalAtLeast', {
              count: total.value,
              number: format.number(total.value),
            })}
        </span>
      </div>
      {set.length > 0 && (
        <ul className="row" aria-label={t('work.filters')}>
          {set.map(([name, value]) => (
            <li key={name}>
              <FilterChip
                filter={titleOf(name, value)}
                onRemove={() => {
                  change({ ...listed.search, [name]: undefined });
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** Shows the list with other filters; the text that is searched for stays. */
export function useChangeSearch({ text }: Listed) {
  const navigate = useNavigate();
  return (next: { readonly [Name in keyof WorkSearch]: WorkSearch[Name] | undefined }): void => {
    const given = Object.fromEntries(
      Object.entries(next).filter(([, value]) => value !== undefined && value !== ''),
    );
    void navigate({ to: '/work', search: given as WorkSearch, state: { text } });
  };
}

/** Shows the list narrowed by another text, in place of the one that is shown. */
function useSearchFor({ search }: Listed): (text: string) => void {
  const navigate = useNavigate();
  return (text) => void navigate({ to: '/work', search, state: { text }, replace: true });
}
