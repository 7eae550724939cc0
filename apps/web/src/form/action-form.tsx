import '../style/form.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useMemo, useRef } from 'react';
import { problemOf, type Problem } from '../api/problem.js';
import { caseKey, type CaseCommand, type CaseFile, type WorkflowFile } from '../api/queries.js';
import { isUndecided, send, tryOut, type Recording, type Sent } from '../api/send.js';
import { useLocale } from '../language/locale.js';
import { Button, Skeleton } from '../components/basics.js';
import { Failure, Notice } from '../components/said.js';
import { CheckAnswers } from './check-answers.js';
import { Conflict } from './conflict.js';
import { dataOf } from './data-of.js';
import { Envelope, envelopeOf, envelopeTitles } from './envelope.js';
import { ErrorSummary } from './error-summary.js';
import { errorsOf } from './errors-of.js';
import { useFieldErrors } from './use-field-errors.js';
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
  /** Told before the case is read again: with what was recorded, it may have left what whoever sent it sees. */
  readonly onRecorded: (recording: Recording) => void;
  readonly onClose: () => void;
}

/** Fills in a command and sends it: what is wrong is said at the field, and nothing that was typed is lost. */
export function ActionForm({ file, workflow, command: name, availability, onRecorded, onClose }: Props) {
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
      {draft.isPending ? (
        <div aria-busy="true">
          <Skeleton lines={6} />
        </div>
      ) : (
        <FilledIn
          {...{ file, workflow, availability, onRecorded, onClose }}
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

interface FilledInProps extends Omit<Props, 'command'> {
  readonly definition: WorkflowFile['commands'][number];
  readonly fields: readonly Field[];
  readonly isDecisive: boolean;
  /** What the server had of it when the form was opened. */
  readonly found: KeptDraft | undefined;
  /** It did not say. */
  readonly isUnknown: boolean;
}

function FilledIn(props: FilledInProps) {
  const { file, workflow, definition, fields, isDecisive, found, isUnknown, onRecorded, onClose } = props;
  const { t, pick } = useLocale();
  const place = { caseId: file.caseId, command: definition.command };
  const open = useKeptDraft(place, file.revision, found);
  const sent = sentOf(file, definition, fields, open);
  const { caseId, reference } = file;
  const { trial, sending } = useSending(open, caseId, (answer) => {
    onRecorded({ caseId, reference, answer });
  });
  const top = useRef<HTMLFormElement>(null);
  useFirstFocus(top);
  const problem = problemOf(sending.error) ?? problemOf(trial.error);
  const errors = useFieldErrors(problem, { ...open.draft.answers, ...envelopeOf(open.draft) });
  const isPending = sending.isPending || trial.isPending;
  const sendIt = () => {
    sending.reset();
    if (isDecisive) trial.mutate(sent);
    else sending.mutate(sent);
  };
  if (sending.data !== undefined) {
    const recording = { caseId, reference, answer: sending.data };
    return <Recorded {...{ recording, workflow, onClose }} />;
  }
  if (trial.data !== undefined && problem === undefined) {
    return (
      <CheckAnswers
        {...{ fields, definition, workflow }}
        sent={sent}
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
    <SentForm form={top} className="stack" isPending={isPending} onSend={sendIt}>
      {!isPending && <NotPossible availability={props.availability} />}
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
        again={sendIt}
      />
      {fields.length === 0 && <p className="soft">{t('form.noFields')}</p>}
      <Fields
        workflow={workflow.name}
        fields={fields}
        answers={open.draft.answers}
        errors={errors}
        onAnswer={open.answer}
      />
      <Envelope open={open} errors={errors} />
      <Ways {...{ isDecisive, isPending, onClose }} />
    </SentForm>
  );
}

interface WaysProps extends Pick<FilledInProps, 'isDecisive' | 'onClose'> {
  readonly isPending: boolean;
}

function Ways({ isDecisive, isPending, onClose }: WaysProps) {
  const { t } = useLocale();
  return (
    <div className="row">
      <Button kind="main" type="submit" isPending={isPending}>
        {t(isDecisive ? 'form.check' : 'form.record')} <kbd>Ctrl ⏎</kbd>
      </Button>
      <Button onPress={onClose}>{t('form.later')}</Button>
    </div>
  );
}

/** Why the command cannot be sent now. It can be filled in all the same. */
function NotPossible({ availability }: Pick<Props, 'availability'>) {
  const { t } = useLocale();
  if (availability?.open !== false) return null;
  return (
    <Notice tone="warn" title={t('form.notPossible')}>
      <p>{availability.whyNot?.title}</p>
    </Notice>
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
function useSending(open: OpenDraft, caseId: string, onRecorded: (answer: Recording['answer']) => void) {
  const queries = useQueryClient();
  const trial = useMutation({ mutationFn: tryOut });
  const sending = useMutation({
    mutationFn: send,
    onSuccess: (answer) => {
      open.drop();
      onRecorded(answer);
      void queries.invalidateQueries({ queryKey: caseKey(caseId) });
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
  readonly again: () => void;
}

function Trouble({ problem, error, fields, open, file, workflow, again }: TroubleProps) {
  const { t, pick } = useLocale();
  const titles = useMemo(() => new Map([...titlesOf(fields, pick), ...envelopeTitles(t)]), [fields, pick, t]);
  if (problem?.code === 'REVISION_CONFLICT') return <Conflict {...{ problem, open, file, workflow }} />;
  if (problem?.issues !== undefined || problem?.refusals !== undefined) {
    return <ErrorSummary problem={problem} errors={errorsOf(problem)} titles={titles} />;
  }
  return error === null ? null : <Failure error={error} again={again} />;
}

function useFirstFocus(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, textarea, [role=spinbutton], .field button')?.focus();
  }, [form]);
}
