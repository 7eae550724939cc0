import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { codeOf, day, instantField, line, paragraph, past, personIn, yearWithin } from '../index.js';
import { meaning } from './value-type.js';
import { fieldsOf, widgetOf } from './widget.js';

const finding = z.strictObject({ answer: z.enum(['yes', 'no']), note: line.optional() });

describe('the widget of a field', () => {
  it.each([
    ['textarea', paragraph.optional()],
    ['date', day],
    ['date', z.union([day, instantField])],
    ['partialDate', z.union([yearWithin(past(10)), day])],
    ['instant', instantField],
    ['fileHash', meaning('hash', z.string())],
    ['person', personIn('clerk').optional()],
    ['code', z.enum(['a', 'b'])],
    ['code', z.array(codeOf(['a', 'b']))],
    ['country', meaning('country', codeOf(['SY']))],
    ['language', z.array(meaning('language', codeOf(['ar']))).optional()],
    ['confirm', z.literal(true)],
    ['checklist', z.strictObject({ one: finding, other: finding })],
    [undefined, line],
    [undefined, z.boolean()],
    [undefined, z.int()],
    [undefined, z.strictObject({ one: finding, other: z.strictObject({ answer: z.string() }) })],
  ] as const)('is %s', (widget, schema) => {
    expect(widgetOf(schema)).toBe(widget);
  });
});

describe('the fields of a form', () => {
  it('are those of its object, of the items of a list, and of all branches of a union', () => {
    const object = z.strictObject({ a: line });
    for (const form of [object, object.optional(), z.array(object)])
      expect([...fieldsOf(form).keys()]).toEqual(['a']);
    expect([...fieldsOf(z.union([object, z.strictObject({ b: line })])).keys()]).toEqual(['a', 'b']);
    expect(fieldsOf(line).size).toBe(0);
  });
});
