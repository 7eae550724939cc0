import { useInfiniteQuery, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { staffNamesQuery, timelineQuery, timelineRows, workflowsQuery } from '../../api/queries.js';
import type { HistoryEvent, StaffNames, WorkflowFile } from '../../api/queries.js';
import { useAllPages } from '../../api/use-all-pages.js';
import { useLocale, type Locale } from '../../language/locale.js';
import { Button, Chip, Skeleton } from '../../components/basics.js';
import { FactValue } from '../../components/fact-value.js';
import { Failure } from '../../components/said.js';
import { SearchBox } from '../../components/search-box.js';
import { StateName } from '../../components/state-name.js';
import { eventTitle, guardTitle, roleTitle } from '../../components/titles.js';
import { StaffName } from '../../components/staff-name.js';

interface Props {
  readonly caseId: string;
  readonly workflow: WorkflowFile | undefined;
  /** Only events of this type are shown. */
  readonly type: string | undefined;
}

const gapMs = 7 * 86_400_000;

/** What happened in the case, the newest first. */
export function CaseTimeline({ caseId, workflow, type }: Props) {
  const { t, pick } = useLocale();
  const [text, setText] = useState('');
  const [rows, setRows] = useState(timelineRows.first);
  const { history, shown, isWhole } = useTimeline({ caseId, workflow, type }, text);
  return (
    <section className="stack" aria-label={t('case.tab.timeline')}>
      <div className="row">
        <SearchBox label={t('timeline.filter')} text={text} onText={setText} maxLength={100} />
        {type !== undefined && (
          <span className="row tight">
            {t('timeline.only', { event: eventTitle(workflow, type, pick) })}
            <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'timeline' }} resetScroll={false}>
              {t('timeline.all')}
            </Link>
          </span>
        )}
      </div>
      {history.isError && <Failure error={history.error} again={() => void history.refetch()} />}
      <Events events={shown.slice(0, rows)} workflow={workflow} />
      {!isWhole && !history.isError && <Skeleton lines={shown.length === 0 ? 10 : 2} />}
      {isWhole && shown.length === 0 && <p className="soft">{t('timeline.nothing')}</p>}
      {(shown.length > rows || history.hasNextPage) && (
        <div>
          <Button
            isPending={history.isFetchingNextPage}
            onPress={() => {
              setRows(rows + timelineRows.further);
              if (history.hasNextPage) void history.fetchNextPage();
            }}
          >
            {t('timeline.earlier')}
          </Button>
        </div>
      )}
    </section>
  );
}

/** The events that fit what is typed, and whether all were looked at that have to be: what is looked for may be in any. */
function useTimeline({ caseId, workflow, type }: Props, text: string) {
  const { pick } = useLocale();
  const history = useInfiniteQuery(timelineQuery(caseId, type === undefined ? [] : [type]));
  const { data, error, hasNextPage, isFetching, fetchNextPage } = history;
  const names = useQuery(staffNamesQuery).data;
  const wanted = text.trim().toLowerCase();
  const isLooking = wanted !== '' && hasNextPage;
  useAllPages({ error, hasNextPage: isLooking, isFetching, fetchNextPage });
  const events = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const shown = events.filter(
    (event) => wanted === '' || textOf(event, workflow, { pick, names }).includes(wanted),
  );
  return { history, shown, isWhole: data !== undefined && !isLooking };
}

interface EventsProps {
  readonly events: readonly HistoryEvent[];
  readonly workflow: WorkflowFile | undefined;
}

/** Long times in which nothing happened are said, not drawn. */
function Events({ events, workflow }: EventsProps) {
  const { t, format } = useLocale();
  return (
    <ol className="timeline">
      {events.map((event, index) => {
        const later = events[index - 1];
        const gap = later === undefined ? 0 : Date.parse(later.occurredAt) - Date.parse(event.occurredAt);
        return (
          <li key={event.eventId}>
            {gap > gapMs && <p className="gap soft small">{t('timeline.gap', { span: format.span(gap) })}</p>}
            <TimelineEvent event={event} workflow={workflow} />
          </li>
        );
      })}
    </ol>
  );
}

