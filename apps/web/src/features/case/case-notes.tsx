import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import {
  historyPageQuery,
  timelineQuery,
  type CaseCommand,
  type HistoryEvent,
  type WorkflowFile,
} from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { FactValue } from '../../components/fact-value.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import type { CaseSearch } from './case-search.js';

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
  const types = workflow.commands.filter(({ isNote }) => isNote).flatMap(({ yields }) => yields);
  const found = useNewest(caseId, types);
  if (types.length === 0) return null;
  const notes = found.data ?? [];
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
      {found.error !== null && <Failure error={found.error} again={found.again} />}
      {found.error === null && found.data === undefined && <Skeleton lines={2} />}
      {found.data?.length === 0 && <p className="soft">{t('case.noNotes')}</p>}
      <ul className="stack tight">
        {notes.slice(0, shownMax).map((note) => (
          <Note key={note.eventId} note={note} workflow={workflow} />
        ))}
      </ul>
      {notes.length > shownMax && (
        <Link to="/cases/$caseId" params={{ caseId }} search={timelineOf(types)}>
          {t('case.moreNotes')}
        </Link>
      )}
    </section>
  );
}

/** One type can be shown alone. */
const timelineOf = (types: readonly string[]): CaseSearch => {
  const [type, ...others] = types;
  return { tab: 'timeline', ...(type !== undefined && others.length === 0 && { type }) };
};

/** The newest events of some types, and one more than are shown. The page of the timeline has them but in a long case. */
function useNewest(caseId: string, types: readonly string[]) {
  const wanted = shownMax + 1;
  const timeline = useInfiniteQuery(timelineQuery(caseId));
  const lately = timeline.data?.pages
    .flatMap(({ items }) => items)
    .filter(({ type }) => types.includes(type));
  const hasOlder = timeline.hasNextPage && lately !== undefined && lately.length < wanted;
  const older = useQuery({
    ...historyPageQuery(caseId, wanted, types),
    enabled: hasOlder && types.length > 0,
  });
  const { error, refetch } = hasOlder ? older : timeline;
  return { data: hasOlder ? older.data?.items : lately, error, again: () => void refetch() };
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
