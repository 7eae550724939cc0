import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { Input, Menu, MenuTrigger, Popover, SearchField } from 'react-aria-components';
import type { Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { Tick } from '../../components/choice.js';
import { FilterChip } from '../../components/filter-chip.js';
import { MenuChoice } from '../../components/menu-choice.js';
import { useLater } from '../../components/use-later.js';
import { useRoleTitle } from '../../components/use-role-title.js';
import { useLocale } from '../../language/locale.js';
import type { PeopleSearch } from './people-search.js';
import { counted, shownPeople } from './shown-people.js';
import { useUnitTitle } from './use-units.js';

interface Props {
  readonly people: readonly Person[];
  readonly search: PeopleSearch;
  readonly text: string;
  /** How many are shown. */
  readonly shown: number;
}

/** What the list is narrowed by. It stands in the address, except for the text, which may be a name. */
export function PeopleBar({ people, search, text, shown }: Props) {
  const { t } = useLocale();
  const roleTitle = useRoleTitle();
  const unitTitle = useUnitTitle();
  const narrow = useNarrow(search, text);
  const { role: _role, ...withoutRole } = search;
  const { unit: _unit, ...withoutUnit } = search;
  const roles = counted(shownPeople(people, { search: withoutRole, text }), (person) => person.roles);
  const units = counted(shownPeople(people, { search: withoutUnit, text }), ({ unit }) =>
    unit === null ? [] : [unit],
  );
  return (
    <div className="stack tight">
      <div className="row">
        <TextFilter search={search} text={text} />
        <ValueMenu name="role" counts={roles} chosen={search.role} titleOf={roleTitle} onChoose={narrow} />
        <ValueMenu name="unit" counts={units} chosen={search.unit} titleOf={unitTitle} onChoose={narrow} />
        <Tick
          isSelected={search.left === true}
          onChange={(left) => narrow({ left: left ? true : undefined })}
        >
          {t('people.left')}
        </Tick>
        <span className="soft" role="status">
          {t('people.total', { count: shown })}
        </span>
      </div>
      {(search.role !== undefined || search.unit !== undefined) && (
        <div className="row" role="group" aria-label={t('work.filters')}>
          {search.role !== undefined && (
            <FilterChip filter={roleTitle(search.role)} onRemove={() => narrow({ role: undefined })} />
          )}
          {search.unit !== undefined && (
            <FilterChip filter={unitTitle(search.unit)} onRemove={() => narrow({ unit: undefined })} />
          )}
        </div>
      )}
    </div>
  );
}

type Narrowed = { readonly [Name in keyof PeopleSearch]?: PeopleSearch[Name] | undefined };

/** Shows the list with another filter; the others and the text stay. */
function useNarrow(search: PeopleSearch, text: string): (next: Narrowed) => void {
  const navigate = useNavigate();
  return (next) => {
    const all = Object.entries({ ...search, ...next }).filter(([, value]) => value !== undefined);
    void navigate({ to: '/people', search: Object.fromEntries(all), state: { text }, replace: true });
  };
}

interface MenuProps {
  readonly name: 'role' | 'unit';
  readonly counts: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
  readonly titleOf: (value: string) => string;
  readonly onChoose: (next: Narrowed) => void;
}

function ValueMenu({ name, counts, chosen, titleOf, onChoose }: MenuProps) {
  const { t, manner } = useLocale();
  const title = t(`people.${name}`);
  const { compare } = new Intl.Collator(manner.language);
  const options = [...counts]
    .map(([value, count]) => ({ value, count, title: titleOf(value) }))
    .sort((one, other) => compare(one.title, other.title));
  return (
    <MenuTrigger>
      <Button>
        {title} <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom start">
        <Menu
          aria-label={title}
          selectionMode="single"
          selectedKeys={chosen === undefined ? [] : [chosen]}
          onSelectionChange={(keys) => {
            const [value] = keys === 'all' ? [] : keys;
            onChoose({ [name]: value === undefined ? undefined : String(value) });
          }}
          renderEmptyState={() => <p className="menu-title">{t('palette.nothing')}</p>}
        >
          {options.map(({ value, ...option }) => (
            <MenuChoice key={value} id={value} {...option} />
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

const settledMs = 200;

function TextFilter({ search, text }: Pick<Props, 'search' | 'text'>) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const [typed, setTyped] = useState(text);
  const settled = useLater(typed, settledMs).trim();
  const asked = useRef(text);
  // Back and forward bring another text with them.
  if (asked.current !== text) {
    asked.current = text;
    setTyped(text);
  }
  useEffect(() => {
    if (settled === asked.current) return;
    asked.current = settled;
    void navigate({ to: '/people', search, state: { text: settled }, replace: true });
  }, [settled, navigate, search]);
  return (
    <SearchField className="text-filter" aria-label={t('people.search')} value={typed} onChange={setTyped}>
      <Input dir="auto" maxLength={200} placeholder={t('people.search')} />
    </SearchField>
  );
}
