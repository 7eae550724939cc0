import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Entry } from '../../api/queries.js';
import { Chip, Name } from '../../components/basics.js';
import { CaseLink } from '../../components/case-link.js';
import { StaffName } from '../../components/staff-name.js';
import { StateName, useWorkflows } from '../../components/state-name.js';
import { commandTitle, eventTitle, roleTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { ActedBy, Who } from './audit-rows.js';
import { entriesQuery } from './audit-query.js';
import { EntryKindName } from './entry-kinds.js';
import { LogTable, type RowsProps } from './log-table.js';

/** All that is on record: what was recorded, refused and looked at, each entry in a line. */
export function EntryRows({ search, onAll }: RowsProps) {
  const { t, format, manner } = useLocale();
  const list = useInfiniteQuery(entriesQuery(search, manner.zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <LogTable
      label={t('audit.kind.all')}
      heads={[t('audit.at'), t('audit.facet.kinds'), t('audit.what'), t('replay.by'), t('audit.case')]}
      list={list}
      onAll={onAll}
      rows={rows.map((entry) => (
        <tr key={entry.kind === 'looked' ? `looked ${entry.number}` : entry.position}>
          <td className="when">{format.time(entry.at)}</td>
          <td className="when">
            <EntryKindName kind={entry.kind} />
          </td>
          <td>
            <What entry={entry} />
          </td>
          <td>
            <By entry={entry} />
          </td>
          <td>
            <Which entry={entry} />
          </td>
        </tr>
      ))}
    />
  );
}

interface Props {
  readonly entry: Entry;
}

/** The event and where it led; the command and why it was refused; or what was asked and what for. */
function What({ entry }: Props) {
  const { t, pick, format } = useLocale();
  const workflows = useWorkflows();
  const workflowOf = (named: string) => workflows.find(({ name }) => name === named);
  switch (entry.kind) {
    case 'recorded':
      return (
        <>
          {eventTitle(workflowOf(entry.workflow), entry.type, pick)}{' '}
          <span className="soft small">
            <StateName workflow={entry.workflow} path={entry.subState ?? entry.state} />
          </span>
        </>
      );
    case 'refused':
      return (
        <>
          {commandTitle(workflowOf(entry.workflow), entry.command, pick)} <code>{entry.code}</code>
        </>
      );
    case 'looked':
      return (
        <>
          {pick(entry.titles)}{' '}
          <span className="soft small">{format.list(entry.purposes.map(({ titles }) => pick(titles)))}</span>
          {entry.breakGlass !== null && (
            <>
              {' '}
              <Chip tone="warn">{t('audit.emergency')}</Chip>
            </>
          )}
        </>
      );
  }
}

function By({ entry }: Props) {
  const { pick, format } = useLocale();
  const workflows = useWorkflows();
  const { id, roles } = entry.person;
  const [role = ''] = roles;
  switch (entry.kind) {
    case 'recorded':
      return <ActedBy actor={id} role={role} confirmedBy={entry.confirmedBy} />;
    case 'refused':
      return <Who id={id} role={role} />;
    case 'looked':
      return (
        <>
          <StaffName id={id} />{' '}
          <span className="soft small">
            {format.list(roles.map((one) => roleTitle(workflows, one, pick)))}
          </span>
        </>
      );
  }
}

/** The case, after an event as it was then; or how many cases were looked at. */
function Which({ entry }: Props) {
  const { t, format } = useLocale();
  const { caseId, reference } = entry;
  if (entry.kind === 'recorded' && caseId !== null)
    return (
      <Link to="/cases/$caseId/replay" params={{ caseId }} search={{ at: Number(entry.revision) }}>
        {reference !== null && (
          <>
            <Name>{reference}</Name>
            <br />
          </>
        )}
        <span className="small">{t('audit.moment', { revision: entry.revision })}</span>
      </Link>
    );
  if (entry.kind === 'looked' && caseId === null)
    return t('audit.cases', { count: entry.cases, number: format.number(entry.cases) });
  return <CaseLink caseId={caseId} reference={reference} />;
}
