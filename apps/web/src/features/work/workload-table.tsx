import { Link, useNavigate } from '@tanstack/react-router';
import { Button, Chip } from '../../components/basics.js';
import { PlainTable, type Head } from '../../components/plain-table.js';
import { StaffName, useNameOfStaff } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import { LoadBar, LoadLegend } from './load-bar.js';
import { loadOrder } from './sorted-loads.js';
import type { Giving } from './use-selection.js';
import type { WorkSearch } from './work-search.js';
import type { OfficerLoad } from './workload-query.js';
import { loadSorts as loadHeads, type LoadSort, type WorkloadSearch } from './workload-search.js';

export { loadHeads };

interface Props {
  readonly search: WorkloadSearch;
  readonly loads: readonly OfficerLoad[];
  /** How cases can be given to somebody; empty where whoever is signed in may not. */
  readonly giving: readonly Giving[];
  /** They are those of another facility, until these are there. */
  readonly isDimmed: boolean;
  readonly onGive: (load: OfficerLoad, giving: Giving) => void;
}

/** A row an officer. Every number leads to the cases that it counts. */
export function WorkloadTable({ search, loads, giving, isDimmed, onGive }: Props) {
  const { t } = useLocale();
  const most = Math.max(1, ...loads.map(({ open }) => open));
  const [officer, ...numbers] = useSortingHeads(search);
  const heads = [officer as Head, t('workload.bar'), ...numbers];
  if (giving.length > 0) heads.push(t('workload.give'));
  return (
    <div className={isDimmed ? 'card stack dimmed' : 'card stack'}>
      <LoadLegend />
      <PlainTable label={t('nav.workload')} heads={heads} className="scrolled loads">
        {loads.map((load) => (
          <tr key={load.officer ?? ''}>
            <OfficerHead load={load} />
            <td className="bar-cell">
              <LoadBar load={load} most={most} />
            </td>
            {numbersOf(load, search.facility).map(({ name, value, list }) => (
              <td key={name} className="number">
                <Count value={value} list={list} />
              </td>
            ))}
            {giving.length > 0 && <GiveCell {...{ load, giving, onGive }} />}
          </tr>
        ))}
      </PlainTable>
    </div>
  );
}

function useSortingHeads(search: WorkloadSearch): readonly Head[] {
  const { t } = useLocale();
  const navigate = useNavigate();
  const { by, descending } = loadOrder(search);
  return loadHeads.map((name) => ({
    title: t(`workload.${name}`),
    sorted: name === by ? (descending ? ('descending' as const) : ('ascending' as const)) : undefined,
    onSort: () =>
      void navigate({
        to: '/workload',
        search: { ...search, by: nextSort(name, name === by ? descending : undefined) },
        replace: true,
      }),
  }));
}

/** Numbers begin with the largest one, names with the first. */
function nextSort(name: LoadSort, descending: boolean | undefined): LoadSort | `-${LoadSort}` {
  const isDown = descending === undefined ? name !== 'officer' : !descending;
  return isDown ? `-${name}` : name;
}

function OfficerHead({ load: { officer, unit, hasLeft, absentUntil } }: { readonly load: OfficerLoad }) {
  const { t, format } = useLocale();
  return (
    <th scope="row">
      <span className="row">
        <StaffName id={officer} />
        {unit !== null && <span className="soft small">{unit}</span>}
        {hasLeft && <Chip tone="warn">{t('workload.left')}</Chip>}
        {!hasLeft && absentUntil !== null && (
          <Chip>{t('workload.absent', { day: format.date(absentUntil) })}</Chip>
        )}
      </span>
    </th>
  );
}

interface LoadNumber {
  readonly name: string;
  readonly value: number | null;
  readonly list: WorkSearch;
}

/** Each number with the list that it is the total of. */
function numbersOf(load: OfficerLoad, facility: string | undefined): readonly LoadNumber[] {
  const theirs: WorkSearch = {
    ...{ view: 'all', open: 'yes', assignee: load.officer ?? 'none' },
    ...(facility !== undefined && { facility }),
  };
  return [
    { name: 'open', value: load.open, list: theirs },
    { name: 'overdue', value: load.overdue, list: { ...theirs, view: 'overdue' } },
    { name: 'dueSoon', value: load.dueSoon, list: { ...theirs, view: 'dueSoon' } },
    {
      name: 'waitingOnThem',
      value: load.waitingOnThem,
      list: { ...theirs, waitingOn: load.roles.join(',') },
    },
  ];
}

function Count({ value, list }: Pick<LoadNumber, 'value' | 'list'>) {
  const { t, format } = useLocale();
  if (value === null) return <span className="soft">{t('workload.unknown')}</span>;
  if (value === 0) return <>{format.number(0)}</>;
  return (
    <Link to="/work" search={list}>
      {format.number(value)}
    </Link>
  );
}

function GiveCell({
  load,
  giving,
  onGive,
}: Pick<Props, 'giving' | 'onGive'> & { readonly load: OfficerLoad }) {
  const { t, pick } = useLocale();
  const nameOf = useNameOfStaff();
  const name = load.officer === null ? t('nobody') : nameOf(load.officer);
  return (
    <td>
      {load.open > 0 &&
        giving.map((way) => (
          <Button
            key={way.command.workflow.name}
            aria-label={t('workload.giveOf', { officer: name })}
            onPress={() => onGive(load, way)}
          >
            {giving.length === 1 ? t('workload.giveCases') : pick(way.command.workflow.titles)}
          </Button>
        ))}
    </td>
  );
}
