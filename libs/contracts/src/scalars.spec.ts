import { describe, expect, it } from '@jest/globals';
import { CaseId, Day, GivenInstant, Id, Position, SearchText, StatePath } from './scalars.js';

const fits = (schema: { safeParse(value: unknown): { success: boolean } }, value: unknown) =>
  schema.safeParse(value).success;

describe('a time as somebody says it', () => {
  it.each(['2025-01-31T00:00:00Z', '2025-01-31T00:00+03:00', '2024-02-29T23:59:59.999999999-11:00'])(
    '%s fits',
    (text) => {
      expect(fits(GivenInstant, text)).toBe(true);
    },
  );

  it.each([
    '2025-01-31',
    '2025-01-31T00:00:00',
    '2025-02-29T00:00:00Z',
    '2025-01-31T25:00:00Z',
    'now',
    '',
    5,
  ])('%p does not', (text) => {
    expect(fits(GivenInstant, text)).toBe(false);
  });

  it('reads the space that a bare + of an address becomes', () => {
    expect(GivenInstant.parse('2025-01-31T00:00:00 03:00')).toBe('2025-01-31T00:00:00+03:00');
  });
});

describe('texts from outside', () => {
  it.each([
    [Position, '0', true],
    [Position, '007', false],
    [Position, '-1', false],
    [Position, '9'.repeat(16), false],
    [Day, '2024-02-29', true],
    [Day, '2025-02-29', false],
    [Id, 'co-01', true],
    [Id, 'a b', false],
    [Id, 'a'.repeat(129), false],
    [StatePath, 'camped.returning.consented', true],
    [StatePath, 'camped..x', false],
    [CaseId, 'QAIM-1', false],
    [SearchText, 'إبراهيم', true],
    [SearchText, 'a\u0000', false],
    [SearchText, '\u202ea', false],
    [SearchText, '\ud800', false],
    [SearchText, 'a'.repeat(201), false],
  ])('%# %s', (schema, text, expected) => {
    expect(fits(schema, text)).toBe(expected);
  });
});
