import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { useAgeTitle } from '../../components/use-age-title.js';
import type { Cell } from '../../components/csv.js';
import type { CasesBehind } from './cases-behind.js';
import { FigureTable } from './figure-table.js';
import { agesQuery, type Ages } from './figures.js';
import type { OfWorkflow } from './of-workflow.js';
import { useTimes } from './use-hours.js';

interface Props extends OfWorkflow {
  /** A past day; left out: now. */
  readonly at: string | undefined;
  readonly behind: CasesBehind;
}

type Row = Ages['states'][number];

/** The ages between the numbers of days, as lists are asked for them. */
const agesBetween = (days: readonly number[]): readonly string[] =>
  [0, ...days].map((least, index) => `${least}-${days[index] ?? ''}`);

/** For how long the cases of each state have been in it: each number is coloured by its share, and leads to its cases. */
export function AgesTable({ workflow, at, behind }: Props) {
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
            <AgeCell key={age} {...{ row, age, at, behind, count: row.ages[index] ?? 0 }} />
          ))}
          <td>{timeOf(row.medianHours)}</td>
          <td>
            <Longest {...{ row, at, behind }} age={columns[row.ages.findLastIndex((count) => count > 0)]} />
          </td>
        </tr>
      ))}
    </FigureTable>
  );
}

interface CellProps {
  readonly row: Row;
  readonly age: string;
  readonly at: string | undefined;
  readonly behind: CasesBehind;
  readonly count: number;
}

/** The list of the cases of a state, now or on a past day. */
const casesOf = ({ state }: Row, at: string | undefined) =>
  ({ view: 'all', state, ...(at !== undefined && { at }) }) as const;

function AgeCell({ row, age, at, behind, count }: CellProps) {
  const { format } = useLocale();
  const heat = { '--heat': `${Math.round((count / Math.max(1, row.count)) * 40)}%` } as React.CSSProperties;
  return (
    <td className="heat" style={heat}>
      {count === 0 || behind === undefined ? (
        <span className="soft">{format.number(count)}</span>
      ) : (
        <Link to="/work" search={{ ...casesOf(row, at), ...behind, age }}>
          {format.number(count)}
        </Link>
      )}
    </td>
  );
}

interface LongestProps {
  readonly row: Row;
  readonly at: string | undefined;
  readonly behind: CasesBehind;
  /** The oldest age of which there is a case. */
  readonly age: string | undefined;
}

/** The longest time leads to the cases of its age. Those of now come with the longest first; a past list is by reference. */
function Longest({ row, at, behind, age }: LongestProps) {
  const time = useTimes()(row.longestHours);
  if (row.longestHours === null || age === undefined || behind === undefined) return time;
  const search = {
    ...{ ...casesOf(row, at), ...behind, age },
    ...(at === undefined && { sort: 'since' as const }),
  };
  return (
    <Link to="/work" search={search}>
      {time}
    </Link>
  );
}
