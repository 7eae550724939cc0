import {
  day,
  dayWithin,
  endOfDay,
  future,
  instant,
  instantWithin,
  isCalendarDay,
  meaning,
  past,
  plus,
  yearWithin,
  type Instant,
} from '@safeconduct/workflow';
import { z } from 'zod';
import { adultFromYears, hostOffset, hostOffsetMs } from './limits.js';

/** The hash of an artefact that is kept elsewhere: SHA-256 in 64 hexadecimal digits. */
export const sha256Field = meaning(
  'hash',
  z
    .string()
    .trim()
    .regex(/^[0-9a-fA-F]{64}$/, 'must be a SHA-256 in 64 hexadecimal digits')
    .toLowerCase(),
);

const born = past(120, hostOffset);

/** A date of birth as precise as it is known: a year, or a day. Not after the command that says it. */
export const birthDateField = z.union([yearWithin(born), dayWithin(born)]);

/** A crossing, which is registered soon after it. */
export const crossingField = instantWithin(past(10));

/** Something that happened shortly before it is recorded. */
export const happenedField = instantWithin(past(1));

/** A day that the person wishes for. */
export const wishedDayField = dayWithin(future(10, hostOffset));

/** The day on which something is looked at again. */
export const reviewDayField = dayWithin(future(1, hostOffset));

const valid = future(50, hostOffset);

/** The end of a document's validity as the document has it: a day, or an instant. It is over after its command. */
export const validUntilField = z.union([dayWithin(valid), instantWithin(valid)]);
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
