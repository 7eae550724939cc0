import '../../style/insights.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { diagramQuery, workflowsQuery, type WorkflowFile } from '../../api/queries.js';
import { Button, Skeleton } from '../../components/basics.js';
import { StateDiagram } from '../../components/diagram.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { useNow } from '../../components/use-now.js';
import { useTitle } from '../../components/use-title.js';
import { dayOf, daysAfter, endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { DayPicker } from './day-picker.js';
import { flowsQuery, populationQuery, seriesQuery, type Population } from './figures.js';
import { InsightsTabs } from './insights-tabs.js';
import type { InsightsSearch } from './insights-search.js';
import { Plot } from './plot.js';
import { Sankey } from './sankey.js';
import { StackedArea } from './stacked-area.js';
import { topFlows } from './stacks.js';

const shownDays = 60;
const minuteMs = 60_000;

/** Where everybody is, on any day, and how they came there. */
export function InsightsPage() {
  const { t, manner, format } = useLocale();
  const search = useSearch({ from: '/insights' });
  const navigate = useNavigate();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const workflow = workflows.find(({ name }) => name === search.workflow) ?? workflows[0];
  const today = dayOf(useNow(minuteMs), workflow?.zone ?? manner.zone);
  useTitle(t('nav.insights'));
  if (workflow === undefined) return null;
  const at = search.at ?? today;
  const to = search.to ?? at;
  const from = search.from ?? daysAfter(to, -shownDays);
  const show = (change: Partial<InsightsSearch>): void => {
    void navigate({ to: '/insights', search: { ...search, ...change }, replace: true, resetScroll: false });
  };
  return (
    <div className="page stack insights">
      <div className="row spread">
        <h1>{t('nav.insights')}</h1>
        <div className="row">
          <DayPicker label={t('insights.at')} day={at} max={today} onDay={(day) => show({ at: day })} />
          <Button
            onPress={() => void navigate({ to: '/insights', search: {} })}
            isDisabled={search.at === undefined}
          >
            {t('insights.today')}
          </Button>
        </div>
      </div>
      <InsightsTabs />
      {at !== today && <p className="past-banner">{t('insights.past', { day: format.date(at) })}</p>}
      <Where workflow={workflow} at={at === today ? undefined : at} />
      <Days
        workflow={workflow}
        from={daysAfter(at, -shownDays)}
        to={today}
        at={at}
        onDay={(day) => show({ at: day })}
      />
      <Moves workflow={workflow} {...{ from, to, today, show }} />
    </div>
  );
}

interface OfWorkflow {
  readonly workflow: WorkflowFile;
}

/** The states at the top, in the order of the procedure. */
const topStates = (workflow: WorkflowFile): readonly string[] =>
  workflow.states.map(({ path }) => path).filter((path) => !path.includes('.'));

/** The chart with how many are in each state; a state leads to its cases. */
function Where({ workflow, at }: OfWorkflow & { readonly at: string | undefined }) {
  const { t, pick, format, manner } = useLocale();
  const navigate = useNavigate();
  const population = useQuery(populationQuery(workflow.name, at && endOfDay(at, workflow.zone)));
  const diagram = useQuery(
    diagramQuery(workflow.name, { language: manner.language, level: 'top', direction: 'across' }),
  );
  if (population.isError) return <Failure error={population.error} again={() => void population.refetch()} />;
  if (population.data === undefined || diagram.data === undefined) return <Skeleton lines={8} />;
  const { data } = population;
  const states = topStates(workflow);
  const most = Math.max(1, ...states.map((state) => data.states[state] ?? 0));
  const searchOf = (state: string) => ({ view: 'all' as const, state, ...(at !== undefined && { at }) });
  const titleOf = (state: string) => stateTitles(workflow, state, pick).join(' · ');
  return (
    <Plot
      title={t('insights.where', { count: data.total, number: format.number(data.total) })}
      heads={[t('column.state'), t('insights.cases')]}
      rows={states.map((state) => [titleOf(state), data.states[state] ?? 0])}
      fileName={`population-${at ?? 'now'}.csv`}
      linkOf={(row) => (
        <Link to="/work" search={searchOf(states[row] ?? '')}>
          {titleOf(states[row] ?? '')}
        </Link>
      )}
    >
      <Rounded population={data} />
      <StateDiagram
        diagram={diagram.data}
        label={t('insights.chart')}
        marks={new Map()}
        noteOf={(state) => format.number(data.states[state] ?? 0)}
        heatOf={(state) => (data.states[state] ?? 0) / most / 2}
        onState={(state) => void navigate({ to: '/work', search: searchOf(state) })}
      />
    </Plot>
  );
}

function Rounded({ population: { roundedTo } }: { readonly population: Population }) {
  const { t } = useLocale();
  return roundedTo === null ? null : (
    <p className="soft small">{t('insights.rounded', { count: roundedTo })}</p>
  );
}

interface DaysProps extends OfWorkflow {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly onDay: (day: string) => void;
}

function Days({ workflow, from, to, at, onDay }: DaysProps) {
  const { t, pick, format } = useLocale();
  const series = useQuery(seriesQuery(workflow.name, from, to));
  if (series.isError) return <Failure error={series.error} again={() => void series.refetch()} />;
  if (series.data === undefined) return <Skeleton lines={8} />;
  const states = topStates(workflow);
  return (
    <Plot
      title={t('insights.days')}
      heads={[t('insights.day'), ...states.map((state) => stateTitles(workflow, state, pick).join(' · '))]}
      rows={series.data.days.map(({ day, states: counts }) => [
        day,
        ...states.map((state) => counts[state] ?? 0),
      ])}
      fileName={`population-${from}-${to}.csv`}
      linkOf={(row) => {
        const day = series.data.days[row]?.day ?? at;
        return (
          <Button kind="quiet" onPress={() => onDay(day)}>
            {format.date(day)}
          </Button>
        );
      }}
    >
      <StackedArea series={series.data} {...{ states, at, workflow, onDay }} />
    </Plot>
  );
}

interface MovesProps extends OfWorkflow {
  readonly from: string;
  readonly to: string;
  readonly today: string;
  readonly show: (change: Partial<InsightsSearch>) => void;
}

function Moves({ workflow, from, to, today, show }: MovesProps) {
  const { t, pick } = useLocale();
  const flows = useQuery(
    flowsQuery(workflow.name, endOfDay(from, workflow.zone), endOfDay(to, workflow.zone)),
  );
  const between = (
    <div className="row">
      <DayPicker label={t('insights.from')} day={from} max={to} onDay={(day) => show({ from: day })} />
      <DayPicker label={t('insights.to')} day={to} max={today} onDay={(day) => show({ to: day })} />
    </div>
  );
  if (flows.isError) return <Failure error={flows.error} again={() => void flows.refetch()} />;
  const rows = topFlows(flows.data?.flows ?? []);
  const titleOf = (state: string | null) =>
    state === null ? t('insights.outside') : stateTitles(workflow, state, pick).join(' · ');
  return (
    <Plot
      title={t('insights.flows')}
      heads={[t('insights.from'), t('insights.to'), t('insights.cases')]}
      rows={rows.map((flow) => [titleOf(flow.from), titleOf(flow.to), flow.count])}
      fileName={`flows-${from}-${to}.csv`}
    >
      {between}
      {flows.data === undefined ? (
        <Skeleton lines={8} />
      ) : (
        <Sankey flows={rows} workflow={workflow} label={t('insights.flows')} />
      )}
    </Plot>
  );
}
