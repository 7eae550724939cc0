import type { Person } from '../../api/queries.js';
import { Chip, Name } from '../../components/basics.js';
import { useNow } from '../../components/use-now.js';
import { dayOf } from '../../language/days.js';
import { useLocale } from '../../language/locale.js';
import { absentUntil, namesOf } from './shown-people.js';

/** A person by their names in both scripts, that of the language shown first; by their id where they have none. */
export function PersonNames({ person }: { readonly person: Person }) {
  const { manner } = useLocale();
  const [first, second] = namesOf(person, manner.language);
  return (
    <>
      <Name>{first ?? person.id}</Name>
      {second !== undefined && second !== first && (
        <>
          {' '}
          <span className="soft">
            <Name>{second}</Name>
          </span>
        </>
      )}
    </>
  );
}

const minuteMs = 60_000;

/** Whether somebody has left or is absent today; nothing of somebody who is there. */
export function Presence({ person }: { readonly person: Person }) {
  const { t, format, manner } = useLocale();
  const until = absentUntil(person, dayOf(useNow(minuteMs), manner.zone));
  if (person.hasLeft)
    return (
      <>
        {' '}
        <Chip tone="warn">{t('workload.left')}</Chip>
      </>
    );
  if (until === undefined) return null;
  return (
    <>
      {' '}
      <Chip>{t('workload.absent', { day: format.date(until) })}</Chip>
    </>
  );
}
