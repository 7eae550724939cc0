import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { sessionQuery, type Person } from '../../api/queries.js';
import { Button, Chip, Skeleton } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { Unfolded } from '../../components/unfolded.js';
import { useLocale } from '../../language/locale.js';
import { actTitle } from './change-words.js';
import { InvitationWindow } from './invitation-window.js';
import {
  accountsQuery,
  endSessions,
  personAccountQuery,
  removeAccount,
  unlinkIssuer,
  type Account,
} from './people-query.js';
import { PersonNames } from './person-names.js';
import { SureWindow } from './sure-window.js';
import { useWays } from './use-ways.js';

const asked = { endSessions, removeAccount, unlinkIssuer } as const;
type Asked = keyof typeof asked;

/** How somebody signs in, and what an administrator can do about it. */
export function PersonAccount({ person }: { readonly person: Person }) {
  const { t } = useLocale();
  const { id, hasLeft } = person;
  const found = useQuery(personAccountQuery(id));
  const [opened, setOpened] = useState<Asked | 'invite'>();
  const close = () => setOpened(undefined);
  const account = found.data;
  return (
    <section className="card stack" aria-labelledby="person-account">
      <h2 id="person-account">{t('people.signIn')}</h2>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {hasLeft && <p className="soft">{t('people.signsInNoMore')}</p>}
      {account !== undefined && (
        <>
          {!hasLeft && <Ways account={account} />}
          <Doings account={account} person={person} onOpen={setOpened} />
          <Acts acts={account.acts} />
        </>
      )}
      {opened === 'invite' && <InvitationWindow person={person} onClose={close} />}
      {opened !== undefined && opened !== 'invite' && (
        <SureWindow title={t(`people.${opened}`)} onSure={() => asked[opened](id)} onClose={close}>
          <p>
            <PersonNames person={person} />
          </p>
          <p>{t(`people.${opened}Text`)}</p>
        </SureWindow>
      )}
    </section>
  );
}

function Ways({ account }: { readonly account: Account }) {
  const { t, format } = useLocale();
  const ways = useWays();
  const { sessions, passkeys, tokens, invitedUntil, waitsUntil } = account;
  const [newest] = sessions;
  return (
    <dl className="facts">
      <dt>{t('people.ways')}</dt>
      <dd>
        {ways({ ...account, hasPasskey: passkeys.length > 0 })}
        {waitsUntil !== null && (
          <>
            {' '}
            <Chip tone="warn">{t('people.waitsUntil', { time: format.time(waitsUntil) })}</Chip>
          </>
        )}
      </dd>
      {invitedUntil !== null && (
        <>
          <dt>{t('people.invitation')}</dt>
          <dd>{t('people.invitedUntil', { time: format.time(invitedUntil) })}</dd>
        </>
      )}
      <dt>{t('people.sessions')}</dt>
      <dd>
        {format.number(sessions.length)}
        {newest !== undefined && ` · ${t('people.seen', { time: format.time(newest.seenAt) })}`}
      </dd>
      {passkeys.length > 0 && <Named title={t('people.passkeys')} items={passkeys} />}
      {tokens.length > 0 && <Named title={t('people.tokens')} items={tokens} />}
    </dl>
  );
}

interface NamedProps {
  readonly title: string;
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

const Named = ({ title, items }: NamedProps) => (
  <>
    <dt>{title}</dt>
    <dd>
      <ul>
        {items.map(({ id, name }) => (
          <li key={id}>
            <bdi>{name}</bdi>
          </li>
        ))}
      </ul>
    </dd>
  </>
);

interface DoingsProps {
  readonly account: Account;
  readonly person: Person;
  readonly onOpen: (what: Asked | 'invite') => void;
}

/** What can be done about an account. One's own is removed by another administrator alone. */
function Doings({ account, person: { id, hasLeft }, onOpen }: DoingsProps) {
  const { t } = useLocale();
  const session = useSuspenseQuery(sessionQuery).data;
  const hasLocalAccounts = useQuery(accountsQuery).data?.hasLocalAccounts === true;
  const { hasPassword, hasIssuer, passkeys, tokens, sessions, invitedUntil } = account;
  const isThere = hasPassword || passkeys.length + tokens.length > 0 || invitedUntil !== null;
  return (
    <div className="row">
      {hasLocalAccounts && !hasLeft && <Button onPress={() => onOpen('invite')}>{t('people.invite')}</Button>}
      {sessions.length > 0 && (
        <Button onPress={() => onOpen('endSessions')}>{t('people.endSessions')}</Button>
      )}
      {hasIssuer && <Button onPress={() => onOpen('unlinkIssuer')}>{t('people.unlinkIssuer')}</Button>}
      {hasLocalAccounts && isThere && id !== session.person && (
        <Button kind="danger" onPress={() => onOpen('removeAccount')}>
          {t('people.removeAccount')}
        </Button>
      )}
    </div>
  );
}

const actsShown = 20;

/** What was done about an account, the newest first. */
function Acts({ acts }: Pick<Account, 'acts'>) {
  const { t, format } = useLocale();
  const [shown, setShown] = useState(actsShown);
  if (acts.length === 0) return null;
  return (
    <Unfolded summary={t('people.acts', { count: acts.length })}>
      {() => (
        <div className="stack tight">
          <ul className="stack tight">
            {acts.slice(0, shown).map(({ at, what, by, address }) => (
              <li key={`${at} ${what} ${address}`} className="two-lines">
                <span>{t(actTitle(what), { type: what })}</span>
                <span className="soft small">
                  <time dateTime={at}>{format.time(at)}</time> · {by !== null && <StaffName id={by} />}{' '}
                  <code dir="ltr">{address}</code>
                </span>
              </li>
            ))}
          </ul>
          {acts.length > shown && (
            <div>
              <Button onPress={() => setShown(shown + actsShown)}>{t('people.more')}</Button>
            </div>
          )}
        </div>
      )}
    </Unfolded>
  );
}
