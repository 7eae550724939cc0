import '../../style/confirm.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { proposalsQuery, type ProposalRef } from '../../api/proposals.js';
import { sessionQuery, workflowsQuery, type Proposal } from '../../api/queries.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';
import { Button, Name, Skeleton } from '../../components/basics.js';
import { DueTime } from '../../components/due-time.js';
import { Empty, Failure } from '../../components/said.js';
import { roleTitle } from '../../components/titles.js';
import { useTitle } from '../../components/use-title.js';
import { StaffName } from '../../components/staff-name.js';

const ProposalWindow = loadedLater(
  async () => (await withLaterTexts(() => import('../../form/proposal-window.js'))).ProposalWindow,
);

/** Steps that wait for a second person: those that one may confirm, and one's own. */
export function ConfirmationsPage() {
  const { t } = useLocale();
  const { person } = useSuspenseQuery(sessionQuery).data;
  const proposals = useQuery(proposalsQuery);
  const [shown, setShown] = useState<ProposalRef>();
  useTitle(t('nav.confirmations'));
  const items = proposals.data?.items ?? [];
  const own = items.filter(({ proposedBy }) => proposedBy.id === person);
  const waiting = items.filter(({ proposedBy }) => proposedBy.id !== person);
  return (
    <div className="page stack">
      <h1>{t('nav.confirmations')}</h1>
      {proposals.isError && <Failure error={proposals.error} again={() => void proposals.refetch()} />}
      {proposals.isPending && <Skeleton lines={6} />}
      {proposals.data !== undefined && items.length === 0 && (
        <Empty title={t('confirm.empty')}>
          <p className="soft">{t('confirm.emptyText')}</p>
        </Empty>
      )}
      <ProposalList title={t('confirm.waiting')} items={waiting} onShow={setShown} />
      <ProposalList title={t('confirm.own')} items={own} onShow={setShown} />
      {shown !== undefined && (
        <ProposalWindow
          proposal={shown}
          onClose={() => {
            setShown(undefined);
          }}
        />
      )}
    </div>
  );
}

interface ListProps {
  readonly title: string;
  readonly items: readonly Proposal[];
  readonly onShow: (proposal: ProposalRef) => void;
}

function ProposalList({ title, items, onShow }: ListProps) {
  const { t, pick, format } = useLocale();
  const workflows = useSuspenseQuery(workflowsQuery).data;
  if (items.length === 0) return null;
  return (
    <section className="card stack tight" aria-label={title}>
      <h2>{title}</h2>
      <ul className="proposals">
        {items.map((item) => (
          <li key={item.proposalId}>
            <span className="two-lines">
              <span>
                <strong>{item.title}</strong> · <Name>{item.reference ?? '–'}</Name>
              </span>
              <span className="soft small">
                {t('confirm.by')} <StaffName id={item.proposedBy.id} /> (
                {roleTitle(workflows, item.proposedBy.role, pick)}) · {format.time(item.proposedAt)}
              </span>
            </span>
            <span className="small">
              {t('confirm.expires')} <DueTime at={item.expiresAt} isOverdue={false} />
            </span>
            <Button
              aria-label={t('confirm.lookAt', { title: item.title, reference: item.reference ?? '' })}
              onPress={() => {
                onShow(item);
              }}
            >
              {t('confirm.look')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
