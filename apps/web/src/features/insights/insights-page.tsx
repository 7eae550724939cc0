import '../../style/insights.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { problemOf } from '../../api/problem.js';
import { workflowsQuery } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { changedSearch, type SearchChange } from '../../components/changed-search.js';
import { Empty } from '../../components/said.js';
import { useNow } from '../../components/use-now.js';
import { useTitle } from '../../components/use-title.js';
import { valueTitle } from '../../components/titles.js';
import { dayOf, daysAfter, endOfDay } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { AgesTable } from './ages-table.js';
import { casesBehind } from './cases-behind.js';
import { DayPicker } from '../../components/day-picker.js';
import { Days } from './days.js';
import { populationQuery } from './figures.js';
import { Flows } from './flows.js';
import type { InsightsSearch } from './insights-search.js';
import { InsightsTabs } from './insights-tabs.js';
import { MovesTable } from './moves-table.js';
import { Where } from './where.js';

const shownDays = 60;
const minuteMs = 60_000;

/** Where everybody is, on any day, and how they came there. */
export function InsightsPage() {
  const { t, pick, manner, format } = useLocale();
  const search = useSearch({ from: '/insights' });
  const navigate = useNavigate();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const workflow = workflows.find(({ name }) => name === search.workflow) ?? workflows[0];
  const today = dayOf(useNow(minuteMs), workflow?.zone ?? manner.zone);
  useTitle(t('nav.insights'));
  const at = search.at ?? today;
  const past = at === today ? undefined : at;
  const moment = past && endOfDay(past, workflow?.zone ?? manner.zone);
  const { data, error } = useQuery({
    ...populationQuery(workflow?.name ?? '', moment),
    enabled: workflow !== undefined,
  });
  if (workflow === undefined) return null;
  const behind = data && casesBehind(data);
  const to = search.to ?? at;
  const from = search.from ?? daysAfter(to, -shownDays);
  const show = (change: SearchChange<InsightsSearch>): void => {
    const next = changedSearch(search, change);
    void navigate({ to: '/insights', search: next, replace: true, resetScroll: false });
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
      {problemOf(error)?.code === 'READ_NOT_PERMITTED' ? (
        <Empty title={t('insights.forbidden')}>
          <p>{t('insights.forbiddenText')}</p>
        </Empty>
      ) : (
        <>
          {past !== undefined && <p className="past-banner">{t('past.shown', { day: format.date(at) })}</p>}
          {typeof data?.facility === 'string' && (
            <p>{t('insights.ofFacility', { facility: valueTitle(workflow, data.facility, pick) })}</p>
          )}
          <Where
            {...{ workflow, behind }}
            at={past}
            showsTime={search.show === 'time'}
            onShow={(shown) => show({ show: shown === 'time' ? shown : undefined })}
          />
          <AgesTable {...{ workflow, behind }} at={past} />
          <Days
            workflow={workflow}
            from={daysAfter(at, -shownDays)}
            to={today}
            at={at}
            onDay={(day) => show({ at: day })}
          />
          <Flows workflow={workflow} {...{ from, to, today, show, behind }} dates={search.dates ?? 2} />
          <MovesTable workflow={workflow} {...{ from, to, behind }} />
        </>
      )}
    </div>
  );
}
