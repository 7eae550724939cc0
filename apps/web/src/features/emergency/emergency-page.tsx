import '../../style/emergency.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { sessionQuery } from '../../api/queries.js';
import { Empty } from '../../components/said.js';
import { useTitle } from '../../components/use-title.js';
import { useLocale } from '../../language/locale.js';
import { OwnAccess } from './own-access.js';
import { TakeAccess } from './take-access.js';

/** Takes access to a case in an emergency, and shows what became of the access that somebody took. */
export function EmergencyPage() {
  const { t } = useLocale();
  const { for: wanted } = useSearch({ from: '/emergency' });
  const { person, permissions } = useSuspenseQuery(sessionQuery).data;
  useTitle(t('emergency.title'));
  return (
    <div className="page stack emergency">
      <h1>{t('emergency.title')}</h1>
      <p className="soft">{t('emergency.lead')}</p>
      {permissions.emergency.length > 0 ? (
        <TakeAccess key={wanted} wanted={wanted} obtainable={permissions.emergency} />
      ) : (
        <Empty title={t('emergency.forbidden')}>
          <p className="soft">{t('emergency.forbiddenText')}</p>
        </Empty>
      )}
      <OwnAccess person={person} />
    </div>
  );
}
