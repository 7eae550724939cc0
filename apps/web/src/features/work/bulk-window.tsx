import '../../style/form.css';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { foreseeBulk, startBulk, type BulkCases, type BulkForeseen, type BulkSent } from '../../api/bulk.js';
import { problemOf } from '../../api/problem.js';
import { useLocale } from '../../language/locale.js';
import { Button } from '../../components/basics.js';
import { Failure, Notice } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { dataOf, type Answer, type Answers } from '../../form/data-of.js';
import { useFieldErrors } from '../../form/use-field-errors.js';
import { Fields } from '../../form/fields.js';
import { SentForm } from '../../form/sent-form.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { FollowedJob } from './followed-job.js';
import { Hindered } from './hindered.js';
import type { BulkCommand } from './use-selection.js';

interface Props {
  readonly command: BulkCommand;
  readonly answers: Answers;
  readonly cases: BulkCases;
  readonly count: number;
  /** @param isSent  a job was started */
  readonly onClose: (isSent: boolean) => void;
}

/** One command for many cases: fill it in, see in how many it is possible and why not in the others, send it, follow it. */
export function BulkWindow({
  command: { workflow, definition },
  answers: given,
  cases,
  count,
  onClose,
}: Props) {
  const { t, pick } = useLocale();
  const fields = fieldsOf(definition.form);
  const [answers, setAnswers] = useState(given);
  const [key] = useState(() => crypto.randomUUID());
  const [job, setJob] = useState<string>();
  const sent = { workflow: workflow.name, command: definition.command, data: dataOf(fields, answers), cases };
  const preview = useMutation({ mutationFn: foreseeBulk });
  const sending = useMutation({
    mutationFn: startBulk,
    onSuccess: ({ id }) => {
      setJob(id);
    },
  });
  const close = () => {
    onClose(job !== undefined);
  };
  return (
    <Window
      title={t('bulk.title', { command: pick(definition.titles), count })}
      onClose={close}
      isDismissable={false}
    >
      {job !== undefined ? (
        <Sent job={job} onJob={setJob} onClose={close} />
      ) : preview.data !== undefined ? (
        <Preview
          foreseen={preview.data}
          error={sending.error}
          isSending={sending.isPending}
          onBack={() => {
            preview.reset();
            sending.reset();
          }}
          onSend={(caseIds) => {
            sending.mutate({ ...sent, cases: { caseIds }, key });
          }}
        />
      ) : (
        <FilledIn
          {...{ workflow, fields, answers, preview, onClose: close }}
          onAnswer={(path, value) => {
            setAnswers((before) => ({ ...before, [path]: value }));
          }}
          onCheck={() => {
            preview.mutate(sent);
          }}
        />
      )}
    </Window>
  );
}

interface FilledInProps {
  readonly workflow: BulkCommand['workflow'];
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly preview: { readonly error: Error | null; readonly isPending: boolean; readonly reset: () => void };
  readonly onAnswer: (path: string, value: Answer | undefined) => void;
  readonly onCheck: () => void;
  readonly onClose: () => void;
}

/** The form of the command. What is wrong with it is said at the field. */
function FilledIn({ workflow, fields, answers, preview, onAnswer, onCheck, onClose }: FilledInProps) {
  const { t } = useLocale();
  const problem = problemOf(preview.error);
  const errors = useFieldErrors(problem, answers);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    // A dialog takes the focus itself when it opens, so the first field has it after that.
    const timer = setTimeout(() => {
      form.current?.querySelector<HTMLElement>('.field input, .field textarea')?.focus();
    });
    return () => {
      clearTimeout(timer);
    };
  }, []);
  return (
    <SentForm form={form} className="stack" isPending={preview.isPending} onSend={onCheck}>
      {preview.error !== null && problem?.issues === undefined && (
        <Failure error={preview.error} again={onCheck} />
      )}
      <Fields
        workflow={workflow.name}
        fields={fields}
        answers={answers}
        errors={errors}
        onAnswer={onAnswer}
      />
      <div className="row">
        <Button kind="main" type="submit" isPending={preview.isPending}>
          {t('bulk.check')}
        </Button>
        <Button onPress={onClose}>{t('form.later')}</Button>
      </div>
    </SentForm>
  );
}

interface PreviewProps {
  readonly foreseen: BulkForeseen;
  readonly error: Error | null;
  readonly isSending: boolean;
  readonly onBack: () => void;
  readonly onSend: (caseIds: BulkSentIds) => void;
}
type BulkSentIds = Extract<BulkSent['cases'], { readonly caseIds: unknown }>['caseIds'];

/** In how many cases it is possible, and why not in the others. It is sent to just those in which it is. */
function Preview({ foreseen, error, isSending, onBack, onSend }: PreviewProps) {
  const { t } = useLocale();
  const { can, total, cannot, cases } = foreseen;
  return (
    <>
      <Notice tone={cannot.length === 0 ? 'done' : 'warn'} title={t('bulk.can', { can, total })} />
      <Hindered cannot={cannot} />
      {error !== null && <Failure error={error} again={() => onSend(cases)} />}
      <div className="row">
        <Button
          kind="main"
          autoFocus
          isDisabled={can === 0}
          onPress={() => {
            if (!isSending) onSend(cases);
          }}
        >
          {t('bulk.send', { count: can })}
        </Button>
        <Button onPress={onBack}>{t('bulk.back')}</Button>
      </div>
    </>
  );
}

interface SentProps {
  readonly job: string;
  readonly onJob: (id: string) => void;
  readonly onClose: () => void;
}

/** How the job goes on. It goes on without the window. */
function Sent({ job: id, onJob, onClose }: SentProps) {
  const { t } = useLocale();
  const queries = useQueryClient();
  return (
    <>
      <FollowedJob id={id} onJob={onJob} />
      <div className="row">
        <Button
          kind="main"
          autoFocus
          onPress={() => {
            void queries.invalidateQueries({ queryKey: ['counts'] });
            onClose();
          }}
        >
          {t('close')}
        </Button>
        <Link className="button" to="/jobs" search={{ job: id }}>
          {t('bulk.jobs')}
        </Link>
      </div>
    </>
  );
}
