import { isCalendarDay, type Language } from '@safeconduct/workflow';

/** Who reads a time: in which language, and by the clocks of which zone. */
export interface TimeReader {
  readonly language: Language;
  readonly zone: string;
}

/**
 * A day, or an instant as day and time with its zone: `3 January 2025, 12:00 (UTC+03:00)`. Seconds are shown where there
 * are some. In Arabic the months have their names of Iraq and Syria, and digits are those of the rest of the product.
 */
export function shownTime(at: string, { language, zone }: TimeReader): string {
  if (isCalendarDay(at)) return formatsIn(language, 'UTC').day.format(new Date(at));
  const formats = formatsIn(language, zone);
  const date = new Date(at);
  const clock = date.getUTCSeconds() === 0 ? formats.minute : formats.second;
  return `${formats.day.format(date)}${commas[language]} ${clock.format(date)} (${offsetAt(formats, date)})`;
}

const locales = { en: 'en-GB', ar: 'ar-IQ-u-ca-gregory-nu-latn' } as const;
const commas = { en: ',', ar: '،' } as const;

type Formats = ReturnType<typeof newFormats>;
const known = new Map<string, Formats>();

function formatsIn(language: Language, zone: string): Formats {
  const key = `${language} ${zone}`;
  const formats = known.get(key) ?? newFormats(language, zone);
  known.set(key, formats);
  return formats;
}

function newFormats(language: Language, timeZone: string) {
  const clock = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone } as const;
  const locale = locales[language];
  return {
    day: new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long', year: 'numeric', timeZone }),
    minute: new Intl.DateTimeFormat(locale, clock),
    second: new Intl.DateTimeFormat(locale, { ...clock, second: '2-digit' }),
    offset: new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }),
  };
}

/** `UTC+03:00`, or `UTC`. */
function offsetAt({ offset }: Formats, date: Date): string {
  const name = offset.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name.replace('GMT', 'UTC').replace('+00:00', '');
}
