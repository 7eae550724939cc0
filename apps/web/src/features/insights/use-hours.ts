import { useLocale } from '../../language/locale.js';

const hourMs = 3_600_000;

/** A number of whole hours in its largest unit: "3 days". */
export function useHours(): (hours: number) => string {
  const { t, format } = useLocale();
  return (hours) => (hours === 0 ? t('insights.underHour') : format.span(hours * hourMs));
}

/** The same where a time may be withheld. */
export function useTimes(): (hours: number | null) => string {
  const { t } = useLocale();
  const hours = useHours();
  return (time) => (time === null ? t('insights.withheldTime') : hours(time));
}
