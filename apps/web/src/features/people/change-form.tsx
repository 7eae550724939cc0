import '../../style/form.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useMemo, useRef, useState } from 'react';
import { ProblemError, problemOf } from '../../api/problem.js';
import { peopleQuery, rolesQuery, type Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { dataOf, type Answers } from '../../form/data-of.js';
import { ErrorSummary } from '../../form/error-summary.js';
import { errorsOf } from '../../form/errors-of.js';
import { Fields } from '../../form/fields.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { SentForm } from '../../form/sent-form.js';
import { titlesOf } from '../../form/titles-of.js';
import { useLocale } from '../../language/locale.js';
import {
  answersBefore,
  changeData,
  changeForm,
  changeProblem,
  wrongId,
  type FilledChange,
} from './change-schema.js';
import { changePerson, useChanged } from './people-query.js';
import { namesOf } from './shown-people.js';
import { useUnits } from './use-units.js';

/** Registers somebody, and goes on to them: they can be invited there. */
export function RegisterForm({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLocale();
  const navigate = useNavigate();
  const goOn = ({ id }: Person) => void navigate({ to: '/people/$person', params: { person: id } });
  return (
    <section className="card stack action-form" aria-label={t('people.register')}>
      <h2>{t('people.register')}</h2>
      <ChangeForm change="RegisterPerson" onDone={goOn} onClose={onClose} />
    </section>
  );
}

interface WindowProps {
  readonly change: FilledChange;
  readonly person: Person;
  readonly onClose: () => void;
}

/** One change of somebody. */
export function ChangeWindow({ change, person, onClose }: WindowProps) {
  const { t } = useLocale();
  return (
    <Window title={t(`people.do.${change}`)} onClose={onClose} isDismissable={false}>
      <ChangeForm change={change} person={person} onDone={onClose} onClose={onClose} />
    </Window>
  );
}

interface Props {
  readonly change: FilledChange;
  /** Left out: somebody who is not registered yet. */
  readonly person?: Person;
  readonly onDone: (person: Person) => void;
  readonly onClose: () => void;
}

function ChangeForm({ change, person, onDone, onClose }: Props) {
  const { t, pick } = useLocale();
  const [answers, setAnswers] = useState<Answers>(answersBefore(change, person));
  const fields = useChangeFields(change, person);
  const changed = useChanged();
  const sending = useMutation({
    mutationFn: async () => {
      const data = dataOf(fields, answers);
      const id = person?.id ?? data['person'];
      // Without an id there is no address to which it could be sent.
      if (typeof id !== 'string') throw new ProblemError(wrongId(t, 'people.idMissing'), null);
      return changePerson({ person: id, change, data: changeData(change, data) });
    },
    onSuccess: async (after) => {
      await changed();
      onDone(after);
    },
  });
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector<HTMLElement>('input, [role=spinbutton], button')?.focus(), []);
  const titles = useMemo(() => titlesOf(fields, pick), [fields, pick]);
  // The summary takes the focus with each new problem, so it stays the same one while somebody types.
  const problem = useMemo(
    () => changeProblem(change, problemOf(sending.error), { t, fields: [...titles.keys()] }),
    [change, sending.error, t, titles],
  );
  const errors = errorsOf(problem);
  return (
    <SentForm
      form={form}
      className="stack"
      label={t(`people.do.${change}`)}
      isPending={sending.isPending}
      onSend={sending.mutate}
    >
      {problem !== undefined ? (
        <ErrorSummary {...{ problem, errors, titles }} />
      ) : (
        sending.isError && <Failure error={sending.error} again={sending.mutate} />
      )}
      <Fields
        {...{ fields, answers, errors }}
        workflow=""
        onAnswer={(path, value) => setAnswers((before) => ({ ...before, [path]: value }))}
      />
      <div className="row">
        <Button kind="main" type="submit" isPending={sending.isPending}>
          {t('people.save')}
        </Button>
        <Button onPress={onClose}>{t('people.cancel')}</Button>
      </div>
    </SentForm>
  );
}

function useChangeFields(change: FilledChange, person: Person | undefined): readonly Field[] {
  const { t } = useLocale();
  const roles = useQuery(rolesQuery).data;
  const people = useQuery(peopleQuery).data;
  const units = useUnits();
  return useMemo(() => {
    const free = roles?.filter(({ role }) => person?.roles.includes(role) !== true) ?? [];
    const others = people?.filter(({ id, hasLeft }) => !hasLeft && id !== person?.id) ?? [];
    const offered = {
      ...{ t, units },
      roles: Object.fromEntries(free.map(({ role, titles }) => [role, titles])),
      people: Object.fromEntries(others.map((one) => [one.id, namesInBoth(one)])),
    };
    return fieldsOf(changeForm(change, offered));
  }, [change, person, t, roles, people, units]);
}

const namesInBoth = (person: Person) => ({
  en: namesOf(person, 'en')[0] ?? person.id,
  ar: namesOf(person, 'ar')[0] ?? person.id,
});
