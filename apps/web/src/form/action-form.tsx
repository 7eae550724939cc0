import '../style/form.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { caseKey, type CaseCommand, type CaseFile, type WorkflowFile } from '../api/queries.js';
import { isUndecided, send, tryOut, type Sent } from '../api/send.js';
import { useLocale } from '../language/locale.js';
import { Button, Skeleton } from '../components/basics.js';
import { Failure, Notice } from '../components/said.js';
import { CheckAnswers } from './check-answers.js';
import { Conflict } from './conflict.js';
import { dataOf } from './data-of.js';
import { Envelope } from './envelope.js';
import { ErrorSummary } from './error-summary.js';
import { errorsOf } from './errors-of.js';
import { Fields } from './fields.js';
import { fieldsOf, type Field, type Schema } from './fields-of.js';
import { Recorded } from './recorded.js';
import type { KeptDraft } from './draft-keeper.js';
import { DraftElsewhere } from './draft-elsewhere.js';
import { DraftLine } from './draft-line.js';
import type { OpenDraft } from './use-draft.js';
import { useFoundDraft, useKeptDraft } from './use-kept-draft.js';
import { SentForm } from './sent-form.js';
import { titlesOf } from './titles-of.js';

interface Props {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile;
  readonly command: string;
  /** Whether it can be sent now; undefined while that is asked. */
  readonly availability: CaseCommand | undefined;
  readonly onClose: () => void;
}

/** Fills in a command and sends it: what is wrong is said at the field, and nothing that was typed is lost. */
export function ActionForm({ file, workflow, command: name, availability, onClose }: Props) {
  const { t, pick } = useLocale();
  const draft = useFoundDraft({ caseId: file.caseId, command: name });
  const definition = workflow.commands.find((one) => one.command === name);
  if (definition === undefined) return <Notice tone="danger" title={t('form.unknown', { command: name })} />;
  const form = definition.form as Schema;
  return (
    <section className="card stack action-form" aria-labelledby="form-title">
      <div className="row spread">
        <h2 id="form-title">{pick(definition.titles)}</h2>
        <Button kind="quiet" onPress={onClose} aria-label={t('form.close')}>
          ×
        </Button>
      </div>
      {availability?.open === false && (
        <Notice tone="warn" title={t('form.notPossible')}>
          <p>{availability.whyNot?.title}</p>
        </Notice>
      )}
      {draft.isPending ? (
        <div aria-busy="true">
          <Skeleton lines={6} />
        </div>
      ) : (
        <FilledIn
          {...{ file, workflow, onClose }}
          found={draft.found}
          isUnknown={draft.error !== null}
          definition={definition}
          fields={fieldsOf(form)}
          isDecisive={
            (availability?.decisive ?? false) || definition.confirmedBy !== null || definition.erases
          }
        />
      )}
    </section>
  );
}

interface FilledInProps {
  readonly file: CaseFile;
  readonly workflow: WorkflowFile;
  readonly definition: WorkflowFile['commands'][number];
  readonly fields: readonly Field[];
  readonly isDecisive: boolean;
  /** What the server had of it when the form was opened. */
  readonly found: KeptDraft | undefined;
  /** It did not say. */
  readonly isUnknown: boolean;
  readonly onClose: () => void;
}

