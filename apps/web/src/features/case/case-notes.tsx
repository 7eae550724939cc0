import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { timelineQuery, type CaseCommand, type HistoryEvent, type WorkflowFile } from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { FactValue } from '../../components/fact-value.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';

interface Props {
  readonly caseId: string;
  readonly workflow: WorkflowFile;
  readonly commands: readonly CaseCommand[] | undefined;
}

const shownMax = 5;

/** The commands of a workflow that record a note, such as may be sent now. */
export const noteCommand = (
  workflow: WorkflowFile | undefined,
  commands: readonly CaseCommand[] | undefined,
): string | undefined => {
  const notes = workflow?.commands.filter(({ isNote }) => isNote).map(({ command }) => command) ?? [];
  return commands?.find(({ command, open, permitted }) => open && permitted && notes.includes(command))
    ?.command;
};

/** The newest notes of those who work on the case, and the way to another one. Nothing where the workflow has no notes. */
export function CaseNotes({ caseId, workflow, commands }: Props) {
  const { t } = useLocale();
  const history = useInfiniteQuery(timelineQuery(caseId));
  const types = workflow.commands.filter(({ isNote }) => isNote).flatMap(({ yields }) => yields);
  if (types.length === 0) return null;
  const events = history.data?.pages.flatMap(({ items }) => items);
  const notes = events?.filter(({ type }) => types.includes(type)) ?? [];
  const adding = noteCommand(workflow, commands);
  return (
    <section className="card stack tight" aria-labelledby="notes">
      <div className="row spread">
        <h2 id="notes">{t('case.notes')}</h2>
        {adding !== undefined && (
          <Link to="/cases/$caseId" params={{ caseId }} search={{ do: adding }}>
            {t('case.addNote')}
          </Link>
        )}
      </div>
      {history.isError && <Failure error={history.error} again={() => void history.refetch()} />}
      {history.isPending && <Skeleton lines={2} />}
      {events !== undefined && notes.length === 0 && (
        <p className="soft">{t(history.hasNextPage ? 'case.noNotesLately' : 'case.noNotes')}</p>
      )}
      <ul className="stack tight">
        {notes.slice(0, shownMax).map((note) => (
          <Note key={note.eventId} note={note} workflow={workflow} />
        ))}
      </ul>
      {notes.length > shownMax && (
        <Link to="/cases/$caseId" params={{ caseId }} search={{ tab: 'timeline' }}>
          {t('case.moreNotes')}
        </Link>
      )}
    </section>
  );
}

interface NoteProps {
  readonly note: HistoryEvent;
  readonly workflow: WorkflowFile;
}

function Note({ note: { type, data, withheld, actor, occurredAt }, workflow }: NoteProps) {
  const { t, format } = useLocale();
  const fields = workflow.events.find((event) => event.type === type)?.fields ?? [];
  return (
    <li className="note stack tight">
      {withheld.length > 0 && <p className="soft small">{t('case.withheld')}</p>}
      {Object.entries(data ?? {}).map(([name, value]) => (
        <p key={name}>
          <FactValue value={value} fact={fields.find(({ path }) => path === name)} workflow={workflow} />
        </p>
      ))}
      <p className="soft small">
        <StaffName id={actor.id} /> · <time dateTime={occurredAt}>{format.time(occurredAt)}</time>
      </p>
    </li>
  );
}
