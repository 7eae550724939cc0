import { Link, useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef } from 'react';
import type { WorkflowFile } from '../api/queries.js';
import type { Recording } from '../api/send.js';
import { useLocale } from '../language/locale.js';
import { Button, Chip, Name } from '../components/basics.js';
import { StateName } from '../components/state-name.js';
import { eventTitle } from '../components/titles.js';
import { useShortcuts } from '../shell/keyboard.js';
import { neighbourOf } from '../components/list-order.js';

interface Props {
  readonly recording: Recording;
  readonly workflow: WorkflowFile;
  /** Left out where whoever sent the command does not see the case any more. */
  readonly onClose?: () => void;
}

/** What was recorded. It is durable when this is shown. */
export function Recorded({ recording: { answer, caseId, reference }, workflow, onClose }: Props) {
  const { t, pick, format } = useLocale();
  const navigate = useNavigate();
  const text = useRef<HTMLDivElement>(null);
  const next = neighbourOf(caseId, 1);
  useEffect(() => {
    text.current?.focus();
  }, []);
  useShortcuts(
    useMemo(
      () => ({
        KeyN: () => {
          if (next !== undefined) void navigate({ to: '/cases/$caseId', params: { caseId: next } });
        },
      }),
      [navigate, next],
    ),
  );
  return (
    <div className="stack">
      <div className="notice done" role="status" tabIndex={-1} ref={text}>
        {'events' in answer ? (
          <>
            <strong>{t('recorded.title')}</strong>
            <p>
              {format.list(answer.events.map(({ type }) => eventTitle(workflow, type, pick)))} ·{' '}
              {t('recorded.number', { reference: answer.reference, revision: answer.revision })}
            </p>
            <p>
              <Chip tone="here">
                <StateName workflow={workflow.name} path={answer.subState ?? answer.state} />
              </Chip>
            </p>
          </>
        ) : (
          <>
            <strong>{t('recorded.proposed')}</strong>
            <p>
              <Name>{reference}</Name> · {t('recorded.proposedText')}
            </p>
          </>
        )}
        {onClose === undefined && <p>{t('recorded.outOfSight')}</p>}
      </div>
      <div className="row">
        {onClose === undefined ? (
          <Link className="button main" to="/work">
            {t('nav.work')}
          </Link>
        ) : (
          <Button kind="main" onPress={onClose}>
            {t('recorded.back')}
          </Button>
        )}
        {next !== undefined && (
          <Link className="button" to="/cases/$caseId" params={{ caseId: next }}>
            {t('recorded.next')} <kbd>N</kbd>
          </Link>
        )}
      </div>
    </div>
  );
}
