import { z } from 'zod';
import { rangeKey } from '../date-range.js';
import { personRolesKey } from '../person-fields.js';

/** What a value is that is shown: how it is written, aligned and formatted. */
export const valueTypes = [
  /** An instant in UTC. */
  'instant',
  /** A calendar day, a year, or an instant in their place. */
  'date',
  'number',
  'boolean',
  /** A code with a text in `values`, or the name of a state, a role, a command or a deadline. */
  'code',
  'text',
  /** A SHA-256 of something that is kept elsewhere. */
  'hash',
  /** The id of a person who works with cases. */
  'person',
  /** A list of codes or texts. */
  'list',
] as const;
export type ValueType = (typeof valueTypes)[number];

/** What a schema says of its values beside their shape. It decides nothing, so it is no part of the fingerprint. */
export type Meaning = 'hash' | 'person' | 'code' | 'country' | 'language';

const meanings = z.registry<{ readonly meaning: Meaning }>();

/** Says what the values of a schema mean: `meaning('hash', z.string())`. Write it before `.optional()`. */
export function meaning<S extends z.ZodType>(what: Meaning, schema: S): S {
  meanings.add(schema, { meaning: what });
  return schema;
}

/** What a schema says of itself, if it says anything. */
export const meaningOf = (schema: z.ZodType): Meaning | undefined => meanings.get(schema)?.meaning;

/** The type of the values of a schema that leads to no further fields. */
export function valueTypeOf(schema: z.ZodType): ValueType {
  const inner = insideOf(schema);
  const said = meaningOf(inner);
  if (said !== undefined) return said === 'hash' || said === 'person' ? said : 'code';
  if (inner instanceof z.ZodArray || inner instanceof z.ZodTuple) return 'list';
  if (inner instanceof z.ZodBoolean) return 'boolean';
  if (inner instanceof z.ZodNumber) return 'number';
  if (inner instanceof z.ZodEnum) return 'code';
  if (inner instanceof z.ZodLiteral)
    return typeof inner.value === 'string' ? 'code' : typeOfLiteral(inner.value);
  if (inner instanceof z.ZodPipe && inner.in instanceof z.ZodTransform)
    return valueTypeOf(inner.out as z.ZodType);
  if (inner instanceof z.ZodUnion)
    return typeOfUnion(inner.options.map((one) => valueTypeOf(one as z.ZodType)));
  return typeOfText(inner);
}

/** Where the values differ in what they are, the one that all can be read as. */
function typeOfUnion(types: readonly ValueType[]): ValueType {
  const [first = 'text', ...others] = new Set(types);
  if (others.length === 0) return first;
  return [first, ...others].every((one) => one === 'date' || one === 'instant') ? 'date' : 'text';
}

const typeOfLiteral = (value: unknown): ValueType =>
  typeof value === 'boolean' ? 'boolean' : typeof value === 'number' ? 'number' : 'text';

function typeOfText(schema: z.ZodType): ValueType {
  const said = schema.meta() ?? {};
  if (said['format'] === 'date-time') return 'instant';
  // What lies within a range of dates and is no instant is a day or a year.
  if (said['format'] === 'date' || rangeKey in said) return 'date';
  return personRolesKey in said ? 'person' : 'text';
}

/** A schema without what says only that there may be no value. */
export function insideOf(schema: z.ZodType): z.ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return insideOf(schema.unwrap() as z.ZodType);
  return schema;
}
