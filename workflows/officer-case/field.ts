import {
  day,
  endOfDay,
  instant,
  instantField,
  isCalendarDay,
  plus,
  type Instant,
} from '@safeconduct/workflow';
import { z } from 'zod';
import { adultFromYears, hostOffset, hostOffsetMs } from './limits.js';

/** The hash of an artefact that is kept elsewhere: SHA-256 in 64 hexadecimal digits. */
export const sha256Field = z
  .string()
  .trim()
  .regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits')
  .toLowerCase();

/** A date of birth as precise as it is known: a year, or a day. */
export const birthDateField = z.union([
  z.string().regex(/^(?:19|20)\d{2}$/, 'must be a year such as 1979'),
  day.refine((text) => /^(?:19|20)/.test(text), 'must be a day of birth such as 1979-08-28'),
]);

/** The end of a document's validity as the document has it: a day, or an instant. */
export const validUntilField = z.union([day, instantField]);
export const validUntil = z.union([day, instant]);
export type ValidUntil = z.infer<typeof validUntil>;

/** The last moment of a document's validity. A day counts until its end in the host country. */
export const endOfValidity = (until: ValidUntil): Instant =>
  isCalendarDay(until) ? endOfDay(until, hostOffset) : until;

/**
 * Whether a person is certainly an adult. In doubt they count as a child: a year alone counts as its last
 * day.
 */
export function isAdult(birthDate: string, at: Instant): boolean {
  const latestBirth = birthDate.length === 4 ? `${birthDate}-12-31` : birthDate;
  const [year = '', ...monthAndDay] = latestBirth.split('-');
  const birthday = [Number(year) + adultFromYears, ...monthAndDay].join('-');
  return birthday <= plus(at, hostOffsetMs).slice(0, 10);
}
