import { describe, expect, it } from '@jest/globals';
import { asciiDigits } from '@safeconduct/workflow';
import { day, instantField, line } from '@safeconduct/workflow';
import { z } from 'zod';
import { cellReader } from './cell-reader.js';

const read = (schema: z.ZodType, cell: string) =>
  cellReader(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }))(cell);
const birthDate = z.union([z.string().regex(/^\d{4}$/), day]);

describe('a cell', () => {
  it.each<[string, z.ZodType, string, unknown]>([
    ['a whole number', z.int(), '12', 12],
    ['a negative number', z.number(), '-1.5', -1.5],
    ['a number in Arabic-Indic digits', z.int(), '١٢', 12],
    ['a number in Persian digits', z.number(), '۱۲', 12],
    ['a number that a double cannot hold', z.int(), '9007199254740993', '9007199254740993'],
    ['a number with a thousands separator', z.int(), '1,000', '1,000'],
    ['a hexadecimal number', z.int(), '0x10', '0x10'],
    ['an exponent', z.number(), '1e3', '1e3'],
    ['a word where a number belongs', z.int(), 'many', 'many'],
    ['true', z.boolean(), 'true', true],
    ['TRUE, as spreadsheets write it', z.literal(true), 'TRUE', true],
    ['false', z.boolean().optional(), 'False', false],
    ['a word where true or false belongs', z.boolean(), 'yes', 'yes'],
    ['a time in Arabic-Indic digits', instantField, '٢٠٢٤-١٢-٠٧T٠٦:١٣:٣٩+٠٣:٠٠', '2024-12-07T06:13:39+03:00'],
    ['a day in Persian digits', day.optional(), '۲۰۲۴-۱۲-۰۷', '2024-12-07'],
    ['a year of birth in Arabic-Indic digits', birthDate, '١٩٧٩', '1979'],
    ['free text with Arabic-Indic digits', line, 'اللواء ١٠٤', 'اللواء ١٠٤'],
    ['free text that is a number', line, '007', '007'],
    ['a word of a closed list', z.enum(['yes', 'no']), 'yes', 'yes'],
    ['a list', z.array(line), 'name; rank', ['name', 'rank']],
    ['a list of one', z.array(line).optional(), 'name', ['name']],
    ['a list of numbers', z.array(z.int()), '1;٢', [1, 2]],
    ['a list of fixed places', z.tuple([z.int(), line]), '1;2', [1, '2']],
    ['a list with nothing after the last separator', z.array(line), 'a;', ['a', '']],
    ['a number or a word', z.union([z.int(), z.literal('none')]), '3', 3],
    ['a word or a number', z.union([z.int(), z.literal('none')]), 'none', 'none'],
    ['a number or nothing', z.int().nullable(), '3', 3],
    ['whatever it is, where the schema says nothing', z.unknown(), '3', '3'],
  ])('that holds %s becomes the value', (_name, schema, cell, value) => {
    expect(read(schema, cell)).toEqual(value);
  });

  it('has its digits changed, and nothing else', () => {
    expect(asciiDigits('٠١٢٣٤٥٦٧٨٩ ۰۱۲۳۴۵۶۷۸۹ 0-9 مــ')).toBe('0123456789 0123456789 0-9 مــ');
  });
});
