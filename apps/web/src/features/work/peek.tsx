import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { historyPageQuery, type CaseRow } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Button, Chip, Name, Skeleton } from '../../components/basics.js';
import { DueTime } from '../../components/due-time.js';
import { EventLine } from '../../components/event-line.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { StateName, useWorkflow } from '../../components/state-name.js';
import { SubjectName } from '../../components/subject-name.js';
import { deadlineTitle } from '../../components/titles.js';
import { useShortcuts } from '../../shell/keyboard.js';

const shownEvents = 5;

/** A case beside the list: what it is and what happened last. */
export function Peek({ row, onClose }: { readonly row: CaseRow; readonly onClose: () => void }) {
  const { t, pick } = useLocale();
  const workflow = useWorkflow(row.workflow);
  const history = useQuery(historyPageQuery(row.caseId, shownEvents));
  useShortcuts({ Escape: onClose });
  return (
    <aside className="card stack peek" aria-label={t('peek.label', { reference: row.reference })}>
      <div className="row spread">
        <h2>
          <Name>{row.reference}</Name>
        </h2>
        <Button kind="quiet" onPress={onClose} aria-label={t('close')}>
          ×
        </Button>
      </div>
      <p>
        <SubjectName subject={row.subject} both />
      </p>
      <p>
        <Chip tone="here">
          <StateName workflow={row.workflow} path={row.subState ?? row.state} />
        </Chip>
      </p>
      <dl className="facts">
        <dt>{t('column.assignee')}</dt>
        <dd>
          <StaffName id={row.assignee} />
        </dd>
        {row.nextDeadline !== null && (
          <>
            <dt>{deadlineTitle(workflow, row.nextDeadline.name, pick)}</dt>
            <dd>
              <DueTime at={row.nextDeadline.dueAt} isOverdue={row.overdue ?? false} />
            </dd>
          </>
        )}
      </dl>
      <h3>{t('peek.last')}</h3>
      {history.isError && <Failure error={history.error} again={() => void history.refetch()} />}
      {history.isPending && <Skeleton lines={shownEvents} />}
      <ol className="stack tight">
        {history.data?.items.map((event) => (
          <li key={event.eventId}>
            <EventLine event={event} workflow={workflow} />
          </li>
        ))}
      </ol>
      <p>
        <Link className="button main" to="/cases/$caseId" params={{ caseId: row.caseId }}>
          {t('peek.open')}
        </Link>
      </p>
    </aside>
  );
}
