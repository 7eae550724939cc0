import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { personal } from '../event.js';
import { changedShape } from './changed-shape.js';

const shapeOf = (schema: z.ZodType) =>
  z.toJSONSchema(schema, { io: 'input' }) as Readonly<Record<string, unknown>>;
const changes = (before: z.ZodType, now: z.ZodType) =>
  changedShape(shapeOf(before), shapeOf(now)).map(
    ({ field, what, breaks }) => `${field} ${what}${breaks ? '!' : ''}`,
  );
const object = (fields: z.core.$ZodLooseShape) => z.strictObject(fields);

describe('the changes of a shape', () => {
  it.each([
    ['a new field that is required', object({}), object({ a: z.string() }), ['a is new and required!']],
    ['a new field', object({}), object({ a: z.string().optional() }), ['a is new']],
    ['a field that is gone', object({ a: z.string() }), object({}), ['a is gone!']],
    ['another type', object({ a: z.string() }), object({ a: z.int() }), ['a is integer instead of string!']],
    [
      'a field that was optional',
      object({ a: z.string().optional() }),
      object({ a: z.string() }),
      ['a is required now!'],
    ],
    [
      'a field that is optional',
      object({ a: z.string() }),
      object({ a: z.string().optional() }),
      ['a may be left out now'],
    ],
    [
      'a lower limit',
      object({ a: z.string().max(9) }),
      object({ a: z.string().max(5) }),
      ['a has maxLength 5 instead of 9!'],
    ],
    [
      'a higher limit',
      object({ a: z.string().max(5) }),
      object({ a: z.string().max(9) }),
      ['a has maxLength 9 instead of 5'],
    ],
    [
      'a choice more',
      object({ a: z.enum(['x']) }),
      object({ a: z.enum(['x', 'y']) }),
      ['a has enum ["x","y"] instead of ["x"]'],
    ],
    [
      'a choice less',
      object({ a: z.enum(['x', 'y']) }),
      object({ a: z.enum(['x']) }),
      ['a has enum ["x"] instead of ["x","y"]!'],
    ],
    [
      'a field inside a list',
      object({ a: z.array(object({ b: z.string() })) }),
      object({ a: z.array(object({ b: z.string(), c: z.string() })) }),
      ['a.c is new and required!'],
    ],
    [
      'a mark',
      object({ title: z.string() }),
      object({ title: personal('identity', z.string()) }),
      ['title is personal (identity) now'],
    ],
    ['nothing', object({ a: z.string() }), object({ a: z.string().describe('a name') }), []],
  ])('say of %s what it is, and whether it breaks what was recorded', (_name, before, now, expected) => {
    expect(changes(before, now)).toEqual(expected);
  });

  it('that break nothing let every value of the shape before through', () => {
    fc.assert(
      fc.property(twoShapes, fc.infiniteStream(fc.nat()), ([before, now], numbers) => {
        if (changedShape(shapeOf(schemaOf(before)), shapeOf(schemaOf(now))).some(({ breaks }) => breaks))
          return;
        for (let count = 0; count < 20; count += 1) {
          const value = valueOf(before, () => Number(numbers.next().value));
          expect(schemaOf(before).safeParse(value).success).toBe(true);
          expect(schemaOf(now).safeParse(value).success).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });
});

interface Field {
  readonly kind: 'string' | 'int' | 'enum' | 'list' | 'object';
  readonly size: number;
  readonly optional: boolean;
  readonly fields: Fields;
}
type Fields = Readonly<Record<string, Field>>;

const fieldsOf = (depth: number): fc.Arbitrary<Fields> =>
  fc.dictionary(fc.constantFrom('a', 'b'), fieldOf(depth), { maxKeys: 2, noNullPrototype: true });
const fieldOf = (depth: number): fc.Arbitrary<Field> =>
  fc.record({
    kind: fc.constantFrom('string', 'int', 'enum', 'list', ...(depth > 0 ? (['object'] as const) : [])),
    size: fc.integer({ min: 1, max: 3 }),
    optional: fc.boolean(),
    fields: depth > 0 ? fieldsOf(depth - 1) : fc.constant({}),
  });
const twoShapes = fc.tuple(fieldsOf(1), fieldsOf(1));

const schemaOf = (fields: Fields): z.ZodType =>
  z.strictObject(
    Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, schemaOfField(field)])),
  );

function schemaOfField({ kind, size, optional, fields }: Field): z.ZodType {
  const made = {
    string: () => z.string().max(size),
    int: () => z.int().min(-size).max(size),
    enum: () => z.enum(['x', 'y', 'z'].slice(0, size) as ['x']),
    list: () => z.array(z.string()).max(size),
    object: () => schemaOf(fields),
  }[kind]();
  return optional ? made.optional() : made;
}

function valueOf(fields: Fields, draw: () => number): Readonly<Record<string, unknown>> {
  const given = Object.entries(fields).filter(([, { optional }]) => !optional || draw() % 2 === 0);
  return Object.fromEntries(given.map(([name, field]) => [name, valueOfField(field, draw)]));
}

function valueOfField({ kind, size, fields }: Field, draw: () => number): unknown {
  const upTo = draw() % (size + 1);
  return {
    string: () => 's'.repeat(upTo),
    int: () => (draw() % 2 === 0 ? upTo : -upTo),
    enum: () => ['x', 'y', 'z'][draw() % size],
    list: () => Array.from({ length: upTo }, () => 's'),
    object: () => valueOf(fields, draw),
  }[kind]();
}
