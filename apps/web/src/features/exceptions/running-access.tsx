import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { sessionQuery } from '../../api/queries.js';
import { Chip } from '../../components/basics.js';
import { Failure } from '../../components/said.js';
import { StaffName } from '../../components/staff-name.js';
import { useLocale } from '../../language/locale.js';
import { runningAccessQuery } from './exceptions-query.js';

/** The emergency access that others have now, for those who review it when it is over. */
export function RunningAccess() {
  const { t, format } = useLocale();
  const { person, permissions } = useSuspenseQuery(sessionQuery).data;
  const found = useQuery({ ...runningAccessQuery(person), enabled: permissions.reviewsEmergency });
  if (found.isError) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (found.data === undefined || found.data.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="running-access">
      <h2 id="running-access" className="row">
        {t('exceptions.running')} <Chip>{format.number(found.data.length)}</Chip>
      </h2>
      <p className="soft">{t('exceptions.runningText')}</p>
      <ul className="stack tight plain-list">
        {found.data.map(({ id, person: taker, trigger, until, text, caseId }) => (
          <li key={id} className="exception stack tight">
            <p className="row spread">
              <span className="row">
                <strong>
                  <StaffName id={taker} />
                </strong>
                <span>{t(`emergency.trigger.${trigger}`)}</span>
              </span>
              <span className="soft">{t('exceptions.runsUntil', { time: format.time(until) })}</span>
            </p>
            {text !== null && <p dir="auto">{text}</p>}
            <p className="soft small">
              {t('emergency.case')} <code dir="ltr">{caseId}</code>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