interface Words {
  readonly pick: Locale['pick'];
  readonly names: StaffNames | undefined;
}

/** What an event can be found by: what it is called, and who recorded and confirmed it. */
function textOf(event: HistoryEvent, workflow: WorkflowFile | undefined, { pick, names }: Words): string {
  const people = [event.actor, event.confirmedBy].flatMap((one) => (one === null ? [] : [one.id]));
  const named = people.flatMap((id) => [id, names?.get(id)?.latin, names?.get(id)?.arabic]);
  return [eventTitle(workflow, event.type, pick), event.type, ...named].join(' ').toLowerCase();
}

interface EventProps {
  readonly event: HistoryEvent;
  readonly workflow: WorkflowFile | undefined;
}

function TimelineEvent({ event, workflow }: EventProps) {
  const { t, pick, format } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const by = (actor: HistoryEvent['actor']) => (
    <>
      <StaffName id={actor.id} /> ({roleTitle(workflows, actor.role, pick)})
    </>
  );
  return (
    <details className="event">
      <summary>
        <span className="two-lines">
          <span className="row">
            <strong>{eventTitle(workflow, event.type, pick)}</strong>
            <Chip>
              <StateName workflow={workflow?.name} path={event.subState ?? event.state} />
            </Chip>
          </span>
          <span className="soft small">
            <time dateTime={event.occurredAt}>{format.time(event.occurredAt)}</time> · {by(event.actor)}
            {event.confirmedBy !== null && (
              <>
                {' · '}
                {t('timeline.confirmedBy')} {by(event.confirmedBy)}
              </>
            )}
          </span>
        </span>
      </summary>
      <EventDetails event={event} workflow={workflow} />
    </details>
  );
}

function EventDetails({ event, workflow }: EventProps) {
  const { t, pick, format } = useLocale();
  const fields = workflow?.events.find(({ type }) => type === event.type)?.fields ?? [];
  const titles = new Map(fields.map((field) => [field.path, field]));
  const failed = event.guards.filter((guard) => guard.failed !== undefined);
  return (
    <div className="stack tight event-details">
      <dl className="facts">
        {Object.entries(event.data ?? {}).map(([name, value]) => {
          const field = titles.get(name);
          return (
            <FactPair key={name} title={field === undefined ? name : pick(field.titles)}>
              <FactValue value={value} fact={field} workflow={workflow} />
            </FactPair>
          );
        })}
        <FactPair title={t('timeline.recordedAt')}>{format.time(event.recordedAt)}</FactPair>
        <FactPair title={t('timeline.number')}>
          {t('timeline.position', { revision: event.revision, position: event.position })}
        </FactPair>
        {event.importedBy !== null && (
          <FactPair title={t('timeline.importedBy')}>
            <StaffName id={event.importedBy} />
          </FactPair>
        )}
      </dl>
      {event.erasedAt !== null && <p>{t('timeline.erased', { time: format.time(event.erasedAt) })}</p>}
      {event.withheld.length > 0 && <p className="soft small">{t('case.withheld')}</p>}
      {failed.length > 0 && (
        <p>
          {t('timeline.broke', {
            rules: format.list(failed.map(({ guard }) => guardTitle(workflow, guard, pick))),
          })}
        </p>
      )}
      <p className="soft small">
        <code>{event.type}</code> · <code>{event.eventId}</code>
      </p>
      <p className="small">
        <Link to="." search={{ tab: 'timeline', type: event.type }} resetScroll={false}>
          {t('timeline.ofThisType')}
        </Link>
      </p>
    </div>
  );
}

const FactPair = ({ title, children }: { readonly title: string; readonly children: React.ReactNode }) => (
  <>
    <dt>{title}</dt>
    <dd>{children}</dd>
  </>
);
