import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery, type Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { loadedLater } from '../../components/loaded-later.js';
import { useRoleTitle } from '../../components/use-role-title.js';
import { useLocale } from '../../language/locale.js';
import { PersonNames } from './person-names.js';
import { changePerson } from './people-query.js';
import { SureWindow } from './sure-window.js';

const ChangeWindow = loadedLater(async () => (await import('./change-form.js')).ChangeWindow);

interface Props {
  readonly person: Person;
  /** Whether whoever looks may change the directory. */
  readonly keeps: boolean;
}

/** The roles that somebody holds. Nobody gives one to themselves. */
export function PersonRoles({ person, keeps }: Props) {
  const { t } = useLocale();
  const session = useSuspenseQuery(sessionQuery).data;
  const roleTitle = useRoleTitle();
  const [opened, setOpened] = useState<{ readonly taken?: string }>();
  const close = () => setOpened(undefined);
  const { roles } = person;
  const changes = keeps && !person.hasLeft;
  return (
    <section className="card stack" aria-labelledby="person-roles">
      <h2 id="person-roles">{t('people.roles')}</h2>
      {person.hasLeft && <p className="soft">{t('people.rolesOfBefore')}</p>}
      {roles.length === 0 && <p className="soft">{t('people.noRoles')}</p>}
      <ul className="stack tight">
        {roles.map((role) => (
          <li key={role} className="row">
            <span className="said-first">{roleTitle(role)}</span>
            {changes && (
              <Button
                aria-label={t('people.takeRoleOf', { role: roleTitle(role) })}
                onPress={() => setOpened({ taken: role })}
              >
                {t('people.do.TakeRole')}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {changes && person.id === session.person && <p className="soft">{t('people.ownRole')}</p>}
      {changes && person.id !== session.person && (
        <div>
          <Button onPress={() => setOpened({})}>{t('people.do.GiveRole')}</Button>
        </div>
      )}
      {opened?.taken !== undefined && <TakeRole person={person} role={opened.taken} onClose={close} />}
      {opened !== undefined && opened.taken === undefined && (
        <ChangeWindow change="GiveRole" person={person} onClose={close} />
      )}
    </section>
  );
}

interface TakeProps {
  readonly person: Person;
  readonly role: string;
  readonly onClose: () => void;
}

function TakeRole({ person, role, onClose }: TakeProps) {
  const { t } = useLocale();
  const title = useRoleTitle()(role);
  return (
    <SureWindow
      title={t('people.do.TakeRole')}
      onSure={() => changePerson({ person: person.id, change: 'TakeRole', data: { role } })}
      onClose={onClose}
    >
      <p>
        <PersonNames person={person} />
      </p>
      <p>{t('people.takeRoleText', { role: title })}</p>
    </SureWindow>
  );
}
