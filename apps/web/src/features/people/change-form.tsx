import '../../style/form.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { ProblemError, problemOf } from '../../api/problem.js';
import { peopleQuery, rolesQuery, type Person } from '../../api/queries.js';
import { Window } from '../../components/window.js';
import { dataOf, type Answers } from '../../form/data-of.js';
import { fieldsOf, type Field } from '../../form/fields-of.js';
import { FilledForm } from '../../form/filled-form.js';
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
  const { t } = useLocale();
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
  const problem = useMemo(
    () => changeProblem(change, problemOf(sending.error), { t, fields: fields.map(({ path }) => path) }),
    [change, sending.error, t, fields],
  );
  return (
    <FilledForm
      className="stack"
      label={t(`people.do.${change}`)}
      {...{ fields, answers, sending, problem, onClose }}
      onAnswers={setAnswers}
      workflow=""
      texts={{ save: t('people.save'), cancel: t('people.cancel') }}
    />
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
