import { shownTime } from '../../texts/shown-time.js';
import { firstWithDemo } from '../named-workflow.js';
import type { Demonstration } from './marks.js';

/** What is said wherever a demonstration is used. */
export function demonstrationBanner({ clock }: Demonstration): string {
  const now = shownTime(clock.now(), { language: 'en', zone: firstWithDemo()?.zone ?? 'UTC' });
  return `DEMONSTRATION of invented persons; its own clock shows ${now}; keep no real case here`;
}
