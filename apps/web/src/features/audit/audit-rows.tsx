import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Chip } from '../../components/basics.js';
import { StateName, useWorkflows } from '../../components/state-name.js';
import { commandTitle, eventTitle, roleTitle } from '../../components/titles.js';
import { useLocale } from '../../language/locale.js';
import { StaffName } from '../../components/staff-name.js';
import { eventsQuery, readsQuery, refusalsQuery, rulesQuery } from './audit-query.js';
import { LogTable, type RowsProps } from './log-table.js';
import { useFacetTitle } from './use-facet-title.js';

/** What was recorded: who did what, when, and where it led. */
export function EventRows({ search, onAll }: RowsProps) {
  const { t, pick, format, manner } = useLocale();
  const workflows = useWorkflows();
  const list = useInfiniteQuery(eventsQuery(search, manner.zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <LogTable
      label={t('audit.kind.events')}
      heads={[
        t('audit.position'),
        t('timeline.recordedAt'),
        t('audit.event'),
        t('replay.by'),
        t('column.state'),
        t('audit.case'),
      ]}
      list={list}
      onAll={onAll}
      rows={rows.map((row) => {
        const workflow = workflows.find(({ name }) => name === row.workflow);
        return (
          <tr key={row.position}>
            <td className="figure">{row.position}</td>
            <td className="when">{format.time(row.recordedAt)}</td>
            <td>{eventTitle(workflow, row.type, pick)}</td>
            <td>
              <ActedBy {...row} />
            </td>
            <td>
              <Chip>
                <StateName workflow={row.workflow} path={row.subState ?? row.state} />
              </Chip>
            </td>
            <td>
              <Moment {...row} />
            </td>
          </tr>
        );
      })}
    />
  );
}

/** What was sent and refused, and which rules stood against it. */
export function RefusalRows({ search, onAll }: RowsProps) {
  const { t, pick, format, manner } = useLocale();
  const titleOf = useFacetTitle();
  const workflows = useWorkflows();
  const list = useInfiniteQuery(refusalsQuery(search, manner.zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <LogTable
      label={t('audit.kind.refusals')}
      heads={[
        t('audit.position'),
        t('timeline.recordedAt'),
        t('audit.command'),
        t('replay.by'),
        t('audit.reason'),
        t('audit.case'),
      ]}
      list={list}
      onAll={onAll}
      rows={rows.map((row) => {
        const workflow = workflows.find(({ name }) => name === row.workflow);
        return (
          <tr key={row.position}>
            <td className="figure">{row.position}</td>
            <td className="when">{format.time(row.recordedAt)}</td>
            <td>{commandTitle(workflow, row.command, pick)}</td>
            <td>
              <Who id={row.actor} role={row.role} />
            </td>
            <td>
              <code>{row.code}</code>
              {row.guards.map(({ guard }) => (
                <p key={guard}>{titleOf('guard', guard)}</p>
              ))}
            </td>
            <td>
              <Link to="/cases/$caseId" params={{ caseId: row.caseId }}>
                {t('audit.open')}
              </Link>
            </td>
          </tr>
        );
      })}
    />
  );
}

/** Which rules were not kept, by which recorded fact, and whose. */
export function RuleRows({ search, onAll }: RowsProps) {
  const { t, pick, format, manner } = useLocale();
  const workflows = useWorkflows();
  const titleOf = useFacetTitle();
  const list = useInfiniteQuery(rulesQuery(search, manner.zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <LogTable
      label={t('audit.kind.rules')}
      heads={[
        t('audit.position'),
        t('timeline.recordedAt'),
        t('audit.rule'),
        t('audit.event'),
        t('replay.by'),
        t('column.state'),
        t('audit.case'),
      ]}
      list={list}
      onAll={onAll}
      rows={rows.map((row) => (
        <tr key={`${row.position} ${row.guard}`}>
          <td className="figure">{row.position}</td>
          <td className="when">{format.time(row.recordedAt)}</td>
          <td>
            {titleOf('guard', row.guard)}
            <br />
            <code className="soft">{row.code}</code>
          </td>
          <td>
            {eventTitle(
              workflows.find(({ name }) => name === row.workflow),
              row.type,
              pick,
            )}
          </td>
          <td>
            <ActedBy {...row} />
          </td>
          <td>
            <Chip>
              <StateName workflow={row.workflow} path={row.subState ?? row.state} />
            </Chip>
          </td>
          <td>
            <Moment {...row} />
          </td>
        </tr>
      ))}
    />
  );
}

/** Who was handed what, what for, and from where. */
export function ReadRows({ search, onAll, facets }: RowsProps) {
  const { t, pick, format, manner } = useLocale();
  const titleOf = useFacetTitle(facets);
  const workflows = useWorkflows();
  const list = useInfiniteQuery(readsQuery(search, manner.zone));
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  return (
    <LogTable
      label={t('audit.kind.reads')}
      heads={[
        t('audit.position'),
        t('audit.at'),
        t('replay.by'),
        t('audit.operation'),
        t('audit.rows'),
        t('audit.classes'),
        t('audit.case'),
      ]}
      list={list}
      onAll={onAll}
      rows={rows.map((row) => (
        <tr key={row.number}>
          <td className="figure">{row.number}</td>
          <td className="when">{format.time(row.at)}</td>
          <td>
            <StaffName id={row.actor} />{' '}
            <span className="soft small">
              {format.list(row.roles.map((role) => roleTitle(workflows, role, pick)))}
            </span>
          </td>
          <td>
            {titleOf('operation', row.operation)}{' '}
            <span className="soft small">
              {format.list(row.purposes.map((purpose) => titleOf('purpose', purpose)))}
            </span>
            {row.breakGlass !== null && (
              <>
                {' '}
                <Chip tone="warn">{t('audit.emergency')}</Chip>
              </>
            )}
          </td>
          <td className="figure">{format.number(row.rows)}</td>
          <td>{format.list(row.classes.map((one) => titleOf('class', one)))}</td>
          <td>
            {row.cases.length === 1 && row.cases[0] !== undefined ? (
              <Link to="/cases/$caseId" params={{ caseId: row.cases[0] }}>
                {t('audit.open')}
              </Link>
            ) : (
              format.number(row.cases.length)
            )}
          </td>
        </tr>
      ))}
    />
  );
}

interface Acted {
  readonly actor: string;
  readonly role: string;
  readonly confirmedBy: string | null;
}

/** Who recorded it, in which role, and the second person. */
export function ActedBy({ actor, role, confirmedBy }: Acted) {
  const { t } = useLocale();
  return (
    <>
      <Who id={actor} role={role} />
      {confirmedBy !== null && (
        <span className="soft small">
          {' '}
          {t('timeline.confirmedBy')} <StaffName id={confirmedBy} />
        </span>
      )}
    </>
  );
}

/** The case as it was after an event of it. */
function Moment({ caseId, revision }: { readonly caseId: string; readonly revision: string }) {
  const { t } = useLocale();
  return (
    <Link to="/cases/$caseId/replay" params={{ caseId }} search={{ at: Number(revision) }}>
      {t('audit.moment', { revision })}
    </Link>
  );
}

export function Who({ id, role }: { readonly id: string; readonly role: string }) {
  const titleOf = useFacetTitle();
  return (
    <>
      <StaffName id={id} /> <span className="soft small">{titleOf('role', role)}</span>
    </>
  );
}
