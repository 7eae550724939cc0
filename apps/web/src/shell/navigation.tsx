import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useMemo } from 'react';
import { countsQuery, openedBy, sessionQuery, workflowsQuery } from '../api/queries.js';
import { useLocale } from '../language/locale.js';
import type { TextKey } from '../language/texts/en.js';

export interface Place {
  readonly to:
    | '/work'
    | '/workload'
    | '/exceptions'
    | '/new'
    | '/drafts'
    | '/confirmations'
    | '/insights'
    | '/audit'
    | '/jobs'
    | '/procedure'
    | '/verification'
    | '/people'
    | '/system';
  readonly title: TextKey;
  /** The physical key that goes there, after G. */
  readonly key: string;
  readonly count?: 'mine' | 'proposalsForMe' | 'exceptions';
}

/** Where whoever is signed in can go. */
export function usePlaces(): readonly Place[] {
  const { permissions, roles, unit } = useSuspenseQuery(sessionQuery).data;
  const workflows = useSuspenseQuery(workflowsQuery).data;
  return useMemo(() => {
    const opens = openedBy(permissions, workflows).length > 0;
    const sends = Object.values(permissions.commands).some((commands) => commands.length > 0);
    const inBulk = workflows.some(({ name, commands }) =>
      commands.some(({ command, inBulk: many }) => many && permissions.commands[name]?.includes(command)),
    );
    const confirms = Object.values(permissions.confirms).some((commands) => commands.length > 0);
    const readsFigures = workflows.some(({ permissions: { reads } }) =>
      reads.some(
        ({ role, figures }) =>
          roles.includes(role) && (figures === 'all' || (figures === 'unit' && unit !== null)),
      ),
    );
    const places: readonly (Place | false)[] = [
      { to: '/work', title: 'nav.work', key: 'KeyW', count: 'mine' },
      inBulk && { to: '/workload', title: 'nav.workload', key: 'KeyO' },
      (inBulk || permissions.reviewsEmergency) && {
        to: '/exceptions',
        title: 'nav.exceptions',
        key: 'KeyE',
        count: 'exceptions',
      },
      opens && { to: '/new', title: 'nav.new', key: 'KeyN' },
      sends && { to: '/drafts', title: 'nav.drafts', key: 'KeyD' },
      (sends || confirms) && {
        to: '/confirmations',
        title: 'nav.confirmations',
        key: 'KeyC',
        count: 'proposalsForMe',
      },
      (inBulk || permissions.importsForOthers || roles.includes('administrator')) && {
        to: '/jobs',
        title: 'nav.jobs',
        key: 'KeyJ',
      },
      readsFigures && { to: '/insights', title: 'nav.insights', key: 'KeyI' },
      { to: '/audit', title: 'nav.audit', key: 'KeyA' },
      { to: '/procedure', title: 'nav.procedure', key: 'KeyR' },
      { to: '/people', title: 'nav.people', key: 'KeyP' },
      permissions.verifiesLog && { to: '/verification', title: 'nav.verification', key: 'KeyV' },
      permissions.keepsDirectory && { to: '/system', title: 'nav.system', key: 'KeyS' },
    ];
    return places.filter((place) => place !== false);
  }, [permissions, roles, unit, workflows]);
}

export function Navigation() {
  const { t, format } = useLocale();
  const counts = useQuery(countsQuery).data;
  return (
    <nav className="shell-nav" aria-label={t('nav.label')}>
      <ul>
        {usePlaces().map(({ to, title, count }) => {
          const number = count === undefined ? undefined : counts?.[count];
          return (
            <li key={to}>
              <Link to={to} activeOptions={{ includeSearch: false }}>
                {t(title)}
                {number !== undefined && number.value > 0 && (
                  <span className="count">{format.atLeast(number)}</span>
                )}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
