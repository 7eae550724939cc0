import { useQueries } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { SearchChange } from '../../components/changed-search.js';
import { Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { daysAfter, daysBetween, endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { DayPicker } from '../../components/day-picker.js';
import type { CasesBehind } from './cases-behind.js';
import { flowsQuery } from './figures.js';
import { datesShown, type InsightsSearch } from './insights-search.js';
import type { OfWorkflow } from './of-workflow.js';
import { Plot } from '../../components/plot.js';
import { Rounded } from './rounded.js';
import { Sankey, type DatedFlow } from './sankey.js';
import { topFlows } from './stacks.js';

interface Props extends OfWorkflow {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly dates: number;
  readonly behind: CasesBehind;
  readonly show: (change: SearchChange<InsightsSearch>) => void;
}

/** Who went where between two days, or from each of several days to the next; each number leads to its cases. */
export function Flows({ workflow, from, to, today, dates, behind, show }: Props) {
  const { t, pick, format } = useLocale();
  const navigate = useNavigate();
  const days = daysFrom(from, to, dates);
  const asked = useQueries({
    queries: days
      .slice(1)
      .map((day, index) =>
        flowsQuery(
          ...([workflow.name, endOfDay(days[index] ?? from, workflow.zone)] as const),
          endOfDay(day, workflow.zone),
        ),
      ),
  });
  const failed = asked.find(({ isError }) => isError);
  if (failed?.error) return <Failure error={failed.error} again={() => void failed.refetch()} />;
  const flows = asked.flatMap(({ data }, column) =>
    topFlows(data?.flows ?? []).map((flow): DatedFlow => ({ ...flow, column })),
  );
  const isWhole = asked.every(({ data }) => data !== undefined);
  const titleOf = (state: string | null) =>
    state === null ? t('state.outside') : stateTitles(workflow, state, pick).join(' · ');
  const dayAt = (column: number): string => days[column] ?? to;
  const sayFlow = (flow: DatedFlow): string =>
    t('insights.ribbon', {
      number: format.number(flow.count),
      ...{ from: titleOf(flow.from), first: format.date(dayAt(flow.column)) },
      ...{ to: titleOf(flow.to), then: format.date(dayAt(flow.column + 1)) },
    });
  const searchOf = ({ from: state, to: then, column }: DatedFlow) => ({
    ...{ ...behind, view: 'all' as const, state: then, at: dayAt(column + 1) },
    earlier: `${dayAt(column)}:${state ?? 'none'}`,
  });
  return (
    <Plot
      title={t('insights.flows')}
      heads={[t('insights.from'), t('insights.to'), t('insights.cases')]}
      rows={flows.map((flow) => [
        `${format.date(dayAt(flow.column))} · ${titleOf(flow.from)}`,
        `${format.date(dayAt(flow.column + 1))} · ${titleOf(flow.to)}`,
        flow.count,
      ])}
      fileName={`flows-${from}-${to}.csv`}
      {...(behind && {
        linkOf: (row) => {
          const flow = flows[row];
          return (
            flow && (
              <Link to="/work" search={searchOf(flow)}>
                {format.date(dayAt(flow.column))} · {titleOf(flow.from)}
              </Link>
            )
          );
        },
      })}
    >
      <ShownDays {...{ from, to, today, dates, show }} />
      <Rounded to={asked[0]?.data?.roundedTo ?? null} />
      {isWhole ? (
        <Sankey
          {...{ flows, days, titleOf, sayFlow }}
          label={t('insights.flows')}
          onFlow={behind && ((flow) => void navigate({ to: '/work', search: searchOf(flow) }))}
        />
      ) : (
        <Skeleton lines={8} />
      )}
    </Plot>
  );
}

/** Between which days, and at how many of them. */
function ShownDays({ from, to, today, dates, show }: Omit<Props, 'workflow' | 'behind'>) {
  const { t, format } = useLocale();
  return (
    <div className="row">
      <DayPicker label={t('insights.from')} day={from} max={to} onDay={(day) => show({ from: day })} />
      <DayPicker label={t('insights.to')} day={to} max={today} onDay={(day) => show({ to: day })} />
      <label className="field day-picker">
        <span className="label">{t('insights.dates')}</span>
        <select value={dates} onChange={({ target }) => show({ dates: Number(target.value) })}>
          {datesShown.map((count) => (
            <option key={count} value={count}>
              {format.number(count)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** So many days from the first to the last, evenly; fewer where the days between are fewer. */
function daysFrom(from: string, to: string, dates: number): readonly string[] {
  const whole = daysBetween(from, to);
  const days = Array.from({ length: dates }, (_, index) =>
    daysAfter(from, Math.round((whole * index) / (dates - 1))),
  );
  return [...new Set(days)].length < 2 ? [from, to] : [...new Set(days)];
}
