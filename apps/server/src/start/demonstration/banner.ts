import { firstWithDemo } from '../named-workflow.js';
import type { Demonstration } from './marks.js';

/** What is said wherever a demonstration is used. */
export function demonstrationBanner({ clock }: Demonstration): string {
  const timeZone = firstWithDemo()?.zone ?? 'UTC';
  const now = new Date(clock.now()).toLocaleString('en-GB', {
    timeZone,
    dateStyle: 'long',
    timeStyle: 'short',
  });
  return `DEMONSTRATION of invented persons; its own clock shows ${now} (${timeZone}); keep no real case here`;
}
