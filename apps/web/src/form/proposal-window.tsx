import { useMutation, useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { Label, TextArea, TextField } from 'react-aria-components';
import {
  decide,
  proposalQuery,
  type Decision,
  type ProposalFile,
  type ProposalRef,
} from '../api/proposals.js';
import { sessionQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import { Button, Chip, Name, Skeleton } from '../components/basics.js';
import { FactValue } from '../components/fact-value.js';
import { Failure, Notice } from '../components/said.js';
import { StateName, useWorkflow } from '../components/state-name.js';
import { Window } from '../components/window.js';
import { factTypeOf, fieldsOf, type Schema } from './fields-of.js';
import { EnvelopeFacts } from './envelope-facts.js';
import { StaffName } from '../components/staff-name.js';

interface Props {
  readonly proposal: ProposalRef;
  readonly onClose: () => void;
}

/** One proposal: exactly what is confirmed. Whoever confirms it takes the step together with the first person. */
export function ProposalWindow({ proposal: asked, onClose }: Props) {
  const { t } = useLocale();
  const proposal = useQuery(proposalQuery(asked));
  return (
    <Window title={proposal.data?.title ?? t('page.waiting')} onClose={onClose} isDismissable={false}>
      {proposal.isError && <Failure error={proposal.error} again={() => void proposal.refetch()} />}
      {proposal.isPending && <Skeleton lines={8} />}
      {proposal.data !== undefined && <Proposed proposal={proposal.data} onClose={onClose} />}
    </Window>
  );
}

function Proposed({ proposal, onClose }: { readonly proposal: ProposalFile; readonly onClose: () => void }) {
  const { t, format } = useLocale();
  const { person } = useSuspenseQuery(sessionQuery).data;
  const [reason, setReason] = useState('');
  const { decision, again } = useDecision(proposal.caseId);
  const { caseId, proposalId, contentHash, confirmableBy, status } = proposal;
  const isOwn = proposal.proposedBy.id === person;
  const take = (what: Decision) => () => {
    decision.mutate({ caseId, proposalId, contentHash, decision: what, reason: reason.trim() });
  };
  if (decision.data !== undefined) return <Ended status={decision.data} onClose={onClose} />;
  return (
    <>
      <p>
        <Link to="/cases/$caseId" params={{ caseId: proposal.caseId }}>
          <Name>{proposal.reference ?? proposal.caseId}</Name>
        </Link>
        {' · '}
        {t('confirm.by')} <StaffName id={proposal.proposedBy.id} /> · {format.time(proposal.proposedAt)}
      </p>
      <ThenAndNow proposal={proposal} />
      <ProposedData proposal={proposal} />
      <NotNow proposal={proposal} />
      {status === 'open' && (
        <TextField className="field" value={reason} onChange={setReason}>
          <Label>{t(isOwn ? 'confirm.reasonOwn' : 'confirm.reason')}</Label>
          <TextArea dir="auto" maxLength={2000} />
        </TextField>
      )}
      {decision.isError && <Failure error={decision.error} again={again} />}
      <div className="row">
        {status === 'open' && !isOwn && (
          <>
            <Button
              kind="main"
              onPress={take('confirm')}
              isDisabled={confirmableBy.length === 0}
              isPending={decision.isPending}
            >
              {t('confirm.confirm')}
            </Button>
            <Button
              kind="danger"
              onPress={take('reject')}
              isDisabled={reason.trim() === '' || decision.isPending}
            >
              {t('confirm.reject')}
            </Button>
          </>
        )}
        {status === 'open' && isOwn && (
          <Button kind="danger" onPress={take('withdraw')} isPending={decision.isPending}>
            {t('confirm.withdraw')}
          </Button>
        )}
        <Button onPress={onClose}>{t('close')}</Button>
      </div>
    </>
  );
}

/** Confirms, rejects or withdraws a proposal of a case. What others did meanwhile is shown when it is tried again. */
function useDecision(caseId: string) {
  const queries = useQueryClient();
  const decision = useMutation({
    mutationFn: decide,
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['proposals'] });
      await queries.invalidateQueries({ queryKey: ['case', caseId] });
      void queries.invalidateQueries({ queryKey: ['counts'] });
    },
  });
  const again = () => {
    void queries.invalidateQueries({ queryKey: ['proposals'] });
    if (decision.variables !== undefined) decision.mutate(decision.variables);
  };
  return { decision, again };
}

/** Why nobody can confirm it as the case is now. */
function NotNow({ proposal: { whyNot } }: { readonly proposal: ProposalFile }) {
  const { t } = useLocale();
  if (whyNot === null) return null;
  return (
    <Notice tone="warn" title={t('confirm.notNow')}>
      <p>{whyNot.title}</p>
      <ul className="reasons">
        {(whyNot.refusals ?? []).map(({ guard, message }) => (
          <li key={guard}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}

/** Where the case was when it was proposed, and where it is now. */
function ThenAndNow({ proposal: { caseThen, caseNow, workflow } }: { readonly proposal: ProposalFile }) {
  const { t } = useLocale();
  const chip = (place: NonNullable<ProposalFile['caseNow']>) => (
    <Chip>
      <StateName workflow={workflow} path={place.subState ?? place.state} />
    </Chip>
  );
  return (
    <p className="row">
      {caseThen !== null && (
        <>
          {t('confirm.then')} {chip(caseThen)}
        </>
      )}
      {caseNow !== null && caseNow.revision !== caseThen?.revision && (
        <>
          {t('confirm.now')} {chip(caseNow)}
        </>
      )}
    </p>
  );
}

function ProposedData({ proposal }: { readonly proposal: ProposalFile }) {
  const { pick } = useLocale();
  const workflow = useWorkflow(proposal.workflow);
  const definition = workflow?.commands.find(({ command }) => command === proposal.command);
  const fields = new Map(
    fieldsOf((definition?.form ?? {}) as Schema).map((field) => [field.path, field] as const),
  );
  return (
    <dl className="facts card">
      {Object.entries(proposal.data).flatMap(([name, value]) => {
        const field = fields.get(name);
        return [
          <dt key={`${name} title`}>{field === undefined ? name : pick(field.titles)}</dt>,
          <dd key={name}>
            <FactValue value={value} fact={field && { type: factTypeOf(field) }} workflow={workflow} />
          </dd>,
        ];
      })}
      <EnvelopeFacts
        occurredAt={proposal.occurredAt ?? undefined}
        onBehalfOf={proposal.onBehalfOf ?? undefined}
      />
    </dl>
  );
}

function Ended({
  status,
  onClose,
}: {
  readonly status: ProposalFile['status'];
  readonly onClose: () => void;
}) {
  const { t } = useLocale();
  return (
    <>
      <Notice tone="done" title={t(`confirm.status.${status}`)} />
      <div>
        <Button kind="main" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
