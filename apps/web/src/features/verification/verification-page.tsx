import '../../style/jobs.css';
import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query';
import { problemOf } from '../../api/problem.js';
import { Button, Skeleton } from '../../components/basics.js';
import { Empty, Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { goesOn, startVerification, verificationsQuery } from './verification-query.js';
import { VerificationCard } from './verification-card.js';

/** Whether the log is sound: starts a check of all of it, and shows what each one found. */
export function VerificationPage() {
  const { t } = useLocale();
  const found = useVerifications();
  useTitle(t('nav.verification'));
  const isForbidden = problemOf(found.error)?.code === 'NOT_PERMITTED';
  return (
    <div className="page stack">
      <h1>{t('nav.verification')}</h1>
      {isForbidden ? (
        <Empty title={t('verification.forbidden')}>
          <p className="soft">{t('verification.forbiddenText')}</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{t('verification.lead')}</p>
          <WhatIsChecked />
          <Start isUnderWay={found.data?.pages.some(({ items }) => items.some(goesOn)) === true} />
          {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
          {found.isPending && <Skeleton lines={6} />}
          <Checks found={found} />
        </>
      )}
    </div>
  );
}

/** What a check shows, and what it cannot. */
function WhatIsChecked() {
  const { t } = useLocale();
  return (
    <details className="card stack tight">
      <summary>{t('verification.what')}</summary>
      <ul className="stack tight">
        {(['log', 'decisions', 'views', 'reads'] as const).map((part) => (
          <li key={part}>{t(`verification.shows.${part}`)}</li>
        ))}
      </ul>
      <p>{t('verification.not')}</p>
      <p className="small soft">
        {t('verification.help')} <code dir="ltr">docs/how-to/verify-the-log.md</code>
      </p>
    </details>
  );
}

function Start({ isUnderWay }: { readonly isUnderWay: boolean }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const starting = useMutation({
    mutationFn: startVerification,
    onSuccess: () => queries.invalidateQueries({ queryKey: verificationsQuery.queryKey }),
  });
  return (
    <>
      <div>
        <Button
          kind="main"
          isDisabled={isUnderWay}
          isPending={starting.isPending}
          onPress={() => {
            starting.mutate();
          }}
        >
          {t('verification.start')}
        </Button>
      </div>
      {starting.isError && <Failure error={starting.error} again={() => starting.mutate()} />}
    </>
  );
}

function Checks({ found }: { readonly found: ReturnType<typeof useVerifications> }) {
  const { t } = useLocale();
  if (found.data === undefined) return null;
  const items = found.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return (
      <Empty title={t('verification.none')}>
        <p className="soft">{t('verification.noneText')}</p>
      </Empty>
    );
  return (
    <>
      <ul className="stack tight jobs">
        {items.map((verification) => (
          <li key={verification.id}>
            <VerificationCard verification={verification} />
          </li>
        ))}
      </ul>
      {found.hasNextPage && (
        <div>
          <Button isPending={found.isFetchingNextPage} onPress={() => void found.fetchNextPage()}>
            {t('job.more')}
          </Button>
        </div>
      )}
    </>
  );
}

const useVerifications = () => useInfiniteQuery(verificationsQuery);
