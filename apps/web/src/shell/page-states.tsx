import { Link, type ErrorComponentProps } from '@tanstack/react-router';
import { useQueryClient } from '@tanstack/react-query';
import { useLocale } from '../language/locale.js';
import { FailurePage } from '../components/said.js';
import { Skeleton } from '../components/basics.js';

/** A screen whose parts are on their way. */
export function PageWaiting() {
  const { t } = useLocale();
  return (
    <div className="page" aria-busy="true">
      <p className="visually-hidden" role="status">
        {t('page.waiting')}
      </p>
      <Skeleton lines={6} />
    </div>
  );
}

/** A screen that could not be drawn. */
export function PageFailure({ error, reset }: ErrorComponentProps) {
  const queries = useQueryClient();
  return (
    <FailurePage
      error={error}
      again={() => {
        void queries.resetQueries({ predicate: ({ state }) => state.status === 'error' }).then(reset);
      }}
    />
  );
}

/** There is no such screen. */
export function PageMissing() {
  const { t } = useLocale();
  return (
    <div className="page stack">
      <h1>{t('missing.title')}</h1>
      <p>{t('missing.text')}</p>
      <p>
        <Link to="/work" className="button">
          {t('nav.work')}
        </Link>
      </p>
    </div>
  );
}
