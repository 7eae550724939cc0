import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { noteDraft, removeDraft } from '../../api/drafts.js';
import { Button, Chip, Name, Skeleton } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Empty, Failure } from '../../components/said.js';
import { StateName, useWorkflow } from '../../components/state-name.js';
import { SubjectName } from '../../components/subject-name.js';
import { commandTitle } from '../../components/titles.js';
import { useTitle } from '../../components/use-title.js';
import { Window } from '../../components/window.js';
import { useLocale } from '../../language/locale.js';
import { begunFormsQuery, type BegunForm } from './drafts-query.js';

/** What somebody has begun to type and not sent, in all cases: to go on with it, or to throw it away. */
export function DraftsPage() {
  const { t } = useLocale();
  const forms = useQuery(begunFormsQuery);
  const [leaving, setLeaving] = useState<BegunForm>();
  useTitle(t('nav.drafts'));
  return (
    <div className="page stack">
      <h1>{t('nav.drafts')}</h1>
      <p className="soft">{t('drafts.lead')}</p>
      {forms.isError && <Failure error={forms.error} again={() => void forms.refetch()} />}
      {forms.isPending && <Skeleton lines={6} />}
      {forms.data?.length === 0 && (
        <Empty title={t('drafts.none')}>
          <p className="soft">{t('drafts.noneText')}</p>
        </Empty>
      )}
      {forms.data !== undefined && forms.data.length > 0 && (
        <PlainTable
          label={t('nav.drafts')}
          heads={[
            t('drafts.what'),
            t('drafts.case'),
            t('drafts.state'),
            t('drafts.kept'),
            t('drafts.actions'),
          ]}
        >
          {forms.data.map((form) => (
            <FormRow
              key={`${form.caseId} ${form.command}`}
              form={form}
              onThrowAway={() => setLeaving(form)}
            />
          ))}
        </PlainTable>
      )}
      {leaving !== undefined && <ThrowAway form={leaving} onClose={() => setLeaving(undefined)} />}
    </div>
  );
}

interface RowProps {
  readonly form: BegunForm;
  readonly onThrowAway: () => void;
}

function FormRow({ form: { caseId, command, keptAt, row }, onThrowAway }: RowProps) {
  const { t, pick, format } = useLocale();
  const title = commandTitle(useWorkflow(row?.workflow ?? ''), command, pick);
  return (
    <tr>
      <th scope="row">
        {row === undefined ? (
          title
        ) : (
          <Link to="/cases/$caseId" params={{ caseId }} search={{ do: command }}>
            {title}
          </Link>
        )}
      </th>
      <td>
        {row === undefined ? (
          <span className="soft">{t('drafts.unseen')}</span>
        ) : (
          <>
            <Name>{row.reference}</Name>
            <div className="soft small">
              <SubjectName subject={row.subject} />
            </div>
          </>
        )}
      </td>
      <td>
        {row !== undefined && (
          <Chip>
            <StateName workflow={row.workflow} path={row.subState ?? row.state} />
          </Chip>
        )}
      </td>
      <td>
        <time dateTime={keptAt}>{format.time(keptAt)}</time>
      </td>
      <td>
        <Button kind="quiet" onPress={onThrowAway} aria-label={t('drafts.throwAwayOf', { title })}>
          {t('drafts.throwAway')}
        </Button>
      </td>
    </tr>
  );
}

function ThrowAway({ form, onClose }: { readonly form: BegunForm; readonly onClose: () => void }) {
  const { t } = useLocale();
  const queries = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeDraft(form, form.version),
    onSuccess: async () => {
      noteDraft(form, undefined);
      await queries.invalidateQueries({ queryKey: begunFormsQuery.queryKey });
      onClose();
    },
  });
  return (
    <Window title={t('drafts.throwAway')} onClose={onClose}>
      <p>{t('drafts.question')}</p>
      {removing.isError && <Failure error={removing.error} again={removing.mutate} />}
      <div className="row">
        <Button kind="danger" onPress={() => removing.mutate()} isPending={removing.isPending}>
          {t('drafts.throwAway')}
        </Button>
        <Button onPress={onClose}>{t('drafts.keep')}</Button>
      </div>
    </Window>
  );
}
