import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Problem } from '../api/problem.js';
import { caseKey, caseQuery, historyPageQuery, type CaseFile, type WorkflowFile } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Button, Chip, Skeleton } from '../components/basics.js';
import { EventLine } from '../components/event-line.js';
import { Notice } from '../components/said.js';
import { StateName } from '../components/state-name.js';
import type { OpenDraft } from './use-draft.js';

interface Props {
  readonly problem: Problem;
  readonly open: OpenDraft;
  readonly file: CaseFile;
  readonly workflow: WorkflowFile;
}

const shownMax = 20;

/** Somebody else changed the case while the form was filled in: what they did, beside what was typed, which stays. */
export function Conflict({ problem, open, file, workflow }: Props) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const history = useQuery({ ...historyPageQuery(file.caseId, shownMax), refetchOnMount: 'always' });
  const now = useQuery({ ...caseQuery(file.caseId), refetchOnMount: 'always' });
  const expected = BigInt(open.draft.revision);
  const since = history.data?.items.filter(({ revision }) => BigInt(revision) > expected);
  return (
    <Notice tone="warn" title={problem.title}>
      <div className="stack tight">
        <p>{t('conflict.text')}</p>
        {since === undefined ? (
          <Skeleton lines={2} />
        ) : (
          <ol className="stack tight">
            {since.map((event) => (
              <li key={event.eventId}>
                <EventLine event={event} workflow={workflow} />
              </li>
            ))}
          </ol>
        )}
        {now.data !== undefined && (
          <p className="row">
            {t('conflict.now')}
            <Chip tone="here">
              <StateName workflow={file.workflow} path={now.data.subState ?? now.data.state} />
            </Chip>
          </p>
        )}
        <div>
          <Button
            isDisabled={now.data === undefined}
            onPress={() => {
              if (now.data !== undefined)
                open.change({ revision: now.data.revision, key: crypto.randomUUID() });
              void queries.invalidateQueries({ queryKey: caseKey(file.caseId) });
            }}
          >
            {t('conflict.goOn')}
          </Button>
        </div>
      </div>
    </Notice>
  );
}
