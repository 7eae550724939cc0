import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { dateIssues } from './date-fields.js';
import { day, dayWithin, future, instantField, instantWithin, past, yearWithin } from './index.js';

const now = '2025-03-01T08:00:00.000Z';
const codesOf = (schema: z.ZodType, input: unknown) => {
  const parsed = schema.parse(input);
  return dateIssues(schema, parsed, now).map(({ path, code }) => `${path} ${code}`);
};

describe('the dates of a form', () => {
  it('are found in lists, records, choices and optional parts, each under its path', () => {
    const form = z.strictObject({
      visits: z.array(z.strictObject({ on: dayWithin(past(1)) })),
      papers: z.record(
        z.string(),
        z.strictObject({ until: z.union([dayWithin(future(5)), instantWithin(future(5))]) }),
      ),
      left: instantField.optional(),
    });
    const input = {
      visits: [{ on: '2025-02-01' }, { on: '2026-02-01' }],
      papers: { passport: { until: '2025-02-01' }, permit: { until: '2039-01-01T00:00:00Z' } },
      left: '1446-01-01T00:00:00Z',
    };
    expect(codesOf(form, input).sort()).toEqual([
      'left hijri_year',
      'papers.passport.until date_too_early',
      'papers.permit.until date_too_late',
      'visits.1.on date_too_late',
    ]);
    expect(codesOf(form, { visits: [{ on: '2025-02-01' }], papers: {} })).toEqual([]);
  });

  it.each([
    ['today, where it has begun', past(1), '2025-03-01', []],
    ['today, which is not over', future(1), '2025-03-01', []],
    ['tomorrow, where it has begun in some zone', past(1), '2025-03-02', ['on date_too_late']],
    ['yesterday, which is over everywhere', future(1), '2025-02-27', ['on date_too_early']],
    [
      'yesterday, which is over in the zone that is meant',
      future(1, '+03:00'),
      '2025-02-28',
      ['on date_too_early'],
    ],
  ])('may be %s', (_what, range, on, expected) => {
    expect(codesOf(z.strictObject({ on: dayWithin(range) }), { on })).toEqual(expected);
  });

  it('are valid beyond the moment of the command, not up to it', () => {
    const form = z.strictObject({ until: instantWithin(future(1)) });
    expect(codesOf(form, { until: now })).toEqual(['until date_too_early']);
    expect(codesOf(form, { until: '2025-03-01T08:00:00.001Z' })).toEqual([]);
  });

  it('may be years', () => {
    const form = z.strictObject({ born: yearWithin(past(120)) });
    expect(['1979', '2025', '2026', '1904', '1399'].map((born) => codesOf(form, { born }))).toEqual([
      [],
      [],
      ['born date_too_late'],
      ['born date_too_early'],
      ['born hijri_year'],
    ]);
  });

  it('say in years how far they may lie, and never repeat what was typed', () => {
    const form = z.strictObject({ on: day });
    const messages = ['2225-01-01', '1825-01-01', '1447-01-01'].flatMap((on) =>
      dateIssues(form, { on }, now),
    );
    expect(messages.map(({ message }) => message)).toEqual([
      'must not lie more than 100 years after the time of the command',
      'must not lie more than 100 years before the time of the command',
      'looks like a year of the Hijri calendar; write the Gregorian date, such as 2025-12-31',
    ]);
  });
});
