import { useSuspenseQuery } from '@tanstack/react-query';
import { workflowsQuery, type CaseCommand, type CaseFile, type WorkflowFile } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { DueTime } from '../../components/due-time.js';
import { StaffName } from '../../components/staff-name.js';
import { CaseNotes } from './case-notes.js';
import { deadlineTitle, roleTitle } from '../../components/titles.js';

interface Props {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile | undefined;
  readonly commands: readonly CaseCommand[] | undefined;
}

/** By when something must happen and by whom, what was noted, and who keeps the case. */
export function CaseSide({ file, workflow, commands }: Props) {
  const { t, pick } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const deadlines = [...file.deadlines].sort((one, other) => (one.dueAt < other.dueAt ? -1 : 1));
  return (
    <aside className="stack case-side">
      <section className="card stack tight" aria-labelledby="deadlines">
        <h2 id="deadlines">{t('case.deadlines')}</h2>
        {deadlines.length === 0 && <p className="soft">{t('case.noDeadlines')}</p>}
        <ul className="stack tight">
          {deadlines.map(({ name, dueAt, role, overdue }) => (
            <li key={name} className="two-lines">
              <span>{deadlineTitle(workflow, name, pick)}</span>
              <DueTime at={dueAt} isOverdue={overdue} />
              <span className="soft small">
                {t('case.actsBy', { role: roleTitle(workflows, role, pick) })}
              </span>
            </li>
          ))}
        </ul>
      </section>
      {workflow !== undefined && <CaseNotes caseId={file.caseId} {...{ workflow, commands }} />}
      <section className="card stack tight" aria-labelledby="people">
        <h2 id="people">{t('case.people')}</h2>
        <p>
          <span className="soft">{t('column.assignee')}: </span>
          <StaffName id={file.assignee} />
        </p>
      </section>
    </aside>
  );
}
