import { useEffect, useMemo, useRef, type ReactNode } from 'react';
import type { Problem } from '../api/problem.js';
import { Button } from '../components/basics.js';
import { Failure } from '../components/said.js';
import { useLocale } from '../language/locale.js';
import type { Answers } from './data-of.js';
import { ErrorSummary } from './error-summary.js';
import { errorsOf } from './errors-of.js';
import { Fields } from './fields.js';
import type { Field } from './fields-of.js';
import { useFieldErrors } from './use-field-errors.js';
import { SentForm } from './sent-form.js';
import { titlesOf } from './titles-of.js';

/** How it goes with what was sent last. */
interface Sending {
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly mutate: () => void;
}

interface Props {
  readonly className: string;
  readonly label: string;
  readonly fields: readonly Field[];
  readonly answers: Answers;
  readonly onAnswers: (change: (before: Answers) => Answers) => void;
  /** Whose registers the fields choose from. */
  readonly workflow: string;
  readonly sending: Sending;
  /** What the server refused; the same one while somebody types, because its summary takes the focus. */
  readonly problem: Problem | undefined;
  readonly texts: { readonly save: string; readonly cancel: string };
  readonly onClose: () => void;
  /** What stands above the fields. */
  readonly children?: ReactNode;
}

/** A form that is filled in at once and kept nowhere: what was wrong above its fields, and its buttons below. */
export function FilledForm({ fields, answers, onAnswers, sending, problem, ...form }: Props) {
  const { pick } = useLocale();
  const place = useRef<HTMLFormElement>(null);
  // What was pressed to open it may be far away.
  useEffect(() => place.current?.querySelector<HTMLElement>('input, [role=spinbutton], button')?.focus(), []);
  const errors = errorsOf(problem);
  const open = useFieldErrors(problem, answers);
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  return (
    <SentForm
      form={place}
      className={form.className}
      label={form.label}
      isPending={sending.isPending}
      onSend={sending.mutate}
    >
      {form.children}
      {problem !== undefined ? (
        <ErrorSummary {...{ problem, errors, titles }} />
      ) : (
        sending.error !== null && <Failure error={sending.error} again={sending.mutate} />
      )}
      <Fields
        {...{ fields, answers }}
        errors={open}
        workflow={form.workflow}
        onAnswer={(path, value) => onAnswers((before) => ({ ...before, [path]: value }))}
      />
      <div className="row">
        <Button kind="main" type="submit" isPending={sending.isPending}>
          {form.texts.save}
        </Button>
        <Button onPress={form.onClose}>{form.texts.cancel}</Button>
      </div>
    </SentForm>
  );
}
