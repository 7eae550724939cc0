import { z } from 'zod';
import { rangeKey, type DateRange } from './date-range.js';
import { idPattern, identityForm } from './identity-form.js';
import { didYouMean, nearestOf } from './nearest.js';
import { isCalendarDay, parseInstant, type Instant } from './time.js';

const hasZone = 'must be an ISO 8601 time with its zone, such as 2024-12-07T06:13:39+03:00';
const isDay = 'must be a day that exists, such as 2025-12-31';
const fewCharacters = 500;

/**
 * A time as it was sent, in any zone; parsed into an instant in UTC. A time without a zone is refused, and so is one
 * more than a hundred years before or after its command.
 */
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

/** The same within a range, such as `past(10)`. */
export const instantWithin = (range: DateRange) =>
  instantField.meta({ format: 'date-time', [rangeKey]: range });

/** A calendar day. In a form it lies within a hundred years before or after its command. */
export const day = z.string().refine(isCalendarDay, isDay).meta({ format: 'date' });

/** The same within a range, such as `future(50)`. */
export const dayWithin = (range: DateRange) => day.meta({ format: 'date', [rangeKey]: range });

/** A year, such as `1979`, within a range. */
export const yearWithin = (range: DateRange) =>
  z
    .string()
    .regex(/^\d{4}$/, 'must be a year such as 1979')
    .meta({ [rangeKey]: range });

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

/** Of a register with at most this many codes a refusal lists all of them. */
const fewCodes = 10;

/**
 * A code of a register, which is a closed list. Spaces around it and another letter case are not meant. Any other code is
 * refused: of a short register all codes are named, of a long one the nearest. What was typed is not repeated.
 */
export const codeOf = <const Code extends string>(register: readonly Code[]) =>
  z.preprocess((typed: Code) => codeMeant(typed, register), z.enum(register, { error: notIn(register) }));

/** The code without regard to spaces and letter case; what is no code stays as it is, for the refusal. */
function codeMeant<Code extends string>(typed: unknown, register: readonly Code[]): unknown {
  if (typeof typed !== 'string') return typed;
  const text = typed.trim();
  const meant = register.find((code) => code === text);
  return meant ?? register.find((code) => code.toLowerCase() === text.toLowerCase()) ?? text;
}

const notIn =
  (register: readonly string[]) =>
  ({ input }: { readonly input?: unknown }): string => {
    const meant = typeof input === 'string' ? nearestOf(input, register) : undefined;
    const known =
      register.length <= fewCodes ? register.join(', ') : `the ${register.length} codes of its register`;
    return `must be one of ${known}${didYouMean(meant)}`;
  };

/** The field in which a command that is `alwaysHeard` keeps what does not fit its form. */
export const asHeardField = 'asHeard';

/**
 * What was sent and does not fit the form, as JSON text or as typed: of any length and with any characters, because nothing
 * of it may be lost. Personal.
 */
export const wordsAsHeard = z.string();

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
