import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Header, Menu, MenuSection, MenuTrigger, Popover } from 'react-aria-components';
import { workflowsQuery } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { MenuChoice } from '../../components/menu-choice.js';
import { useLocale } from '../../language/locale.js';
import { facetsQuery, type Listed } from './list-query.js';
import { useFilterTitle } from './use-filter-title.js';
import { ages, openWords, type ChosenFilter, type Filter, type WorkSearch } from './work-search.js';

interface Props {
  readonly name: ChosenFilter;
  readonly listed: Listed;
  readonly onChoose: (search: WorkSearch) => void;
}

interface Option {
  readonly value: string;
  /** Left out where the server does not count it. */
  readonly count?: number;
}

/** Of these, several may be chosen: any of the states, and of each kind of tag any. */
const severalOf: readonly Filter[] = ['state', 'tag'];

/** What a list can be narrowed to by one filter, each with how many cases it has. */
export function FilterMenu({ name, listed, onChoose }: Props) {
  const { t } = useLocale();
  const groups = useOptions(name, listed);
  const several = severalOf.includes(name);
  return (
    <MenuTrigger>
      <Button>
        {t(`filter.${name}`)} <span aria-hidden="true">▾</span>
      </Button>
      <Popover placement="bottom start">
        <Menu
          aria-label={t(`filter.${name}`)}
          selectionMode={several ? 'multiple' : 'single'}
          selectedKeys={listed.search[name]?.split(',') ?? []}
          onSelectionChange={(keys) => {
            onChoose({ ...listed.search, [name]: keys === 'all' ? undefined : [...keys].join(',') });
          }}
          renderEmptyState={() => (
            <p className="menu-title">{t(groups === undefined ? 'page.waiting' : 'palette.nothing')}</p>
          )}
        >
          {(groups ?? []).map(({ title, options }) =>
            title === undefined ? (
              options.map((option) => <Choice key={option.value} {...{ name, option }} />)
            ) : (
              <MenuSection key={title}>
                <Header className="menu-title">{title}</Header>
                {options.map((option) => (
                  <Choice key={option.value} {...{ name, option }} />
                ))}
              </MenuSection>
            ),
          )}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}

interface Group {
  readonly title: string | undefined;
  readonly options: readonly Option[];
}

/** The values of a filter; tags in one group for each kind. Undefined until they have been counted. */
function useOptions(name: ChosenFilter, listed: Listed): readonly Group[] | undefined {
  const { pick } = useLocale();
  const facets = useQuery(facetsQuery(listed)).data;
  const [workflow] = useSuspenseQuery(workflowsQuery).data;
  if (name === 'age') return [{ title: undefined, options: ages.map((value) => ({ value })) }];
  if (facets === undefined) return undefined;
  if (name === 'open') {
    const words = Object.entries(openWords);
    const options = facets.open.map(({ value, count }) => ({
      value: words.find(([, asked]) => asked === value)?.[0] ?? value,
      count,
    }));
    return options.length === 0 ? [] : [{ title: undefined, options }];
  }
  if (name !== 'tag') {
    // Cases of nobody are asked for as `none`.
    const options = facets[name].map(({ value, count }) => ({ value: value ?? 'none', count }));
    return options.length === 0 ? [] : [{ title: undefined, options }];
  }
  return (workflow?.tags ?? []).flatMap((tag) => {
    const counted = facets.tags[tag.name] ?? [];
    const options = counted.map(({ value, count }) => ({ value: `${tag.name}:${value}`, count }));
    return options.length === 0 ? [] : [{ title: pick(tag.titles), options }];
  });
}

interface ChoiceProps {
  readonly name: ChosenFilter;
  readonly option: Option;
}

const Choice = ({ name, option: { value, count } }: ChoiceProps) => (
  <MenuChoice id={value} title={useFilterTitle()(name, value)} count={count} />
);
