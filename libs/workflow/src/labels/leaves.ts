import { z } from 'zod';
import { remembered } from '../remembered.js';
import { insideOf } from './value-type.js';

/** A value in data, at the end of the names that lead to it. */
export interface Leaf {
  /** `assurance.instrument.validUntil`. What stands in the objects of a list has the path of the list; `*` is any key of a record. */
  readonly path: string;
  readonly schema: z.ZodType;
}

/** The values that data of a schema can have, each once, in the order of the schema. */
export const leavesOf = remembered((schema: z.ZodType): readonly Leaf[] => {
  const found = new Map<string, z.ZodType>();
  collect(schema, '', found);
  return [...found].map(([path, leaf]) => ({ path, schema: leaf }));
});

function collect(schema: z.ZodType, path: string, found: Map<string, z.ZodType>): void {
  const inner = insideOf(schema);
  const parts = partsOf(inner);
  if (parts === undefined) {
    if (!found.has(path)) found.set(path, inner);
    return;
  }
  for (const [name, part] of parts) collect(part, [path, name].filter((one) => one !== '').join('.'), found);
}

/** What stands inside a schema, by name; without a name what is in its place; `undefined` where it is a value itself. */
function partsOf(schema: z.ZodType): readonly (readonly [string, z.ZodType])[] | undefined {
  if (schema instanceof z.ZodObject) return Object.entries(schema.shape);
  if (schema instanceof z.ZodRecord) return [['*', schema.valueType as z.ZodType]];
  if (schema instanceof z.ZodArray) {
    const element = insideOf(schema.element as z.ZodType);
    return partsOf(element) === undefined ? undefined : [['', element]];
  }
  if (schema instanceof z.ZodUnion) {
    const options = schema.options.map((one) => insideOf(one as z.ZodType));
    return options.every((one) => partsOf(one) !== undefined) ? options.map((one) => ['', one]) : undefined;
  }
  return undefined;
}

/** The paths of the values in some data, without the numbers of list items. An empty list or object has none. */
export function pathsIn(data: unknown, path = ''): readonly string[] {
  if (data === undefined) return [];
  if (Array.isArray(data)) return [...new Set(data.flatMap((item) => pathsIn(item, path)))];
  if (typeof data !== 'object' || data === null) return [path];
  return Object.entries(data).flatMap(([name, inner]) =>
    pathsIn(inner, path === '' ? name : `${path}.${name}`),
  );
}

/** Whether a path in data is one of a schema, in which `*` is any name. */
export function isPathOf(pattern: string, path: string): boolean {
  const [steps, given] = [pattern.split('.'), path.split('.')];
  return steps.length === given.length && steps.every((step, index) => step === '*' || step === given[index]);
}
