import { useSuspenseQuery } from '@tanstack/react-query';
import { workflowsQuery, type CaseRow } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { Chip, Name } from '../../components/basics.js';
import { DueTime } from '../../components/due-time.js';
import { StateName, useWorkflow } from '../../components/state-name.js';
import { SubjectName } from '../../components/subject-name.js';
import { StaffName } from '../../components/staff-name.js';
import { deadlineTitle, roleTitle, valueTitle } from '../../components/titles.js';
import { useNow } from '../../components/use-now.js';
import type { ColumnName } from './columns.js';

const minuteMs = 60_000;

/** What a row says in one of its columns. */
export function CaseCell({ name, row }: { readonly name: ColumnName; readonly row: CaseRow }) {
  switch (name) {
    case 'reference':
      return (
        <strong>
          <Name>{row.reference}</Name>
        </strong>
      );
    case 'subject':
      return <SubjectName subject={row.subject} />;
    case 'state':
      return (
        <Chip>
          <StateName workflow={row.workflow} path={row.subState ?? row.state} />
        </Chip>
      );
    case 'since':
      return <Since since={row.since} />;
    case 'due':
      return <Due row={row} />;
    case 'waitingOn':
      return <WaitingOn row={row} />;
    case 'facility':
      return <Facility row={row} />;
    case 'assignee':
      return <StaffName id={row.assignee} />;
    case 'updated':
      return <Updated updatedAt={row.updatedAt} />;
  }
}

function Since({ since }: { readonly since: string }) {
  const { format } = useLocale();
  const now = useNow(minuteMs);
  return (
    <time dateTime={since} title={format.time(since)}>
      {format.span(Math.max(0, now - Date.parse(since)))}
    </time>
  );
}

function Due({ row }: { readonly row: CaseRow }) {
  const { pick } = useLocale();
  const workflow = useWorkflow(row.workflow);
  if (row.nextDeadline === null) return null;
  const { name, dueAt } = row.nextDeadline;
  return (
    <span className="two-lines">
      <DueTime at={dueAt} isOverdue={row.overdue ?? false} />
      <span className="soft small">{deadlineTitle(workflow, name, pick)}</span>
    </span>
  );
}

function WaitingOn({ row }: { readonly row: CaseRow }) {
  const { pick, format } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  return <>{format.list((row.waitingOn ?? []).map((role) => roleTitle(workflows, role, pick)))}</>;
}

function Facility({ row }: { readonly row: CaseRow }) {
  const { pick } = useLocale();
  const workflow = useWorkflow(row.workflow);
  return <>{row.facility === null ? '' : valueTitle(workflow, row.facility, pick)}</>;
}

function Updated({ updatedAt }: { readonly updatedAt: string | null }) {
  const { format } = useLocale();
  const now = useNow(minuteMs);
  if (updatedAt === null) return null;
  return (
    <time dateTime={updatedAt} title={format.time(updatedAt)}>
      {format.relative(updatedAt, now)}
    </time>
  );
}
