import { useState } from 'react';
import type { CaseProposal, ProposalRef } from '../../api/proposals.js';
import { Button } from '../../components/basics.js';
import { DueTime } from '../../components/due-time.js';
import { loadedLater } from '../../components/loaded-later.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale, withLaterTexts } from '../../language/locale.js';

const ProposalWindow = loadedLater(
  async () => (await withLaterTexts(() => import('../../form/proposal-window.js'))).ProposalWindow,
);

/** Steps of the case that somebody proposed and nobody has confirmed yet. Each is confirmed, rejected or withdrawn from here. */
export function CaseProposals({ proposals }: { readonly proposals: readonly CaseProposal[] }) {
  const { t } = useLocale();
  const [shown, setShown] = useState<ProposalRef>();
  return (
    <>
      {proposals.length > 0 && (
        <section className="card stack tight" aria-labelledby="proposals">
          <h2 id="proposals">{t('actions.proposed')}</h2>
          <ul className="stack tight">
            {proposals.map((proposal) => (
              <li key={proposal.proposalId} className="two-lines">
                <strong>{proposal.title}</strong>
                <span className="soft small">
                  {t('confirm.by')} <StaffName id={proposal.proposedBy.id} /> · {t('confirm.expires')}{' '}
                  <DueTime at={proposal.expiresAt} isOverdue={false} />
                </span>
                <Button
                  aria-label={t('confirm.lookAt', {
                    title: proposal.title,
                    reference: proposal.reference ?? '',
                  })}
                  onPress={() => {
                    setShown(proposal);
                  }}
                >
                  {t('confirm.look')}
                </Button>
              </li>
            ))}
          </ul>
        </section>
      )}
      {shown !== undefined && (
        <ProposalWindow
          proposal={shown}
          onClose={() => {
            setShown(undefined);
          }}
        />
      )}
    </>
  );
}
