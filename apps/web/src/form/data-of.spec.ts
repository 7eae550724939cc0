import { describe, expect, it } from '@jest/globals';
import { dataOf, withoutGroup } from './data-of.js';
import { fieldsOf, kindOf, type Schema } from './fields-of.js';

const form: Schema = {
  type: 'object',
  required: ['count', 'agreed'],
  properties: {
    count: { type: 'integer', minimum: 0 },
    note: { type: 'string', maxLength: 10_000 },
    agreed: { type: 'boolean', const: true },
    heard: { type: 'boolean' },
    items: { type: 'array', items: { type: 'string', enum: ['name', 'rank'] } },
    languages: { type: 'array', items: { type: 'string' } },
    born: {
      anyOf: [
        { type: 'string', pattern: '^\\d{4}$' },
        { type: 'string', format: 'date' },
      ],
    },
    criteria: {
      type: 'object',
      properties: {
        specific: { type: 'object', properties: { answer: { type: 'string', enum: ['yes', 'no'] } } },
      },
    },
    members: {
      type: 'array',
      items: { type: 'object', properties: { name: { type: 'string' }, isMinor: { type: 'boolean' } } },
    },
  },
};
const fields = fieldsOf(form);

describe('the data of a form', () => {
  it('has what was said, in the types of its schema, and leaves out what was left empty', () => {
    const data = dataOf(fields, {
      count: '12',
      note: '  read out \n',
      agreed: true,
      heard: 'no',
      items: ['rank'],
      languages: 'ar\n\n ku ',
      born: '1981',
    });
    expect(data).toEqual({
      count: 12,
      note: 'read out',
      agreed: true,
      heard: false,
      items: ['rank'],
      languages: ['ar', 'ku'],
      born: '1981',
    });
    expect(dataOf(fields, { note: '   ', agreed: false, items: [] })).toEqual({});
  });

  it('takes the digits of every keyboard', () => {
    expect(dataOf(fields, { count: '١٢', born: '۱۹۸۱-٠٦-09' })).toEqual({ count: 12, born: '1981-06-09' });
  });

  it('sends a number that is none as it was typed, so that the server says what is wrong with it', () => {
    for (const count of ['twelve', '1e3', '0x10', '1,2'])
      expect(dataOf(fields, { count })).toEqual({ count });
    expect(dataOf(fields, { count: '-3' })).toEqual({ count: -3 });
  });

  it('puts the fields of groups together, those that repeat one after the other', () => {
    const data = dataOf(fields, {
      'criteria.specific.answer': 'yes',
      'members.count': '3',
      'members.0.name': 'A',
      'members.2.name': 'C',
      'members.2.isMinor': 'yes',
    });
    expect(data).toEqual({
      criteria: { specific: { answer: 'yes' } },
      members: [{ name: 'A' }, {}, { name: 'C', isMinor: true }],
    });
  });

  it('has no groups after the last one in which something was said', () => {
    expect(dataOf(fields, { 'members.count': '3', 'members.0.name': 'A' })).toEqual({
      members: [{ name: 'A' }],
    });
    expect(dataOf(fields, { 'members.count': '3' })).toEqual({});
  });

  it('moves the groups up that stand after one that is taken out', () => {
    const answers = {
      'members.count': '3',
      'members.0.name': 'A',
      'members.1.name': 'B',
      'members.1.isMinor': 'yes',
      'members.2.name': 'C',
    };
    const without = (index: number) =>
      dataOf(fields, { ...answers, ...Object.fromEntries(withoutGroup(answers, 'members', index)) });
    expect(without(1)).toEqual({ members: [{ name: 'A' }, { name: 'C' }] });
    expect(without(0)).toEqual({ members: [{ name: 'B', isMinor: true }, { name: 'C' }] });
  });
});

describe('the kind of a field', () => {
  it.each<[string, Schema]>([
    ['line', { type: 'string', maxLength: 200 }],
    ['text', { type: 'string', maxLength: 10_000 }],
    ['day', { type: 'string', format: 'date' }],
    [
      'day',
      {
        anyOf: [
          { type: 'string', format: 'date' },
          { type: 'string', format: 'date-time' },
        ],
      },
    ],
    ['instant', { type: 'string', format: 'date-time' }],
    [
      'partialDay',
      {
        anyOf: [
          { type: 'string', pattern: '^\\d{4}$' },
          { type: 'string', format: 'date' },
        ],
      },
    ],
    ['fileHash', { type: 'string', pattern: '^[0-9a-fA-F]{64}$' }],
    ['number', { type: 'integer' }],
    ['choice', { type: 'string', enum: ['a'] }],
    ['declaration', { type: 'boolean', const: false }],
    ['groups', { type: 'array', items: { type: 'object' } }],
  ])('is %s by its schema', (kind, schema) => {
    expect(kindOf(schema)).toBe(kind);
  });

  it('follows the order that the form gives', () => {
    const ordered = fieldsOf({
      properties: { second: { type: 'string', 'x-order': 2 }, first: { type: 'string', 'x-order': 1 } },
    });
    expect(ordered.map(({ path }) => path)).toEqual(['first', 'second']);
  });
});
