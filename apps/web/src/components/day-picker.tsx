import { GregorianCalendar, parseDate, toCalendar, type CalendarDate } from '@internationalized/date';
import { DateField, Label } from 'react-aria-components';
import { Segments } from './segments.js';

interface Props {
  readonly label: string;
  readonly day: string;
  readonly max: string;
  readonly onDay: (day: string) => void;
}

/** Chooses a day, in the calendar that is shown. */
export function DayPicker({ label, day, max, onDay }: Props) {
  return (
    <DateField<CalendarDate>
      className="field day-picker"
      value={parseDate(day)}
      maxValue={parseDate(max)}
      onChange={(next) => {
        if (next === null || next.year < 1000) return;
        const chosen = toCalendar(next, new GregorianCalendar()).toString();
        if (chosen <= max) onDay(chosen);
      }}
    >
      <Label>{label}</Label>
      <Segments />
    </DateField>
  );
}
