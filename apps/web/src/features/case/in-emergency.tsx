import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ownAccessQuery, type EmergencyAccess } from '../../api/emergency-access.js';
import { beginEmergencyReading } from '../../api/emergency-reading.js';
import { sessionQuery } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { useNow } from '../../components/use-now.js';
import { useLocale } from '../../language/locale.js';

/** Offers emergency access to a case that is not shown, and tells of the access to it that somebody took. */
export function InEmergency({ asked }: { readonly asked: string }) {
  const { t } = useLocale();
  const { person } = useSuspenseQuery(sessionQuery).data;
  const own = useQuery(ownAccessQuery(person)).data;
  const last = own?.find(({ caseId }) => caseId === asked);
  return (
    <div className="card stack tight">
      {last !== undefined && <LastAccess access={last} />}
      <p className="row">
        <span>{t('emergency.offer')}</span>
        <Link className="button" to="/emergency" search={{ for: asked }}>
          {t('user.emergency')}
        </Link>
      </p>
    </div>
  );
}

function LastAccess({ access }: { readonly access: EmergencyAccess }) {
  const { t, format } = useLocale();
  const now = useNow(1000);
  const { status, until, ended } = access;
  if (status !== 'active' || Date.parse(until) <= now)
    return <p role="status">{t('emergency.overHere', { time: format.clock(ended?.at ?? until) })}</p>;
  return (
    <p className="row">
      <span>{t('emergency.runsHere', { time: format.clock(until) })}</span>
      <Button kind="main" onPress={() => beginEmergencyReading(access)}>
        {t('emergency.read')}
      </Button>
    </p>
  );
}
