import { useQuery } from '@tanstack/react-query';
import { Button, Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { stateTitles } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { seriesQuery } from './figures.js';
import { topStates, type OfWorkflow } from './of-workflow.js';
import { Plot } from '../../components/plot.js';
import { StackedArea } from './stacked-area.js';

interface Props extends OfWorkflow {
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly onDay: (day: string) => void;
}

/** How many were in each state, day by day; a day that is chosen is shown everywhere. */
export function Days({ workflow, from, to, at, onDay }: Props) {
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
