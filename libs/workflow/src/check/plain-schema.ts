import { z } from 'zod';

/** A part of a schema that may not be stored, with its field. */
export interface NotPlain {
  readonly path: string;
  readonly what: string;
  readonly remedy: string;
}

const plain = 'store strict plain JSON: z.strictObject, no default, transform, date or bigint';
const forForms = 'write z.string() in the event; line, paragraph, identifier and personId are for forms';
const timeForForms = 'write instant in the event; instantField is for forms';

const plainKinds = new Set<string>([
  'string',
  'number',
  'boolean',
  'null',
  'enum',
  'literal',
  'object',
  'array',
  'tuple',
  'record',
  'union',
  'optional',
  'nullable',
]);

/**
 * Finds everything in an event schema that would change the meaning of the log later: defaults and transforms
 * change what was recorded, loose objects let unknown fields through, and JSON knows no dates or bigints.
 */
export function notPlain(schema: z.ZodType): readonly NotPlain[] {
  const found: NotPlain[] = [];
  if (!(schema instanceof z.ZodObject)) found.push({ path: '', what: 'is no object', remedy: plain });
  eachSchema(schema, (path, inner) => {
    const fault = faultIn(inner);
    if (fault !== undefined) found.push({ path, ...fault });
    return true;
  });
  return found;
}

/**
 * Visits a schema and the schemas inside it, with the names of the fields that lead there. A visitor that
 * answers `false` is not shown what is inside.
 */
export function eachSchema(
  schema: z.ZodType,
  visit: (path: string, schema: z.ZodType) => boolean,
  path = '',
): void {
  if (!visit(path, schema)) return;
  for (const [name, inner] of innerSchemas(schema)) {
    eachSchema(inner, visit, [path, name].filter((part) => part !== '').join('.'));
  }
}

/** The schemas directly inside one, each with its field name, or without one where the field is the same. */
function innerSchemas(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] {
  const unnamed = (inner: readonly unknown[]) => inner.map((each) => ['', each as z.ZodType] as const);
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (schema instanceof z.ZodArray) return unnamed([schema.element]);
  if (schema instanceof z.ZodRecord) return unnamed([schema.keyType, schema.valueType]);
  if (schema instanceof z.ZodUnion) return unnamed(schema.options);
  if (schema instanceof z.ZodTuple) return unnamed(schema.def.items);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return unnamed([schema.unwrap()]);
  // A text that is tidied first has the form of the schema that then parses it.
  if (schema instanceof z.ZodPipe && schema.in instanceof z.ZodTransform) return unnamed([schema.out]);
  return [];
}

function faultIn(schema: z.ZodType): Omit<NotPlain, 'path'> | undefined {
  const { type } = schema.def;
  if (!plainKinds.has(type)) return { what: `uses ${type}`, remedy: isTime(schema) ? timeForForms : plain };
  if (schema instanceof z.ZodObject && !(schema.def.catchall instanceof z.ZodNever))
    return { what: 'is an object that lets unknown fields through', remedy: plain };
  if ('coerce' in schema.def && schema.def.coerce === true)
    return { what: 'coerces what it is given', remedy: plain };
  // `trim`, `toLowerCase` and similar are checks that change the value.
  const writes = schema.def.checks?.some((check) => check._zod.def.check === 'overwrite');
  return writes === true ? { what: 'rewrites the text it is given', remedy: forForms } : undefined;
}

const isTime = (schema: z.ZodType): boolean => schema.meta()?.['format'] === 'date-time';
