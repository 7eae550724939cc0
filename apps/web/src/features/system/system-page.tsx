import '../../style/exceptions.css';
import { useQuery } from '@tanstack/react-query';
import { problemOf } from '../../api/problem.js';
import { Skeleton } from '../../components/basics.js';
import { Empty, Failure, Notice } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { readyQuery, systemQuery, type System } from './system-query.js';
import { ServerFacts, StoreFacts, ViewsTable, WorkflowsTable } from './system-parts.js';

/** How the installation is, for its administrators: what is wrong first, and what to do about it. */
export function SystemPage() {
  const { t } = useLocale();
  const found = useQuery(systemQuery);
  useTitle(t('nav.system'));
  const isForbidden = problemOf(found.error)?.code === 'NOT_PERMITTED';
  return (
    <div className="page stack system">
      <h1>{t('nav.system')}</h1>
      {isForbidden ? (
        <Empty title={t('system.forbidden')}>
          <p className="soft">{t('system.forbiddenText')}</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{t('system.lead')}</p>
          {found.isError && <Unanswered error={found.error} again={() => void found.refetch()} />}
          {found.isPending && <Skeleton lines={12} />}
          {found.data !== undefined && <State system={found.data} isOld={found.isError} />}
        </>
      )}
    </div>
  );
}

/** The state could not be read: what the server says to everybody tells more than that. */
function Unanswered({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const ready = useQuery(readyQuery).data;
  return (
    <>
      {ready !== undefined && ready.status !== 'ok' && <Status {...ready} />}
      <Failure error={error} again={again} />
    </>
  );
}

function State({ system, isOld }: { readonly system: System; readonly isOld: boolean }) {
  const { t } = useLocale();
  const { unfinished } = system.erasures;
  return (
    <div className={isOld ? 'stack dimmed' : 'stack'}>
      <Status status={system.status} reason={system.reason} />
      {unfinished > 0 && (
        <Notice tone="warn" title={t('system.erasuresWait', { count: unfinished })}>
          <Help text={t('system.erasuresHelp')} page="docs/how-to/erase-a-person.md" />
        </Notice>
      )}
      <ServerFacts system={system} />
      <StoreFacts system={system} />
      <ViewsTable views={system.views} />
      <WorkflowsTable workflows={system.workflows} />
    </div>
  );
}

const tones = { ok: 'done', behind: 'warn', checking: 'warn', stopping: 'warn' } as const;

/** The pages of the documentation that help. */
const pages = {
  behind: 'docs/how-to/rebuild-views.md',
  checking: 'docs/how-to/change-a-workflow-in-use.md',
  stuck: 'docs/how-to/change-a-workflow-in-use.md',
  stopping: 'docs/how-to/see-what-needs-you.md',
  unavailable: 'docs/how-to/back-up-and-restore.md',
} as const;

/** Whether something is wrong, why, and what to do. */
function Status({ status, reason }: Pick<System, 'status' | 'reason'>) {
  const { t } = useLocale();
  const tone = status === 'stuck' || status === 'unavailable' ? 'danger' : tones[status];
  return (
    <Notice tone={tone} title={t(`system.status.${status}`)}>
      {reason !== null && <p dir="auto">{reason}</p>}
      {status !== 'ok' && <Help text={t(`system.help.${status}`)} page={pages[status]} />}
      {status === 'unavailable' && (
        <p>
          <code dir="ltr">safeconduct doctor</code>
        </p>
      )}
    </Notice>
  );
}

function Help({ text, page }: { readonly text: string; readonly page: string }) {
  const { t } = useLocale();
  return (
    <p>
      {text}{' '}
      <span className="small soft">
        {t('system.page')} <code dir="ltr">{page}</code>
      </span>
    </p>
  );
}
