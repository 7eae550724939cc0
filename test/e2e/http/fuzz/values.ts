import type { Random } from './random.js';

export type JsonSchema = Readonly<Record<string, unknown>>;
export type Schemas = Readonly<Record<string, JsonSchema>>;

/** Values that clients send by mistake. */
const nasty: readonly unknown[] = [
  null,
  true,
  -1,
  1e308,
  -0.5,
  99_999_999_999_999_999_999,
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  '0x10',
  'a\u0000b',
  '\u202eevil',
  '\u2066x\u2069',
  'ا\u0651\u0640\u0640',
  '🙂'.repeat(99),
  'x'.repeat(5000),
  "' or 1=1; --",
  '../../etc/passwd',
  '%00',
  '${7*7}',
  '<script>alert(1)</script>',
  '__proto__',
  'constructor',
  'W/"7"',
  '"', // half a tag
  '2025-13-45T99:99:99Z',
  '0000-00-00T00:00:00Z',
  '9999-12-31T23:59:59.999999999Z',
  '-271821-04-20T00:00:00Z',
  '2025-02-30',
  'eyJhIjoxfQ',
  'W10',
  'WyJyZWZlcmVuY2UiLCJ4Il0',
  [],
  {},
  [[[[[[[[]]]]]]]],
  { $gt: '' },
  ['a', 'b'],
  '00000000-0000-8000-8000-000000000000',
  // Dates of several calendars, and a text of each script.
  '1447-07-11',
  '1403-05-05T00:00:00+03:30',
  '2568-03-01',
  '٢٠٢٥-٠١-٣١',
  '令和7年1月31日',
  'Ζ\u20111',
  'QAIM\u200b-1',
  'ﷺ-1',
  '𞤢𞤣-1',
  '𐎠𐎡',
  'ሰላም',
  'नमस्ते',
  'שלום',
  '한글\u3164',
  // More items than anybody types; a body takes as many.
  Array<number>(500_000).fill(1),
];

export const nastyValue = (random: Random): unknown => random.pick(nasty);

/**
 * A value that a schema of the document describes, more or less; what its pattern asks for comes from its
 * examples.
 */
export function valueOf(schema: JsonSchema, schemas: Schemas, random: Random, depth = 0): unknown {
  const reference = schema['$ref'];
  if (typeof reference === 'string') {
    return valueOf(schemas[reference.split('/').at(-1) ?? ''] ?? {}, schemas, random, depth);
  }
  const examples = schema['examples'];
  if (Array.isArray(examples) && examples.length > 0) return random.pick(examples as unknown[]);
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return random.pick(schema['enum'] as unknown[]);
  for (const union of [schema['anyOf'], schema['oneOf']]) {
    if (Array.isArray(union)) return valueOf(random.pick(union as JsonSchema[]), schemas, random, depth);
  }
  return plainValue(schema, schemas, random, depth);
}

function plainValue(schema: JsonSchema, schemas: Schemas, random: Random, depth: number): unknown {
  switch (schema['type']) {
    case 'string':
      return stringOf(schema, random);
    case 'integer':
    case 'number':
      return Number(schema['minimum'] ?? 0) + random.below(50);
    case 'boolean':
      return random.chance(0.5);
    case 'array':
      return Array.from({ length: random.below(4) }, () =>
        valueOf((schema['items'] ?? {}) as JsonSchema, schemas, random, depth + 1),
      );
    case 'object':
      return objectOf(schema, schemas, random, depth);
    default:
      return nastyValue(random);
  }
}

function stringOf({ format, pattern }: JsonSchema, random: Random): string {
  if (format === 'date-time')
    return `20${random.below(90) + 10}-0${random.below(9) + 1}-1${random.below(10)}T00:00:00Z`;
  if (format === 'date') return `2024-0${random.below(9) + 1}-1${random.below(10)}`;
  if (pattern !== undefined) return random.pick(['7', 'abc', '1979', 'a'.repeat(64)]);
  return random.pick(['text', 'نص عربي', 'a-1', 'x y z']);
}

function objectOf(
  schema: JsonSchema,
  schemas: Schemas,
  random: Random,
  depth: number,
): Record<string, unknown> {
  const required = (schema['required'] ?? []) as readonly string[];
  const fields = Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>);
  const chosen = fields.filter(([name]) => required.includes(name) || random.chance(0.6));
  return Object.fromEntries(
    chosen.map(([name, field]) => [name, depth > 6 ? null : valueOf(field, schemas, random, depth + 1)]),
  );
}
