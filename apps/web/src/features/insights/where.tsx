import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Label, RadioGroup } from 'react-aria-components';
import { diagramQuery } from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { OneOf } from '../../components/choice.js';
import { StateDiagram } from '../../components/diagram.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { agesQuery, populationQuery, type Ages, type Population } from './figures.js';
import type { CasesBehind } from './cases-behind.js';
import { topStates, type OfWorkflow } from './of-workflow.js';
import { Plot } from '../../components/plot.js';
import { Rounded } from './rounded.js';
import { useHours } from './use-hours.js';

interface Props extends OfWorkflow {
  /** A past day; left out: now. */
  readonly at: string | undefined;
  readonly behind: CasesBehind;
  readonly showsTime: boolean;
  readonly onShow: (shown: 'number' | 'time') => void;
}

/** The chart with how many are in each state, or for how long; a state leads to its cases. */
export function Where({ workflow, at, behind, showsTime, onShow }: Props) {
  const { t, pick, format, manner } = useLocale();
  const hours = useHours();
  const navigate = useNavigate();
  const moment = at && endOfDay(at, workflow.zone);
  const population = useQuery(populationQuery(workflow.name, moment));
  const ages = useQuery(agesQuery(workflow.name, moment));
  const diagram = useQuery(
    diagramQuery(workflow.name, { language: manner.language, level: 'top', direction: 'across' }),
  );
  if (population.isError) return <Failure error={population.error} again={() => void population.refetch()} />;
  if (ages.isError) return <Failure error={ages.error} again={() => void ages.refetch()} />;
  if (population.data === undefined || ages.data === undefined || diagram.data === undefined)
    return <Skeleton lines={8} />;
  const { data } = population;
  const states = topStates(workflow);
  const shown = showsTime ? timesIn(ages.data) : countsIn(data);
  const most = Math.max(1, ...states.map((state) => shown(state) ?? 0));
  const noteOf = (state: string): string => {
    const value = shown(state);
    if (!showsTime) return format.number(value ?? 0);
    return value === undefined ? '–' : hours(value);
  };
  const searchOf = (state: string) => ({
    ...{ view: 'all' as const, state },
    ...behind,
    ...(at !== undefined && { at }),
  });
  const titleOf = (state: string) => stateTitles(workflow, state, pick).join(' · ');
  return (
    <Plot
      title={t('insights.where', { count: data.total, number: format.number(data.total) })}
      heads={[t('column.state'), t('insights.cases'), t('insights.median')]}
      rows={states.map((state) => {
        const median = timesIn(ages.data)(state);
        return [titleOf(state), data.states[state] ?? 0, median === undefined ? '–' : hours(median)];
      })}
      fileName={`population-${at ?? 'now'}.csv`}
      {...(behind && {
        linkOf: (row) => (
          <Link to="/work" search={searchOf(states[row] ?? '')}>
            {titleOf(states[row] ?? '')}
          </Link>
        ),
      })}
    >
      <Rounded to={data.roundedTo} />
      <RadioGroup
        className="row"
        orientation="horizontal"
        value={showsTime ? 'time' : 'number'}
        onChange={(value) => onShow(value === 'time' ? 'time' : 'number')}
      >
        <Label>{t('insights.showing')}</Label>
        <OneOf value="number">{t('insights.number')}</OneOf>
        <OneOf value="time">{t('insights.time')}</OneOf>
      </RadioGroup>
      <StateDiagram
        diagram={diagram.data}
        label={t(showsTime ? 'insights.chartOfTimes' : 'insights.chart')}
        marks={new Map()}
        noteOf={noteOf}
        heatOf={(state) => (shown(state) ?? 0) / most / 2}
        onState={behind && ((state) => void navigate({ to: '/work', search: searchOf(state) }))}
      />
    </Plot>
  );
}

const countsIn =
  ({ states }: Population) =>
  (state: string): number | undefined =>
    states[state];

const timesIn =
  ({ states }: Ages) =>
  (state: string): number | undefined =>
    states.find((one) => one.state === state)?.medianHours ?? undefined;
