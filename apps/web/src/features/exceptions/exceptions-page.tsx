import '../../style/exceptions.css';
import { useQuery } from '@tanstack/react-query';
import { Link, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Chip, Skeleton } from '../../components/basics.js';
import { Empty, Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { ExceptionRow } from './exception-row.js';
import { exceptionsQuery, useLiveExceptions } from './exceptions-query.js';
import type { ExceptionGroup } from './exceptions-search.js';
import { ReviewWindow } from './review-window.js';
import { RunningAccess } from './running-access.js';

/** What does not go on by itself, by kind, each with its cause and what can be done about it. */
export function ExceptionsPage() {
  const { t, manner } = useLocale();
  const { kind } = useSearch({ from: '/exceptions' });
  const found = useQuery(exceptionsQuery(kind, manner.language));
  const [reviewed, setReviewed] = useState<string>();
  useLiveExceptions();
  useTitle(t('nav.exceptions'));
  const groups = found.data?.groups.filter((group) => kind === undefined || group.kind === kind) ?? [];
  return (
    <div className="page stack exceptions">
      <h1>{t('nav.exceptions')}</h1>
      <p className="soft">{t('exceptions.lead')}</p>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={8} />}
      {kind === undefined && <RunningAccess />}
      {kind !== undefined && (
        <p>
          <Link to="/exceptions">{t('exceptions.allKinds')}</Link>
        </p>
      )}
      {found.data !== undefined && groups.length === 0 && (
        <Empty title={t('exceptions.none')}>
          <p className="soft">{t('exceptions.noneText')}</p>
        </Empty>
      )}
      {groups.map((group) => (
        <Group
          key={group.kind}
          group={group}
          isAlone={kind !== undefined}
          isDimmed={found.isPlaceholderData}
          onReview={setReviewed}
        />
      ))}
      {reviewed !== undefined && <ReviewWindow grantId={reviewed} onClose={() => setReviewed(undefined)} />}
    </div>
  );
}

interface GroupProps {
  readonly group: ExceptionGroup;
  /** Only this kind is shown, all of it. */
  readonly isAlone: boolean;
  readonly isDimmed: boolean;
  readonly onReview: (grantId: string) => void;
}

function Group({ group, isAlone, isDimmed, onReview }: GroupProps) {
  const { t, format } = useLocale();
  const { kind, title, help, page, total, items } = group;
  const id = `kind-${kind}`;
  return (
    <section className={isDimmed ? 'card stack dimmed' : 'card stack'} aria-labelledby={id}>
      <h2 id={id} className="row">
        {title} <Chip>{format.atLeast(total)}</Chip>
      </h2>
      <p className="soft">
        {help}{' '}
        <span className="small">
          {t('exceptions.page')} <code dir="ltr">{page}</code>
        </span>
      </p>
      <ul className="stack tight plain-list">
        {items.map((one) => (
          <ExceptionRow
            key={[one.case?.caseId, one.deadline, one.proposalId, one.jobId, one.grantId, one.since].join()}
            one={one}
            onReview={onReview}
          />
        ))}
      </ul>
      {total.value > items.length && !isAlone && (
        <p>
          <Link to="/exceptions" search={{ kind }} className="button">
            {t('exceptions.all', { title })}
          </Link>
        </p>
      )}
      {kind === 'unassigned' && (
        <p>
          <Link to="/work" search={{ view: 'unassigned' }} className="button">
            {t('exceptions.shareOut')}
          </Link>
        </p>
      )}
    </section>
  );
}
