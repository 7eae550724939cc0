import { useNavigate } from '@tanstack/react-router';
import { Menu, MenuTrigger, Popover } from 'react-aria-components';
import type { Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { changedSearch, type SearchChange } from '../../components/changed-search.js';
import { Tick } from '../../components/choice.js';
import { FilterChip } from '../../components/filter-chip.js';
import { MenuChoice } from '../../components/menu-choice.js';
import { TextFilter } from '../../components/text-filter.js';
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
  const { narrow, searchFor } = useNarrow(search, text);
  const { role: _role, ...withoutRole } = search;
  const { unit: _unit, ...withoutUnit } = search;
  const roles = counted(shownPeople(people, { search: withoutRole, text }), (person) => person.roles);
  const units = counted(shownPeople(people, { search: withoutUnit, text }), ({ unit }) =>
    unit === null ? [] : [unit],
  );
  return (
    <div className="stack tight">
      <div className="row">
        <TextFilter label={t('people.search')} text={text} onText={searchFor} />
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

type Narrowed = SearchChange<PeopleSearch>;

/** Shows the list with another filter, the others and the text stay; or with another text. */
function useNarrow(search: PeopleSearch, text: string) {
  const navigate = useNavigate();
  const show = (next: PeopleSearch, sought: string) =>
    void navigate({ to: '/people', search: next, state: { text: sought }, replace: true });
  return {
    narrow: (next: Narrowed): void => {
      show(changedSearch(search, next), text);
    },
    searchFor: (sought: string): void => {
      show(search, sought);
    },
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
