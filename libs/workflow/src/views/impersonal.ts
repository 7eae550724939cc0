import { z } from 'zod';
import { dataClassOf, personalFields } from '../event.js';
import { remembered } from '../remembered.js';

/** Data of an event without what its schema marks as personal. */
export function impersonal(schema: z.ZodType, data: unknown): unknown {
  return hasPersonalField(schema) ? without(schema, data) : data;
}

const hasPersonalField = remembered((schema: z.ZodType): boolean => personalFields(schema).size > 0);

/** It goes where `personalFields` looks; a mark elsewhere is refused by the check. */
function without(schema: z.ZodType, data: unknown): unknown {
  if (dataClassOf(schema) !== undefined) return undefined;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable)
    return without(schema.unwrap() as z.ZodType, data);
  if (schema instanceof z.ZodArray && Array.isArray(data))
    return data.map((item) => without(schema.element as z.ZodType, item));
  if (!(schema instanceof z.ZodObject) || typeof data !== 'object' || data === null) return data;
  const kept = Object.entries(data).map(([field, value]) => {
    const inner = schema.shape[field] as z.ZodType | undefined;
    return [field, inner === undefined ? undefined : without(inner, value)] as const;
  });
  return Object.fromEntries(kept.filter(([, value]) => value !== undefined));
}
