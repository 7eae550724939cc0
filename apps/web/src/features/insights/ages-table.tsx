import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { useAgeTitle } from '../../components/use-age-title.js';
import type { Cell } from '../../components/csv.js';
import { FigureTable } from './figure-table.js';
import { agesQuery, type Ages } from './figures.js';
import type { OfWorkflow } from './of-workflow.js';
import { useTimes } from './use-hours.js';

interface Props extends OfWorkflow {
  /** A past day; left out: now. */
  readonly at: string | undefined;
}

type Row = Ages['states'][number];

/** The ages between the numbers of days, as lists are asked for them. */
const agesBetween = (days: readonly number[]): readonly string[] =>
  [0, ...days].map((least, index) => `${least}-${days[index] ?? ''}`);

/** For how long the cases of each state have been in it: each number is coloured by its share, and leads to its cases. */
export function AgesTable({ workflow, at }: Props) {
  const { t, pick } = useLocale();
  const timeOf = useTimes();
  const ageTitle = useAgeTitle();
  const ages = useQuery(agesQuery(workflow.name, at && endOfDay(at, workflow.zone)));
  if (ages.isError) return <Failure error={ages.error} again={() => void ages.refetch()} />;
  if (ages.data === undefined) return <Skeleton lines={8} />;
  const ends = new Set(workflow.states.filter(({ isEnd }) => isEnd).map(({ path }) => path));
  const rows = ages.data.states.filter(({ state }) => !state.includes('.') && !ends.has(state));
  const columns = agesBetween(ages.data.days);
  const titleOf = ({ state }: Row) => stateTitles(workflow, state, pick).join(' · ');
  const heads = [
    ...[t('column.state'), ...columns.map(ageTitle)],
    ...[t('insights.median'), t('insights.longest')],
  ];
  const cells = (row: Row): readonly Cell[] => [
    ...[titleOf(row), ...row.ages],
    ...[timeOf(row.medianHours), timeOf(row.longestHours)],
  ];
  return (
    <FigureTable
      title={t('insights.ages')}
      lead={t('insights.agesLead')}
      nothing={t('insights.nobodyThere')}
      roundedTo={ages.data.roundedTo}
      className="ages"
      heads={heads}
      cells={rows.map(cells)}
      fileName={`ages-${at ?? 'now'}.csv`}
    >
      {rows.map((row) => (
        <tr key={row.state}>
          <th scope="row">{titleOf(row)}</th>
          {columns.map((age, index) => (
            <AgeCell key={age} {...{ row, age, at, count: row.ages[index] ?? 0 }} />
          ))}
          <td>{timeOf(row.medianHours)}</td>
          <td>{timeOf(row.longestHours)}</td>
        </tr>
      ))}
    </FigureTable>
  );
}

interface CellProps {
  readonly row: Row;
  readonly age: string;
  readonly at: string | undefined;
  readonly count: number;
}

function AgeCell({ row: { state, count: all }, age, at, count }: CellProps) {
  const { format } = useLocale();
  const heat = { '--heat': `${Math.round((count / Math.max(1, all)) * 40)}%` } as React.CSSProperties;
  return (
    <td className="heat" style={heat}>
      {count === 0 ? (
        <span className="soft">{format.number(0)}</span>
      ) : (
        <Link to="/work" search={{ view: 'all', state, age, ...(at !== undefined && { at }) }}>
          {format.number(count)}
        </Link>
      )}
    </td>
  );
}
