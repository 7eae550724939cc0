import type { z } from 'zod';
import { lifetime, rangeIssue, rangeKey, type DateRange } from './date-range.js';
import type { FormSchema } from './form-schema.js';
import { forEachText, markedFields, type MarkedField } from './marked-fields.js';
import type { Issue } from './refusal.js';
import type { Instant } from './time.js';

/** A field of a form that holds a date, a year or an instant, with the range it lies in. */
export type DateField = MarkedField<DateRange>;

/** The date fields of a form, each with its range. */
export const dateFieldsOf: (form: z.ZodType) => readonly DateField[] = markedFields(rangeOf);

function rangeOf(schema: FormSchema): DateRange | undefined {
  const isDate = schema.format === 'date' || schema.format === 'date-time';
  return (schema[rangeKey] as DateRange | undefined) ?? (isDate ? lifetime : undefined);
}

/** Every date of a parsed form that lies where none can be, seen from the time of the command. */
export function dateIssues(form: z.ZodType, input: unknown, now: Instant): readonly Issue[] {
  const issues = new Map<string, Issue>();
  for (const field of dateFieldsOf(form))
    forEachText(input, field, (path, text) => {
      const issue = rangeIssue(path, text, { now, range: field.mark });
      if (issue !== undefined) issues.set(path, issue);
    });
  return issues.size === 0 ? none : [...issues.values()];
}

const none: readonly Issue[] = [];
