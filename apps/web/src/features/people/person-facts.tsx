import { Link } from '@tanstack/react-router';
import { Fragment, useState } from 'react';
import type { Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { loadedLater } from '../../components/loaded-later.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import type { FilledChange } from './change-schema.js';
import { LeavingWindow } from './leaving-window.js';
import { changePerson } from './people-query.js';
import { SureWindow } from './sure-window.js';
import { useUnitTitle } from './use-units.js';

const ChangeWindow = loadedLater(async () => (await import('./change-form.js')).ChangeWindow);

interface Props {
  readonly person: Person;
  /** Whether whoever looks may change the directory. */
  readonly keeps: boolean;
}

type Opened =
  | { readonly fill: FilledChange }
  | { readonly sure: 'RecordLeaving' | 'RecordReturn' }
  | { readonly absence: Person['absences'][number] };

/** Who somebody is, where they belong, and when they are away. */
export function PersonFacts({ person, keeps }: Props) {
  const { t } = useLocale();
  const [opened, setOpened] = useState<Opened>();
  const changes = keeps && !person.hasLeft;
  const close = () => setOpened(undefined);
  return (
    <section className="card stack" aria-labelledby="person-facts">
      <h2 id="person-facts">{t('people.facts')}</h2>
      <Facts person={person} />
      <Absences person={person} onEnd={changes ? (absence) => setOpened({ absence }) : undefined} />
      {changes && (
        <div className="row">
          {filled.map((fill) => (
            <Button key={fill} onPress={() => setOpened({ fill })}>
              {t(`people.do.${fill}`)}
            </Button>
          ))}
          <Button kind="danger" onPress={() => setOpened({ sure: 'RecordLeaving' })}>
            {t('people.do.RecordLeaving')}
          </Button>
        </div>
      )}
      {keeps && person.hasLeft && (
        <div>
          <Button onPress={() => setOpened({ sure: 'RecordReturn' })}>{t('people.do.RecordReturn')}</Button>
        </div>
      )}
      {opened !== undefined && <OpenedWindow {...{ opened, person }} onClose={close} />}
    </section>
  );
}

const filled = ['RenamePerson', 'AssignUnit', 'NameSupervisor', 'NameDeputy', 'RecordAbsence'] as const;

function Facts({ person: { id, unit, supervisor, deputy } }: { readonly person: Person }) {
  const { t } = useLocale();
  const unitTitle = useUnitTitle();
  const others = [
    ['people.supervisor', supervisor],
    ['people.deputy', deputy],
  ] as const;
  return (
    <dl className="facts">
      <dt>{t('people.id')}</dt>
      <dd>
        <code dir="ltr">{id}</code>
      </dd>
      <dt>{t('people.unit')}</dt>
      <dd>
        {unit === null ? <span className="soft">{t('people.noUnit')}</span> : <bdi>{unitTitle(unit)}</bdi>}
      </dd>
      {others.map(([title, other]) => (
        <Fragment key={title}>
          <dt>{t(title)}</dt>
          <dd>
            {other === null ? (
              <StaffName id={null} />
            ) : (
              <Link to="/people/$person" params={{ person: other }}>
                <StaffName id={other} />
              </Link>
            )}
          </dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface AbsencesProps {
  readonly person: Person;
  /** Left out: whoever looks may not change it. */
  readonly onEnd: ((absence: Person['absences'][number]) => void) | undefined;
}

function Absences({ person: { absences }, onEnd }: AbsencesProps) {
  const { t, format } = useLocale();
  if (absences.length === 0) return null;
  return (
    <>
      <h3>{t('people.absences')}</h3>
      <ul className="stack tight">
        {absences.map((absence) => {
          const days = { from: format.date(absence.from), until: format.date(absence.until) };
          return (
            <li key={absence.from} className="row">
              {t('people.days', days)}
              {onEnd !== undefined && (
                <Button
                  aria-label={t('people.endAbsenceOf', { days: t('people.days', days) })}
                  onPress={() => onEnd(absence)}
                >
                  {t('people.do.EndAbsence')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface OpenedProps {
  readonly opened: Opened;
  readonly person: Person;
  readonly onClose: () => void;
}

function OpenedWindow({ opened, person, onClose }: OpenedProps) {
  const { t, format } = useLocale();
  const { id } = person;
  if ('fill' in opened) return <ChangeWindow change={opened.fill} {...{ person, onClose }} />;
  if ('absence' in opened) {
    const { from, until } = opened.absence;
    return (
      <SureWindow
        title={t('people.do.EndAbsence')}
        onSure={() => changePerson({ person: id, change: 'EndAbsence', data: { from } })}
        onClose={onClose}
      >
        <p>{t('people.endAbsenceText', { from: format.date(from), until: format.date(until) })}</p>
      </SureWindow>
    );
  }
  if (opened.sure === 'RecordLeaving') return <LeavingWindow {...{ person, onClose }} />;
  return (
    <SureWindow
      title={t('people.do.RecordReturn')}
      onSure={() => changePerson({ person: id, change: 'RecordReturn', data: {} })}
      onClose={onClose}
    >
      <p>{t('people.returnText')}</p>
    </SureWindow>
  );
}