function FilledIn(props: FilledInProps) {
  const { file, workflow, definition, fields, isDecisive, found, isUnknown, onClose } = props;
  const { t, pick } = useLocale();
  const place = { caseId: file.caseId, command: definition.command };
  const open = useKeptDraft(place, file.revision, found);
  const sent = sentOf(file, definition, fields, open);
  const { trial, sending } = useSending(sent, open, file.caseId);
  const top = useRef<HTMLFormElement>(null);
  useFirstFocus(top);
  const problem = problemOf(sending.error) ?? problemOf(trial.error);
  if (sending.data !== undefined)
    return <Recorded answer={sending.data} file={file} workflow={workflow} onClose={onClose} />;
  if (trial.data !== undefined && problem === undefined) {
    return (
      <CheckAnswers
        {...{ fields, definition, workflow }}
        data={sent.data}
        outcome={trial.data}
        isSending={sending.isPending}
        failure={sending.error ?? undefined}
        onBack={() => {
          trial.reset();
          sending.reset();
        }}
        onRecord={() => {
          sending.mutate(sent);
        }}
      />
    );
  }
  return (
    <SentForm
      form={top}
      className="stack"
      isPending={sending.isPending || trial.isPending}
      onSend={() => {
        sending.reset();
        if (isDecisive) trial.mutate(sent);
        else sending.mutate(sent);
      }}
    >
      <DraftLine open={open} title={pick(definition.titles)} fields={fields} />
      {isUnknown && open.keeping.is === 'nothing' && <Notice tone="warn" title={t('draft.unknown')} />}
      <DraftElsewhere open={open} fields={fields} workflow={workflow} />
      <Trouble
        problem={problem}
        error={sending.error ?? trial.error}
        fields={fields}
        open={open}
        file={file}
        workflow={workflow}
      />
      {fields.length === 0 && <p className="soft">{t('form.noFields')}</p>}
      <Fields
        workflow={workflow.name}
        fields={fields}
        answers={open.draft.answers}
        errors={errorsOf(problem)}
        onAnswer={open.answer}
      />
      <Envelope open={open} />
      <div className="row">
        <Button kind="main" type="submit" isPending={sending.isPending || trial.isPending}>
          {t(isDecisive ? 'form.check' : 'form.record')} <kbd>Ctrl ⏎</kbd>
        </Button>
        <Button onPress={onClose}>{t('form.later')}</Button>
      </div>
    </SentForm>
  );
}

function sentOf(
  file: CaseFile,
  { command, alwaysHeard }: WorkflowFile['commands'][number],
  fields: readonly Field[],
  { draft }: OpenDraft,
): Sent {
  return {
    ...{ caseId: file.caseId, command, key: draft.key },
    data: dataOf(fields, draft.answers),
    ...(draft.occurredAt !== '' && { occurredAt: draft.occurredAt }),
    ...(draft.onBehalfOf.trim() !== '' && { onBehalfOf: draft.onBehalfOf.trim() }),
    // Nothing may hold up a withdrawal, also not that somebody else was faster.
    revision: alwaysHeard ? undefined : draft.revision,
  };
}

/** Trying out and sending. After an answer that decides, another content is another command; before it, it stays the same one. */
function useSending(sent: Sent, open: OpenDraft, caseId: string) {
  const queries = useQueryClient();
  const trial = useMutation({ mutationFn: tryOut });
  const sending = useMutation({
    mutationFn: send,
    onSuccess: async () => {
      open.drop();
      await queries.invalidateQueries({ queryKey: caseKey(caseId) });
      void queries.invalidateQueries({ queryKey: ['counts'] });
    },
    onError: (error) => {
      if (!isUndecided(error)) open.change({ key: crypto.randomUUID() });
    },
  });
  return { trial, sending };
}

interface TroubleProps {
  readonly problem: Problem | undefined;
  readonly error: Error | null;
  readonly fields: readonly Field[];
  readonly open: OpenDraft;
  readonly file: CaseFile;
  readonly workflow: WorkflowFile;
}

function Trouble({ problem, error, fields, open, file, workflow }: TroubleProps) {
  const { pick } = useLocale();
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  if (problem?.code === 'REVISION_CONFLICT') return <Conflict {...{ problem, open, file, workflow }} />;
  if (problem?.issues !== undefined || problem?.refusals !== undefined) {
    return <ErrorSummary problem={problem} errors={errorsOf(problem)} titles={titles} />;
  }
  return error === null ? null : <Failure error={error} again={() => undefined} />;
}

function useFirstFocus(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, [role=spinbutton], .field button')?.focus();
  }, [form]);
}
