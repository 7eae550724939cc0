import { useMutation } from '@tanstack/react-query';
import type { Person } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { CopyButton } from '../../components/copy-button.js';
import { Failure, Notice } from '../../components/said.js';
import { Window } from '../../components/window.js';
import { useLocale } from '../../language/locale.js';
import { invite, useChanged, type Invitation } from './people-query.js';
import { PersonNames } from './person-names.js';

interface Props {
  readonly person: Person;
  readonly onClose: () => void;
}

/** Invites somebody: says what follows, then shows the code, once. */
export function InvitationWindow({ person, onClose }: Props) {
  const { t } = useLocale();
  const changed = useChanged();
  const inviting = useMutation({ mutationFn: () => invite(person.id), onSuccess: changed });
  return (
    <Window title={t('people.invite')} onClose={onClose} isDismissable={false}>
      {inviting.data === undefined ? (
        <>
          <p>
            <PersonNames person={person} />
          </p>
          <p>{t('people.inviteText')}</p>
          {inviting.isError && <Failure error={inviting.error} again={inviting.mutate} />}
          <div className="row">
            <Button kind="main" onPress={() => inviting.mutate()} isPending={inviting.isPending}>
              {t('people.makeCode')}
            </Button>
            <Button onPress={onClose}>{t('people.cancel')}</Button>
          </div>
        </>
      ) : (
        <Made invitation={inviting.data} onClose={onClose} />
      )}
    </Window>
  );
}

function Made({ invitation, onClose }: { readonly invitation: Invitation; readonly onClose: () => void }) {
  const { t, format } = useLocale();
  const { code, endsAt } = invitation;
  return (
    <>
      <Notice tone="done" title={t('people.codeMade')}>
        <p>
          <code className="invitation-code" dir="ltr">
            {code}
          </code>
        </p>
        <div className="row">
          <CopyButton text={code}>{t('people.copy')}</CopyButton>
        </div>
      </Notice>
      <ol className="stack tight">
        <li>{t('people.handOver')}</li>
        <li>
          {t('people.openPage')}{' '}
          <code className="invitation-code" dir="ltr">
            {new URL('/sign-in?code', location.href).href}
          </code>
        </li>
        <li>{t('people.typeCode', { time: format.time(endsAt) })}</li>
      </ol>
      <div>
        <Button kind="main" onPress={onClose}>
          {t('close')}
        </Button>
      </div>
    </>
  );
}
