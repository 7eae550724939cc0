import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ownAccessQuery, type EmergencyAccess } from '../../api/emergency-access.js';
import { beginEmergencyReading } from '../../api/emergency-reading.js';
import { sessionQuery } from '../../api/queries.js';
import { Button } from '../../components/basics.js';
import { useWorkflows } from '../../components/state-name.js';
import { useNow } from '../../components/use-now.js';
import { useLocale } from '../../language/locale.js';
import { PurposeWindow } from '../../shell/purpose-window.js';

/** What somebody can do who does not see a case. */
export function OtherWays({ asked }: { readonly asked: string }) {
  const { t } = useLocale();
  const { permissions } = useSuspenseQuery(sessionQuery).data;
  return (
    <>
      <p>{t('missing.either')}</p>
      <OtherPurpose />
      {permissions.emergency.length > 0 && <InEmergency asked={asked} />}
    </>
  );
}

/** For whoever has a role that sees cases for some of its purposes alone. */
function OtherPurpose() {
  const { t } = useLocale();
  const { roles, purposes } = useSuspenseQuery(sessionQuery).data;
  const [choosing, setChoosing] = useState(false);
  const depends = useWorkflows().some(({ permissions: { reads } }) =>
    reads.some(({ role, cases }) => roles.includes(role) && cases.some((scope) => scope.purposes !== null)),
  );
  if (!depends || purposes.length < 2) return null;
  return (
    <div className="card row">
      <span>{t('purpose.elsewhere')}</span>
      <Button onPress={() => setChoosing(true)}>{t('purpose.change')}</Button>
      {choosing && <PurposeWindow onClose={() => setChoosing(false)} />}
    </div>
  );
}

/** Offers emergency access to a case that is not shown, and tells of the access to it that somebody took. */
function InEmergency({ asked }: { readonly asked: string }) {
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
