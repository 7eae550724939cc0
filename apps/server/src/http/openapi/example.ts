import type { JsonSchema } from './schemas.js';

// A field with a pattern gets the first of these texts that matches, or no example.
const texts = ['A-1', '7', '1979', '0'.repeat(64)];
const formats: Readonly<Record<string, string>> = {
  date: '2025-12-31',
  'date-time': '2025-01-31T07:00:00.000Z',
};

/**
 * A value that fits a schema, as an example for people: a text is the title of its field, so it says what
 * belongs there. It has the fields that must be there and the `chosen` ones. Schemas cannot express how
 * fields depend on each other, so the caller must let the form itself check the example.
 */
export function exampleOf(schema: JsonSchema, chosen: readonly string[] = []): unknown {
  const {
    enum: values,
    anyOf,
    oneOf,
    type,
  } = schema as {
    readonly enum?: readonly unknown[];
    readonly anyOf?: readonly JsonSchema[];
    readonly oneOf?: readonly JsonSchema[];
    readonly type?: string;
  };
  if ('const' in schema) return schema['const'];
  const [choice] = values ?? [];
  if (choice !== undefined) return choice;
  const [branch] = anyOf ?? oneOf ?? [];
  if (branch !== undefined) return exampleOf({ ...branch, title: schema['title'] }, chosen);
  if (type === 'object') return objectOf(schema, chosen);
  if (type === 'array') return listOf(schema);
  if (type === 'integer' || type === 'number') return Number(schema['minimum'] ?? 0);
  return type === 'boolean' ? true : textOf(schema);
}

function listOf({ title, items, minItems }: JsonSchema): readonly unknown[] {
  const item = { title, ...(items as JsonSchema) };
  return Array.from({ length: Number(minItems ?? 1) }, () => exampleOf(item));
}

function objectOf(schema: JsonSchema, chosen: readonly string[]): JsonSchema {
  const optional = optionalFields(schema);
  const shown = fieldsOf(schema).filter(([name]) => !optional.includes(name) || chosen.includes(name));
  return Object.fromEntries(shown.map(([name, field]) => [name, exampleOf(field)]));
}

/** The fields of an object that may be left out. */
export const optionalFields = (schema: JsonSchema): readonly string[] =>
  fieldsOf(schema)
    .map(([name]) => name)
    .filter((name) => !((schema['required'] ?? []) as readonly string[]).includes(name));

const fieldsOf = ({ properties = {} }: JsonSchema): readonly (readonly [string, JsonSchema])[] =>
  Object.entries(properties as Record<string, JsonSchema>);

function textOf({ format, pattern, title }: JsonSchema): string | undefined {
  if (typeof pattern === 'string') return texts.find((text) => new RegExp(pattern, 'u').test(text));
  const known = typeof format === 'string' ? formats[format] : undefined;
  return known ?? (typeof title === 'string' ? title : texts[0]);
}
