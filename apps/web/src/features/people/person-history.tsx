import { useQuery } from '@tanstack/react-query';
import { Fragment } from 'react';
import { Skeleton } from '../../components/basics.js';
import { PlainTable } from '../../components/plain-table.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useRoleTitle } from '../../components/use-role-title.js';
import { useLocale } from '../../language/locale.js';
import { changeTitle, useDetails } from './change-words.js';
import { personHistoryQuery, type PersonChange } from './people-query.js';

/** Every change of somebody, the newest first, with who made it. */
export function PersonHistory({ person }: { readonly person: string }) {
  const { t } = useLocale();
  const found = useQuery({ ...personHistoryQuery(person), refetchOnMount: 'always' });
  return (
    <section className="stack">
      <h2>{t('people.history')}</h2>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={4} />}
      {found.data !== undefined && (
        <PlainTable label={t('people.history')} heads={[t('people.when'), t('people.what'), t('people.by')]}>
          {found.data.map((change) => (
            <ChangeRow key={change.position} change={change} />
          ))}
        </PlainTable>
      )}
    </section>
  );
}

function ChangeRow({ change }: { readonly change: PersonChange }) {
  const { t, format } = useLocale();
  const roleTitle = useRoleTitle();
  const details = useDetails()(change.data);
  const { recordedAt, type, by } = change;
  return (
    <tr>
      <th scope="row">
        <time dateTime={recordedAt}>{format.time(recordedAt)}</time>
      </th>
      <td>
        {t(changeTitle(type), { type })}
        {details.map((detail, place) => (
          <Fragment key={detail}>
            {place === 0 ? ': ' : ' · '}
            <bdi>{detail}</bdi>
          </Fragment>
        ))}
      </td>
      <td>
        {by.role === 'operator' ? (
          t('people.operator')
        ) : (
          <>
            <StaffName id={by.id} /> <span className="soft small">{roleTitle(by.role)}</span>
          </>
        )}
      </td>
    </tr>
  );
}
