import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { sessionQuery, workflowsQuery } from '../../api/queries.js';
import { Skeleton } from '../../components/basics.js';
import { useLocale } from '../../language/locale.js';
import { openCasesQuery, readsCases } from './people-query.js';

/** How many open cases lie with somebody, with the way to them; whose roles read no cases are told that they cannot know. */
export function OpenCases({ person }: { readonly person: string }) {
  const { t, format } = useLocale();
  const { roles } = useSuspenseQuery(sessionQuery).data;
  const sees = readsCases(useSuspenseQuery(workflowsQuery).data, roles);
  const total = useQuery({ ...openCasesQuery(person), enabled: sees });
  if (!sees || total.isError) return <p className="soft">{t('people.casesUnknown')}</p>;
  if (total.data === undefined) return <Skeleton />;
  if (total.data.value === 0) return <p>{t('people.noCases')}</p>;
  return (
    <p>
      <Link to="/work" search={{ view: 'all', open: 'yes', assignee: person }}>
        {t('people.openCases', { count: total.data.value, number: format.atLeast(total.data) })}
      </Link>{' '}
      · <Link to="/workload">{t('nav.workload')}</Link>
    </p>
  );
}
