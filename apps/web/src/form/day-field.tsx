import {
  fromDate,
  parseDate,
  toCalendar,
  GregorianCalendar,
  type CalendarDate,
  type ZonedDateTime,
} from '@internationalized/date';
import { DateField, FieldError, Label, Text } from 'react-aria-components';
import { Segments } from '../components/segments.js';
import { useLocale } from '../language/locale.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';

/** A day, typed in the calendar that is shown; what is sent is Gregorian. */
export function DayField({ field, id, value, error, onChange }: FieldProps) {
  return (
    <DateField<CalendarDate>
      className="field"
      id={id}
      value={dayFrom(value)}
      onChange={(day) => {
        onChange(day === null ? undefined : toCalendar(day, new GregorianCalendar()).toString());
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <Segments />
      <FieldError>{error}</FieldError>
    </DateField>
  );
}

/** A moment, typed in the time zone of the workflow; what is sent is UTC. */
export function InstantField({ field, id, value, error, onChange }: FieldProps) {
  const { t, manner } = useLocale();
  return (
    <DateField<ZonedDateTime>
      className="field"
      id={id}
      granularity="minute"
      hideTimeZone
      value={momentFrom(value, manner.zone)}
      placeholderValue={fromDate(new Date(), manner.zone)}
      onChange={(moment) => {
        onChange(moment === null ? undefined : moment.toDate().toISOString());
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <Segments />
      <Text slot="description" className="hint">
        {t('form.zone', { zone: manner.zone })}
      </Text>
      <FieldError>{error}</FieldError>
    </DateField>
  );
}

function dayFrom(value: unknown): CalendarDate | null {
  if (typeof value !== 'string') return null;
  try {
    return parseDate(value);
  } catch {
    return null;
  }
}

function momentFrom(value: unknown, zone: string): ZonedDateTime | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : fromDate(new Date(time), zone);
}
