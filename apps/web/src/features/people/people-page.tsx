import '../../style/people.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useRouterState, useSearch } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { peopleQuery, sessionQuery } from '../../api/queries.js';
import { Button, Skeleton } from '../../components/basics.js';
import { loadedLater } from '../../components/loaded-later.js';
import { Empty, Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { PeopleBar } from './people-bar.js';
import { PeopleTable } from './people-table.js';
import { byName, shownPeople } from './shown-people.js';

const RegisterForm = loadedLater(async () => (await import('./change-form.js')).RegisterForm);

/** The people who work with cases. Whoever keeps the directory registers others here. */
export function PeoplePage() {
  const { t } = useLocale();
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  const [registers, setRegisters] = useState(false);
  useTitle(t('nav.people'));
  return (
    <div className="page stack people">
      <div className="row spread">
        <h1>{t('nav.people')}</h1>
        {permissions.keepsDirectory && !registers && (
          <Button kind="main" onPress={() => setRegisters(true)}>
            {t('people.register')}
          </Button>
        )}
      </div>
      <p className="soft">{t(permissions.keepsDirectory ? 'people.leadOfKeeper' : 'people.lead')}</p>
      {registers && <RegisterForm onClose={() => setRegisters(false)} />}
      <People keeps={permissions.keepsDirectory} />
    </div>
  );
}

function People({ keeps }: { readonly keeps: boolean }) {
  const { t, manner } = useLocale();
  const search = useSearch({ from: '/people' });
  const text = useRouterState({ select: ({ location }) => location.state.text ?? '' });
  const found = useQuery({ ...peopleQuery, refetchOnMount: 'always' });
  const shown = useMemo(
    () => byName(shownPeople(found.data ?? [], { search, text }), manner.language),
    [found.data, search, text, manner.language],
  );
  if (found.data === undefined)
    return found.isError ? (
      <Failure error={found.error} again={() => void found.refetch()} />
    ) : (
      <Skeleton lines={10} />
    );
  return (
    <>
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      <PeopleBar people={found.data} shown={shown.length} {...{ search, text }} />
      {shown.length > 0 ? (
        <PeopleTable people={shown} keeps={keeps} />
      ) : (
        <Empty title={t(found.data.length === 0 ? 'people.nobody' : 'people.nothing')}>
          <p className="soft">{t(found.data.length === 0 ? 'people.nobodyText' : 'people.nothingText')}</p>
        </Empty>
      )}
    </>
  );
}
