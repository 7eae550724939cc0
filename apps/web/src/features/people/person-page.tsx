import '../../style/people.css';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { peopleQuery, sessionQuery, type Person } from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { Empty, Failure } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { OpenCases } from './open-cases.js';
import { PersonAccount } from './person-account.js';
import { PersonFacts } from './person-facts.js';
import { PersonHistory } from './person-history.js';
import { PersonNames, Presence } from './person-names.js';
import { PersonRoles } from './person-roles.js';

/** One of the people who work with cases: what the directory has of them, how they sign in, and who changed what. */
export function PersonPage() {
  const { t } = useLocale();
  const { person: id } = useParams({ from: '/people/$person' });
  const found = useQuery({ ...peopleQuery, refetchOnMount: 'always' });
  const person = found.data?.find((one) => one.id === id);
  useTitle(t('nav.people'));
  return (
    <div className="page stack people">
      <p>
        <Link to="/people">{t('people.back')}</Link>
      </p>
      {person === undefined ? (
        <h1>{t('people.person')}</h1>
      ) : (
        <h1>
          <PersonNames person={person} />
          <Presence person={person} />
        </h1>
      )}
      {found.isError && <Failure error={found.error} again={() => void found.refetch()} />}
      {found.isPending && <Skeleton lines={12} />}
      {found.data !== undefined && person === undefined && (
        <Empty title={t('people.unknown')}>
          <p className="soft">
            <code dir="auto">{id}</code>
          </p>
        </Empty>
      )}
      {person !== undefined && <About person={person} />}
    </div>
  );
}

function About({ person }: { readonly person: Person }) {
  const { t } = useLocale();
  const { keepsDirectory } = useSuspenseQuery(sessionQuery).data.permissions;
  return (
    <>
      <div className="person-parts">
        <div className="stack">
          <PersonFacts person={person} keeps={keepsDirectory} />
          <section className="card stack" aria-labelledby="person-cases">
            <h2 id="person-cases">{t('people.cases')}</h2>
            <OpenCases person={person.id} />
          </section>
        </div>
        <div className="stack">
          <PersonRoles person={person} keeps={keepsDirectory} />
          {keepsDirectory && <PersonAccount person={person} />}
        </div>
      </div>
      <PersonHistory person={person.id} />
    </>
  );
}
