import '../../style/form.css';
import { useMutation, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo, useState, useRef } from 'react';
import { openCase } from '../../api/open-case.js';
import { problemOf } from '../../api/problem.js';
import { openedBy, sessionQuery, workflowsQuery, type WorkflowFile } from '../../api/queries.js';
import { isUndecided } from '../../api/send.js';
import { useLocale } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { Failure, Notice } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { dataOf } from '../../form/data-of.js';
import { Envelope, envelopeOf, envelopeTitles } from '../../form/envelope.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { errorsOf } from '../../form/errors-of.js';
import { Fields } from '../../form/fields.js';
import { fieldsOf, type Schema } from '../../form/fields-of.js';
import { useDraft } from '../../form/use-draft.js';
import { useFieldErrors } from '../../form/use-field-errors.js';
import { titlesOf } from '../../form/titles-of.js';
import { SentForm } from '../../form/sent-form.js';
import { PossibleDuplicates } from './possible-duplicates.js';
import { useDuplicates } from './use-duplicates.js';

/** Opens a case. Whoever may be the same person is shown before it is sent. */
export function IntakePage() {
  const { t, pick } = useLocale();
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  const mine = openedBy(permissions, workflows);
  const [chosen, setChosen] = useState(mine[0]?.name);
  useTitle(t('nav.new'));
  const workflow = mine.find(({ name }) => name === chosen);
  if (workflow === undefined) {
    return (
      <div className="page stack">
        <h1>{t('nav.new')}</h1>
        <Notice tone="warn" title={t('intake.forbidden')}>
          <p>{t('intake.forbiddenText')}</p>
        </Notice>
      </div>
    );
  }
  return (
    <div className="page stack action-form">
      <h1>{pick(workflow.commands.find(({ opens }) => opens)?.titles ?? workflow.titles)}</h1>
      {mine.length > 1 && (
        <div className="row">
          {mine.map(({ name, titles }) => (
            <Button
              key={name}
              {...(name === chosen && { kind: 'main' as const })}
              onPress={() => {
                setChosen(name);
              }}
            >
              {pick(titles)}
            </Button>
          ))}
        </div>
      )}
      <Intake key={workflow.name} workflow={workflow} />
    </div>
  );
}

function Intake({ workflow }: { readonly workflow: WorkflowFile }) {
  const { t, pick } = useLocale();
  const queries = useQueryClient();
  const definition = workflow.commands.find(({ opens }) => opens);
  const fields = useMemo(() => fieldsOf((definition?.form ?? {}) as Schema), [definition]);
  const open = useDraft(`new ${workflow.name}`, '');
  const { draft } = open;
  const sending = useMutation({
    mutationFn: () =>
      openCase(workflow.name, {
        data: dataOf(fields, draft.answers),
        key: draft.key,
        ...(draft.occurredAt !== '' && { occurredAt: draft.occurredAt }),
        ...(draft.onBehalfOf.trim() !== '' && { onBehalfOf: draft.onBehalfOf.trim() }),
      }),
    onSuccess: () => {
      open.drop();
      void queries.invalidateQueries({ queryKey: ['counts'] });
    },
    onError: (error) => {
      if (!isUndecided(error)) open.change({ key: crypto.randomUUID() });
    },
  });
  const duplicates = useDuplicates(workflow, dataOf(fields, draft.answers));
  const [isHeldUp, setHeldUp] = useState(false);
  const send = async (): Promise<void> => {
    setHeldUp(false);
    const mayOpen = await duplicates.mayOpen();
    setHeldUp(!mayOpen);
    if (mayOpen) sending.mutate();
  };
  const problem = problemOf(sending.error);
  const form = useRef<HTMLFormElement>(null);
  const titles = useMemo(() => new Map([...titlesOf(fields, pick), ...envelopeTitles(t)]), [fields, pick, t]);
  const errors = useFieldErrors(problem, { ...draft.answers, ...envelopeOf(draft) });
  if (sending.data !== undefined) return <Opened caseId={sending.data.caseId} another={sending.reset} />;
  return (
    <SentForm form={form} className="card stack" isPending={sending.isPending} onSend={() => void send()}>
      {problem?.code === 'CASE_EXISTS' && typeof problem['caseId'] === 'string' && (
        <p>
          <Link className="button" to="/cases/$caseId" params={{ caseId: problem['caseId'] }}>
            {t('intake.exists')}
          </Link>
        </p>
      )}
      {problem !== undefined ? (
        <ErrorSummary problem={problem} errors={errorsOf(problem)} titles={titles} />
      ) : (
        sending.isError && <Failure error={sending.error} again={sending.mutate} />
      )}
      <Fields
        workflow={workflow.name}
        fields={fields}
        answers={draft.answers}
        errors={errors}
        onAnswer={open.answer}
      />
      <Envelope open={open} errors={errors} />
      <PossibleDuplicates {...{ workflow, duplicates, isHeldUp }} />
      <div className="row">
        <Button kind="main" type="submit" isPending={sending.isPending}>
          {t('intake.open')} <kbd>Ctrl ⏎</kbd>
        </Button>
        <Button onPress={open.drop}>{t('form.dropDraft')}</Button>
      </div>
    </SentForm>
  );
}

function Opened({ caseId, another }: { readonly caseId: string; readonly another: () => void }) {
  const { t } = useLocale();
  return (
    <div className="stack">
      <Notice tone="done" title={t('intake.opened')} />
      <div className="row">
        <Link className="button main" to="/cases/$caseId" params={{ caseId }}>
          {t('intake.go')}
        </Link>
        <Button onPress={another}>{t('intake.another')}</Button>
      </div>
    </div>
  );
}
