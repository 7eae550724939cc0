import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { CasePage } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { FilterChip } from '../../components/filter-chip.js';
import { useLater } from '../../components/use-later.js';
import { useShortcuts } from '../../shell/keyboard.js';
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
  return (
    <div className="stack tight">
      <div className="row">
        <TextFilter listed={listed} />
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

function TextFilter({ listed }: { readonly listed: Listed }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(listed.text);
  const settled = useLater(typed, 250).trim();
  const field = useRef<HTMLInputElement>(null);
  const asked = useRef(listed.text);
  // Back and forward bring another text with them.
  if (asked.current !== listed.text) {
    asked.current = listed.text;
    setTyped(listed.text);
  }
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    void navigate({ to: '/work', search: listed.search, state: { text: settled }, replace: true });
  }, [settled, navigate, listed.search]);
  useShortcuts(
    useMemo(
      () => ({
        KeyF: () => {
          field.current?.focus();
        },
      }),
      [],
    ),
  );
  return (
    <SearchField className="text-filter" aria-label={t('work.search')} value={typed} onChange={setTyped}>
      <Input ref={field} dir="auto" maxLength={200} placeholder={t('work.search')} />
    </SearchField>
  );
}
