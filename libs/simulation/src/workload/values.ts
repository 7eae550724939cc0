import { type Draw, instantOf } from '@safeconduct/workflow';
import { pick } from '../plan.js';
import { matching } from './matching.js';

/** Makes a value for one field. Times lie around the instant `at`. */
export type MakeValue = (draw: Draw, at: number) => unknown;

/** The parts of a JSON Schema that are used here. */
export interface FormSchema {
  readonly type?: string | readonly string[];
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly FormSchema[];
  readonly oneOf?: readonly FormSchema[];
  readonly allOf?: readonly FormSchema[];
  readonly properties?: Readonly<Record<string, FormSchema>>;
  readonly required?: readonly string[];
  readonly items?: FormSchema;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

/** Example values of a field, where the workflow gives them. */
export type ExamplesOf = (field: string) => readonly unknown[] | undefined;

/** How free text begins, so that it can be found outside the personal fields. */
export const marked = '«';

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** Makes values that a schema accepts, as far as the schema expresses its rules. */
export function valuesOf(schema: FormSchema, path: string, known: ExamplesOf): MakeValue {
  const given = known(path);
  if (given !== undefined) return (draw) => pick(draw, path, given);
  if ('const' in schema) return () => schema.const;
  if (schema.enum !== undefined) return choice(path, schema.enum);
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways !== undefined)
    return oneOf(
      path,
      ways.map((way) => valuesOf(way, path, known)),
    );
  if (schema.allOf !== undefined)
    return valuesOf(Object.assign({}, ...schema.allOf) as FormSchema, path, known);
  const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? []);
  return oneOf(
    path,
    types.map((type) => ofType(type, schema, path, known)),
  );
}

function ofType(type: string, schema: FormSchema, path: string, known: ExamplesOf): MakeValue {
  switch (type) {
    case 'string':
      return textOf(schema, path);
    case 'integer':
    case 'number':
      return numberOf(schema, path);
    case 'boolean':
      return choice(path, [true, false]);
    case 'array':
      return listOf(schema, path, known);
    case 'object':
      return objectOf(schema, path, known);
    default:
      return () => null;
  }
}

const choice =
  (path: string, among: readonly unknown[]): MakeValue =>
  (draw) =>
    pick(draw, path, among);

const oneOf =
  (path: string, ways: readonly MakeValue[]): MakeValue =>
  (draw, at) =>
    ways.length === 0 ? undefined : pick(draw, `${path} way`, ways)(draw, at);

const others = ['note', 'مذكرة', 'Größe', 'a, "b"; c', '1'];

function textOf({ format, pattern, minLength = 0, maxLength }: FormSchema, path: string): MakeValue {
  if (format === 'date-time')
    return (draw, at) =>
      instantOf(at + pick(draw, path, [-hour / 2, -6 * hour, -second, 0, 2 * day, 90 * day]));
  if (format === 'date') {
    return (draw, at) =>
      instantOf(at + pick(draw, path, [-14_000 * day, -day, 0, 2 * day, 60 * day, 400 * day])).slice(0, 10);
  }
  if (pattern !== undefined) return matching(pattern, path);
  return (draw) => `${marked}${path} ${pick(draw, path, others)}`.padEnd(minLength, '.').slice(0, maxLength);
}

function numberOf({ minimum = 0, maximum = minimum + 3 }: FormSchema, path: string): MakeValue {
  const least = Math.ceil(minimum);
  return (draw) => Math.min(maximum, least + draw(path, 3));
}

function listOf(
  { items = {}, minItems = 0, maxItems = minItems + 2 }: FormSchema,
  path: string,
  known: ExamplesOf,
): MakeValue {
  const each = Array.from({ length: Math.min(maxItems, minItems + 2) }, (_, index) =>
    valuesOf(items, `${path}.${index}`, known),
  );
  return (draw, at) =>
    each
      .slice(0, minItems + draw(`${path} length`, each.length - minItems + 1))
      .map((make) => make(draw, at));
}

function objectOf(
  { properties = {}, required = [] }: FormSchema,
  path: string,
  known: ExamplesOf,
): MakeValue {
  const fields = Object.entries(properties).map(([name, schema]) => {
    const inner = path === '' ? name : `${path}.${name}`;
    return { name, isRequired: required.includes(name), inner, make: valuesOf(schema, inner, known) };
  });
  return (draw, at) =>
    Object.fromEntries(
      fields
        .filter(({ isRequired, inner }) => isRequired || draw(`${inner} is there`, 3) > 0)
        .map(({ name, make }) => [name, make(draw, at)]),
    );
}
