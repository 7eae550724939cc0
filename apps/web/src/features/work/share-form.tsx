import { useEffect, useId, useRef, useState } from 'react';
import { CheckboxGroup, FieldError, Input, Label, SearchField } from 'react-aria-components';
import { Button } from '../../components/basics.js';
import { Tick } from '../../components/choice.js';
import { useNameOfStaff } from '../../components/staff-name.js';
import { dataOf, type Answers } from '../../form/data-of.js';
import type { FieldErrors } from '../../form/errors-of.js';
import { Fields } from '../../form/fields.js';
import { SentForm } from '../../form/sent-form.js';
import { westernDigits } from '../../language/digits.js';
import { useLocale } from '../../language/locale.js';
import type { SharedCases } from './share-window.js';
import type { Giving } from './use-selection.js';
import type { Sharing } from './use-sharing.js';
import type { OfficerLoad } from './workload-query.js';

interface Props {
  readonly giving: Giving;
  readonly cases: SharedCases;
  readonly receivers: readonly OfficerLoad[];
  readonly sharing: Sharing;
  readonly onClose: () => void;
}

const receiversKey = 'receivers';

/** Which cases, and who gets them. */
export function ShareForm({ giving, cases, receivers, sharing, onClose }: Props) {
  const { t } = useLocale();
  const [answers, setAnswers] = useState<Answers>(cases.answers);
  const [officers, setOfficers] = useState<readonly string[]>([]);
  const [errors, setErrors] = useState<FieldErrors>(new Map());
  const form = useRef<HTMLFormElement>(null);
  useFocusFirst(form);
  const check = () => {
    const data = dataOf(cases.fields, answers);
    const found = new Map(cases.errorsOf(data));
    if (officers.length === 0) found.set(receiversKey, t('share.nobody'));
    setErrors(found);
    if (found.size === 0) sharing.check({ caseIds: () => cases.idsOf(data), officers });
    else focusWrong(form);
  };
  const { done, total } = sharing.progress;
  return (
    <SentForm form={form} className="stack" isPending={sharing.isChecking} onSend={check}>
      <Fields
        workflow={giving.command.workflow.name}
        fields={cases.fields}
        {...{ answers, errors }}
        onAnswer={(path, value) => {
          setAnswers((before) => ({ ...before, [path]: value }));
          setErrors((before) => without(before, path));
        }}
      />
      <Receivers
        {...{ receivers, officers }}
        error={errors.get(receiversKey)}
        onChange={(next) => {
          setOfficers(next);
          setErrors((before) => without(before, receiversKey));
        }}
      />
      <div className="row">
        <Button kind="main" type="submit">
          {t('share.check')}
        </Button>
        <Button onPress={onClose}>{t('share.cancel')}</Button>
        <span className="soft" role="status">
          {sharing.isChecking &&
            (total === 0 ? t('page.waiting') : t('share.checking', { done: done + 1, total }))}
        </span>
      </div>
    </SentForm>
  );
}

/** What is filled in anew is not called wrong until it is looked at again. */
const without = (errors: FieldErrors, path: string): FieldErrors =>
  new Map([...errors].filter(([one]) => one !== path));

/** A dialog takes the focus itself when it opens, so the first field has it after that. */
function useFocusFirst(form: React.RefObject<HTMLFormElement | null>): void {
  useEffect(() => {
    const timer = setTimeout(() => form.current?.querySelector<HTMLElement>('.field input')?.focus());
    return () => clearTimeout(timer);
  }, [form]);
}

/** The first field that is wrong, once it is marked. */
function focusWrong(form: React.RefObject<HTMLFormElement | null>): void {
  setTimeout(() =>
    form.current
      ?.querySelector<HTMLElement>('input[aria-invalid=true], [data-invalid] input, [data-invalid] button')
      ?.focus(),
  );
}

/** With more than so many, names can be looked for. */
const fewReceivers = 12;

interface ReceiversProps {
  readonly receivers: readonly OfficerLoad[];
  readonly officers: readonly string[];
  readonly error: string | undefined;
  readonly onChange: (officers: readonly string[]) => void;
}

/** Those who can get cases, each with how many they have. */
function Receivers({ receivers, officers, error, onChange }: ReceiversProps) {
  const { t } = useLocale();
  const [looked, setLooked] = useState('');
  const titleOf = useReceiverTitle();
  const list = useId();
  const wanted = westernDigits(looked.trim().toLowerCase());
  const isShown = (load: OfficerLoad): boolean =>
    wanted === '' || `${load.officer ?? ''} ${titleOf(load)}`.toLowerCase().includes(wanted);
  return (
    <>
      <CheckboxGroup
        className="field"
        id={list}
        value={[...officers]}
        onChange={onChange}
        isInvalid={error !== undefined}
        validationBehavior="aria"
      >
        <Label>{t('share.receivers')}</Label>
        {receivers.length > fewReceivers && (
          <SearchField aria-label={t('share.find')} value={looked} onChange={setLooked}>
            <Input dir="auto" placeholder={t('share.find')} />
          </SearchField>
        )}
        <div className="receivers stack tight">
          {receivers.map((load) => (
            <div key={load.officer} hidden={!isShown(load)}>
              <Tick value={load.officer ?? ''}>{titleOf(load)}</Tick>
            </div>
          ))}
        </div>
        <FieldError>{error}</FieldError>
      </CheckboxGroup>
    </>
  );
}

function useReceiverTitle(): (load: OfficerLoad) => string {
  const { t, format } = useLocale();
  const nameOf = useNameOfStaff();
  return ({ officer, open, absentUntil }) =>
    [
      t('share.receiver', { officer: nameOf(officer ?? ''), count: open }),
      ...(absentUntil === null ? [] : [t('workload.absent', { day: format.date(absentUntil) })]),
    ].join(' · ');
}
