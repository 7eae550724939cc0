import type { Person } from '../../api/queries.js';
import { useLocale } from '../../language/locale.js';
import { OpenCases } from './open-cases.js';
import { PersonNames } from './person-names.js';
import { changePerson } from './people-query.js';
import { SureWindow } from './sure-window.js';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Records that somebody leaves: what ends with it, and what stays with them until others get it. */
export function LeavingWindow({ person, onClose }: Props) {
  const { t } = useLocale();
  const { id } = person;
  return (
    <SureWindow
      title={t('people.do.RecordLeaving')}
      onSure={() => changePerson({ person: id, change: 'RecordLeaving', data: {} })}
      onClose={onClose}
    >
      <p>
        <PersonNames person={person} />
      </p>
      <p>{t('people.leavingText')}</p>
      <OpenCases person={id} />
    </SureWindow>
  );
}
