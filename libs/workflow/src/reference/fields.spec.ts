import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { instantField } from '../index.js';
import { fieldsOf } from './fields.js';

describe('the fields of a form', () => {
  it.each([
    ['text', z.string(), 'string'],
    ['an integer', z.number().int(), 'integer'],
    ['a time', instantField, 'date-time'],
    ['a choice', z.enum(['a', 'b']), 'a | b'],
    ['one value', z.literal(true), 'true'],
    ['a list', z.array(z.string()), 'string[]'],
    ['a list of choices', z.array(z.enum(['a', 'b'])), '(a | b)[]'],
    ['one of two kinds', z.union([z.iso.date(), z.number()]), 'date | number'],
  ])('name %s', (_what, schema, type) => {
    expect(fieldsOf(z.strictObject({ field: schema }))).toEqual([{ name: 'field', type, required: true }]);
  });

  it('tell which may be left out', () => {
    expect(fieldsOf(z.strictObject({ note: z.string().optional() }))).toEqual([
      { name: 'note', type: 'string', required: false },
    ]);
  });

  it('are followed by those inside them, at any depth and in lists', () => {
    const criterion = z.strictObject({ answer: z.enum(['yes', 'no']), note: z.string().optional() });
    const form = z.strictObject({
      contact: z.strictObject({ phone: z.string() }).optional(),
      criteria: z.strictObject({ specific: criterion }),
      visitors: z.array(z.strictObject({ age: z.int() })),
    });
    expect(fieldsOf(form)).toEqual([
      { name: 'contact', type: 'object', required: false },
      { name: 'contact.phone', type: 'string', required: true },
      { name: 'criteria', type: 'object', required: true },
      { name: 'criteria.specific', type: 'object', required: true },
      { name: 'criteria.specific.answer', type: 'yes | no', required: true },
      { name: 'criteria.specific.note', type: 'string', required: false },
      { name: 'visitors', type: 'object[]', required: true },
      { name: 'visitors[].age', type: 'integer', required: true },
    ]);
  });

  it('are those of all branches where there is a choice of forms', () => {
    const some = z.strictObject({ count: z.number(), receipt: z.string() });
    const none = z.strictObject({ count: z.literal(0) });
    expect(fieldsOf(z.union([some, none]))).toEqual([
      { name: 'count', type: 'number | 0', required: true },
      { name: 'receipt', type: 'string', required: false },
    ]);
  });

  it('tell a long register by its first codes and their number', () => {
    const codes = Array.from({ length: 249 }, (_, index) => `C${index}`);
    expect(fieldsOf(z.strictObject({ country: z.enum(codes) }))).toEqual([
      { name: 'country', type: 'C0 | C1 | C2 | … (249 codes)', required: true },
    ]);
  });
});
