import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { OfflineError, ProblemError, problemOf } from '../api/problem.js';
import { useLocale } from '../language/locale.js';
import { Button } from './basics.js';

interface Said {
  readonly title: ReactNode;
  readonly children?: ReactNode;
  readonly tone?: 'danger' | 'done' | 'warn';
}

/** Something that a person has to know now. */
export const Notice = ({ title, children, tone }: Said) => (
  <div
    className={tone === undefined ? 'notice' : `notice ${tone}`}
    role={tone === 'danger' ? 'alert' : 'status'}
  >
    <strong>{title}</strong>
    {children}
  </div>
);

/** Nothing is here, why, and what can be done. */
export const Empty = ({ title, children }: Pick<Said, 'title' | 'children'>) => (
  <div className="card stack empty">
    <p>
      <strong>{title}</strong>
    </p>
    {children}
  </div>
);

/** What stays refused however often it is asked for. */
const refusedRead = 'READ_NOT_PERMITTED';

/** Why something could not be shown or done, with the means to try it again where that can help. */
export function Failure({
  error,
  again,
}: {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
}) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const retry = again ?? (() => void queries.refetchQueries({ type: 'active', stale: true }));
  return (
    <Notice tone="danger" title={titleOf(error, t)}>
      <div className="stack tight">
        <FailureText error={error} />
        {problemOf(error)?.code !== refusedRead && (
          <div>
            <Button onPress={retry}>{t('failure.again')}</Button>
          </div>
        )}
      </div>
    </Notice>
  );
}

interface FailurePageProps {
  readonly error: unknown;
  readonly again?: (() => void) | undefined;
  /** What can be done instead. */
  readonly children?: ReactNode;
}

/** A screen of which nothing can be shown, and why. */
export function FailurePage({ children, ...props }: FailurePageProps) {
  const { t } = useLocale();
  return (
    <div className="page stack">
      <h1>{t('failure.page')}</h1>
      <Failure {...props} />
      {children}
    </div>
  );
}

function titleOf(error: unknown, t: ReturnType<typeof useLocale>['t']): string {
  if (error instanceof OfflineError) return t('failure.offline');
  return (error instanceof ProblemError && error.problem.title) || t('failure.unknown');
}

function FailureText({ error }: { readonly error: unknown }) {
  const { t } = useLocale();
  if (error instanceof OfflineError) return <p>{t('failure.offlineText')}</p>;
  if (!(error instanceof ProblemError)) return <p>{t('failure.unknownText')}</p>;
  const { problem, requestId } = error;
  return (
    <>
      {problem.detail !== undefined && problem.detail !== problem.title && <p>{problem.detail}</p>}
      <p className="small soft">
        <code>{problem.code}</code>
        {requestId !== null && (
          <>
            {' · '}
            {t('failure.request')} <code>{requestId}</code>
          </>
        )}
      </p>
    </>
  );
}
