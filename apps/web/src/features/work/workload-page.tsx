import '../../style/worklist.css';
import '../../style/workload.css';
import { useQuery, useSuspenseQuery, type UseQueryResult } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { sessionQuery } from '../../api/queries.js';
import { Button, Skeleton } from '../../components/basics.js';
import { save } from '../../components/csv.js';
import { FilterChip } from '../../components/filter-chip.js';
import { Empty, Failure } from '../../components/said.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { useTitle } from '../../components/use-title.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useLocale } from '../../language/locale.js';
import { FilterMenu } from './filter-menu.js';
import type { Listed } from './list-query.js';
import { inShownOrder, loadOrder, sortedLoads } from './sorted-loads.js';
import { useFilterTitle } from './use-filter-title.js';
import { useBulkCommands, useGiving, type Giving } from './use-selection.js';
import { useLiveWorkload, workloadQuery, type OfficerLoad, type Workload } from './workload-query.js';
import type { WorkloadSearch } from './workload-search.js';
import { loadHeads, WorkloadTable } from './workload-table.js';

const ShareOfficer = loadedLater(async () => (await import('./share-officer.js')).ShareOfficer);

/** How much work each officer has, and what lies with nobody; from here cases are given to others. */
export function WorkloadPage() {
  const { t } = useLocale();
  const search = useSearch({ from: '/workload' });
  const found = useQuery(workloadQuery(search.facility));
  const loads = useShownLoads(search, found);
  const giving = useGiving(useBulkCommands());
  const [given, setGiven] = useState<{ readonly load: OfficerLoad; readonly giving: Giving }>();
  useLiveWorkload();
  useTitle(t('nav.workload'));
  return (
    <div className="page stack workload">
      <h1>{t('nav.workload')}</h1>
      <p className="soft">{t('workload.lead')}</p>
      <Bar search={search} loads={loads} />
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={10} />}
      {found.data !== undefined && loads.length === 0 && (
        <Empty title={t('workload.empty')}>
          <p className="soft">{t('workload.emptyText')}</p>
        </Empty>
      )}
      {loads.length > 0 && (
        <WorkloadTable
          {...{ search, loads, giving }}
          isDimmed={found.isPlaceholderData}
          onGive={(load, way) => setGiven({ load, giving: way })}
        />
      )}
      {given !== undefined && (
        <ShareOfficer
          {...given}
          facility={search.facility}
          loads={loads}
          onClose={() => setGiven(undefined)}
        />
      )}
    </div>
  );
}

/** An officer, or work that lies with nobody. */
const hasSomething = ({ officer, open }: OfficerLoad): boolean => officer !== null || open > 0;

/** Sorted when they come, and when they are asked for in another order; counted again, they stay where they are. */
function useShownLoads(
  search: WorkloadSearch,
  { data, isPlaceholderData }: UseQueryResult<Workload>,
): readonly OfficerLoad[] {
  const { language } = useLocale().manner;
  const asked = JSON.stringify([search, isPlaceholderData]);
  const [shown, setShown] = useState<Shown>();
  if (data === undefined) return [];
  const items = data.items.filter(hasSomething);
  if (shown?.asked === asked) return inShownOrder(items, shown.officers);
  const nameOf = ({ name, officer }: OfficerLoad): string =>
    name?.[language === 'ar' ? 'arabic' : 'latin'] ?? officer ?? '';
  const loads = sortedLoads(items, loadOrder(search), nameOf);
  setShown({ asked, officers: loads.map(({ officer }) => officer) });
  return loads;
}

interface Shown {
  readonly asked: string;
  readonly officers: readonly (string | null)[];
}

interface BarProps {
  readonly search: WorkloadSearch;
  readonly loads: readonly OfficerLoad[];
}

/** What the numbers are narrowed to, and the table as a file. */
function Bar({ search, loads }: BarProps) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const nameOf = useNameOfStaff();
  const titleOf = useFilterTitle();
  const session = useSuspenseQuery(sessionQuery).data;
  const { zone } = useLocale().manner;
  const { facility, ...others } = search;
  const listed: Listed = useMemo(
    () => ({
      search: { view: 'all', open: 'yes', ...(facility !== undefined && { facility }) },
      ...{ text: '', session, zone, roles: [] },
    }),
    [facility, session, zone],
  );
  const narrow = (next: string | undefined) =>
    void navigate({ to: '/workload', search: next ? { ...others, facility: next } : others });
  const heads = loadHeads.map((name) => t(`workload.${name}`));
  const rows = loads.map((load) => [
    load.officer === null ? t('nobody') : nameOf(load.officer),
    ...([load.open, load.overdue, load.dueSoon, load.waitingOnThem ?? ''] as const),
  ]);
  return (
    <div className="row">
      <FilterMenu name="facility" listed={listed} onChoose={(next) => narrow(next.facility)} />
      {facility !== undefined && (
        <FilterChip filter={titleOf('facility', facility)} onRemove={() => narrow(undefined)} />
      )}
      <Button
        kind="quiet"
        isDisabled={loads.length === 0}
        onPress={() => save(`workload-${facility ?? 'all'}.csv`, [heads, ...rows])}
      >
        {t('plot.csv')}
      </Button>
    </div>
  );
}
