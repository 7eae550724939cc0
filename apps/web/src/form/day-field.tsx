import {
  fromDate,
  parseDate,
  toCalendar,
  GregorianCalendar,
  type CalendarDate,
  type ZonedDateTime,
} from '@internationalized/date';
import { useState } from 'react';
import { DateField, FieldError, Label, Text } from 'react-aria-components';
import { Segments } from '../components/segments.js';
import { useLocale } from '../language/locale.js';
import { FieldTitle, Hint, type FieldProps } from './field-parts.js';

/** A day, typed in the calendar that is shown; what is sent is Gregorian. */
export function DayField({ field, id, value, error, onChange }: FieldProps) {
  const typed = useTyped({ value, onChange, read: dayFrom, write: textOfDay });
  return (
    <DateField<CalendarDate>
      className="field"
      id={id}
      value={typed.date}
      onChange={(day) => {
        onChange(day === null ? undefined : textOfDay(day));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <Segments onUnfinished={typed.onUnfinished} />
      <FieldError>{error}</FieldError>
    </DateField>
  );
}

/** A moment, typed to the minute in the time zone of the workflow; what is sent is UTC. */
export function InstantField({ field, id, value, error, onChange }: FieldProps) {
  const { t, manner } = useLocale();
  const read = (answer: FieldProps['value']) => momentFrom(answer, manner.zone);
  const typed = useTyped({ value, onChange, read, write: textOfMoment });
  return (
    <DateField<ZonedDateTime>
      className="field"
      id={id}
      granularity="minute"
      hideTimeZone
      // In a language of twelve hours, half a day would be guessed, and 15 typed as 5.
      hourCycle={24}
      value={typed.date}
      placeholderValue={fromDate(new Date(), manner.zone).set({ second: 0, millisecond: 0 })}
      onChange={(moment) => {
        onChange(moment === null ? undefined : textOfMoment(moment));
      }}
      isInvalid={error !== undefined}
      validationBehavior="aria"
    >
      <Label>
        <FieldTitle field={field} />
      </Label>
      <Hint field={field} />
      <Segments onUnfinished={typed.onUnfinished} />
      <Text slot="description" className="hint">
        {t('form.zone', { zone: manner.zone })}
      </Text>
      <FieldError>{error}</FieldError>
    </DateField>
  );
}

interface Typing<Value> extends Pick<FieldProps, 'value' | 'onChange'> {
  /** `null`: what was answered is no such date. */
  readonly read: (answer: FieldProps['value']) => Value | null;
  readonly write: (date: Value) => string;
}

/**
 * The date of an answer. Of a date that is half typed the answer is what stands there, so that it is refused and not left
 * out; meanwhile the date before it stays, because the field empties itself when its date is taken away.
 */
function useTyped<Value>({ value, onChange, read, write }: Typing<Value>) {
  const [last, setLast] = useState(() => ({ answer: value, date: read(value) }));
  const isUnfinished = typeof value === 'string' && value !== '' && read(value) === null;
  if (last.answer !== value) setLast({ answer: value, date: isUnfinished ? last.date : read(value) });
  return {
    date: last.date,
    onUnfinished: (text: string | undefined): void => {
      if (text !== undefined) onChange(text);
      else if (isUnfinished) onChange(last.date === null ? undefined : write(last.date));
    },
  };
}

const textOfDay = (day: CalendarDate): string => toCalendar(day, new GregorianCalendar()).toString();
const textOfMoment = (moment: ZonedDateTime): string => moment.toDate().toISOString();

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
