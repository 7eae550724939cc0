import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../api/queries.js';
import { Button, Chip, Skeleton } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useRoleTitle } from '../../components/use-role-title.js';
import { useLocale } from '../../language/locale.js';
import { accountsQuery, type AccountLine } from './people-query.js';
import { PersonNames, Presence } from './person-names.js';
import { useUnitTitle } from './use-units.js';
import { useWays } from './use-ways.js';

const step = 100;

interface Props {
  readonly people: readonly Person[];
  /** Whoever keeps the directory sees how each person signs in. */
  readonly keeps: boolean;
}

/** Everybody who is shown, so many at first and more when they are asked for. */
export function PeopleTable({ people, keeps }: Props) {
  const { t } = useLocale();
  const [rows, setRows] = useState(step);
  const accounts = useQuery({ ...accountsQuery, enabled: keeps });
  const columns = ['name', 'id', 'roles', 'unit', 'supervisor'] as const;
  const heads = [...columns.map((name) => t(`people.${name}`)), ...(keeps ? [t('people.signIn')] : [])];
  const lineOf = (id: string) => accounts.data?.items.find(({ person }) => person === id);
  return (
    <>
      {accounts.isError && <Failure error={accounts.error} again={() => void accounts.refetch()} />}
      <PlainTable label={t('nav.people')} heads={heads}>
        {people.slice(0, rows).map((person) => (
          <PersonRow key={person.id} person={person}>
            {keeps && (
              <td>{accounts.isPending ? <Skeleton /> : <Ways line={lineOf(person.id)} person={person} />}</td>
            )}
          </PersonRow>
        ))}
      </PlainTable>
      {people.length > rows && (
        <div>
          <Button onPress={() => setRows(rows + step)}>{t('people.more')}</Button>
        </div>
      )}
    </>
  );
}

function PersonRow({ person, children }: { readonly person: Person; readonly children: React.ReactNode }) {
  const { format } = useLocale();
  const roleTitle = useRoleTitle();
  const unitTitle = useUnitTitle();
  const { id, roles, unit, supervisor } = person;
  return (
    <tr>
      <th scope="row">
        <Link to="/people/$person" params={{ person: id }}>
          <PersonNames person={person} />
        </Link>
        <Presence person={person} />
      </th>
      <td>
        <code dir="ltr">{id}</code>
      </td>
      <td>{format.list(roles.map(roleTitle))}</td>
      <td>{unit !== null && <bdi>{unitTitle(unit)}</bdi>}</td>
      <td>{supervisor !== null && <StaffName id={supervisor} />}</td>
      {children}
    </tr>
  );
}

/** How somebody signs in, in a few words. Whoever has left does not. */
function Ways({ line, person }: { readonly line: AccountLine | undefined; readonly person: Person }) {
  const { t, format } = useLocale();
  const ways = useWays();
  if (line === undefined || person.hasLeft) return null;
  return (
    <span className="stack tight">
      <span>{ways(line)}</span>
      {line.invitedUntil !== null && (
        <span className="soft small">
          {t('people.invitedUntil', { time: format.time(line.invitedUntil) })}
        </span>
      )}
      {line.waitsUntil !== null && (
        <span>
          <Chip tone="warn">{t('people.waitsUntil', { time: format.time(line.waitsUntil) })}</Chip>
        </span>
      )}
    </span>
  );
}
