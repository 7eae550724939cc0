import type { HistoryEvent, WorkflowFile } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { StaffName } from './staff-name.js';
import { eventTitle } from './titles.js';

interface Props {
  readonly event: HistoryEvent;
  readonly workflow: WorkflowFile | undefined;
}

/** What happened, by whom and when, in one line. */
export function EventLine({ event, workflow }: Props) {
  const { pick, format } = useLocale();
  return (
    <span className="two-lines">
      <span>{eventTitle(workflow, event.type, pick)}</span>
      <span className="soft small">
        <time dateTime={event.occurredAt}>{format.time(event.occurredAt)}</time> ·{' '}
        <StaffName id={event.actor.id} />
      </span>
    </span>
  );
}
