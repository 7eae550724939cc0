import { shownTime } from '../../texts/shown-time.js';
import type { DemonstrationAccount } from './demonstration-accounts.js';
import { firstWithDemo } from '../named-workflow.js';
import type { Demonstration } from './marks.js';

/** What is said wherever a demonstration is used. */
export function demonstrationBanner({ clock }: Demonstration): string {
  const now = shownTime(clock.now(), { language: 'en', zone: firstWithDemo()?.zone ?? 'UTC' });
  return `DEMONSTRATION of invented persons; its own clock shows ${now}; keep no real case here`;
}

/** The accounts of a demonstration, one a line. */
export const accountsBanner = (accounts: readonly DemonstrationAccount[]): string =>
  ['Accounts of the demonstration, with their passwords:']
    .concat(
      accounts.map(
        ({ person, role, unit, password }) =>
          `  ${person.padEnd(10)} ${password}  ${role}${unit === undefined ? '' : `, ${unit}`}`,
      ),
    )
    .join('\n');
