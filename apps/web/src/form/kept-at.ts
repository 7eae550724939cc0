import { useLocale } from '../language/locale.js';

/** When something was kept, as people say it: the time of today, else with its day. */
export function useKeptAt(): (instant: string) => string {
  const { format } = useLocale();
  return (instant) => {
    const now = new Date().toISOString();
    return format.day(instant) === format.day(now) ? format.clock(instant) : format.time(instant);
  };
}
