import { z } from 'zod';
import { idPattern, identityForm } from './identity-form.js';
import { isCalendarDay, parseInstant, type Instant } from './time.js';

const hasZone = 'must be an ISO 8601 time with its zone, such as 2024-12-07T06:13:39+03:00';
const isDay = 'must be a day that exists, such as 2025-12-31';
const fewCharacters = 500;

/** A time as it was sent, in any zone; parsed into an instant in UTC. A time without a zone is refused. */
export const instantField = z
  .string()
  .refine((text) => parseInstant(text) !== undefined, hasZone)
  .transform((text) => parseInstant(text) as Instant)
  .meta({ format: 'date-time' });

/** An instant in an event: UTC with milliseconds, nothing else. */
export const instant = z
  .string()
  .refine((text) => parseInstant(text) === text, 'must be an instant in UTC with milliseconds')
  .meta({ format: 'date-time' });

/** A calendar day. */
export const day = z.string().refine(isCalendarDay, isDay).meta({ format: 'date' });

// Control characters break logs and tables; direction overrides can make a name look like another one.
const unprintable =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe\uffff]/u;
const breaks = /[\t\n\r\u2028\u2029]/u;

/** A short typed text: not empty, trimmed, on one line, without control or text-direction characters. */
export const line = textOf(fewCharacters).refine(
  (text) => !breaks.test(text),
  'must be on one line, without tabs',
);

/** How long a text may be that a case or a document is asked for by. */
export const identifierCharactersMax = 200;

/**
 * A key or a number that names one thing: a case, a document, a decision. It is kept as it was typed; two of them are
 * the same when their `identityForm` is.
 */
export const identifier = line
  .max(identifierCharactersMax)
  .refine((text) => identityForm(text) !== '', 'must have a character that can be seen');

/** The id of a person who works with cases, such as `co-01`. It is kept in its `identityForm`. */
export const personId = z
  .string()
  .overwrite(identityForm)
  .regex(idPattern, 'must be 1 to 128 letters, digits, dots, colons, underscores or hyphens');

/** A longer text: a statement, grounds, a summary. */
export const paragraph = textOf(20 * fewCharacters);

function textOf(charactersMax: number) {
  return z
    .string()
    .trim()
    .min(1)
    .max(charactersMax)
    .refine((text) => !unprintable.test(text), 'must not contain control or text-direction characters');
}
