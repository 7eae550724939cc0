import type { z } from 'zod';
import { invalidField } from './problem.js';

/** Where a page begins, as opaque text that clients send back: base64url of JSON. */
export const writeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/**
 * Reads a cursor. A client sent it, so it is parsed by a schema.
 * @throws HttpProblem REQUEST_INVALID
 */
export function readCursor<S extends z.ZodType>(
  schema: S,
  cursor: string | undefined,
): z.output<S> | undefined {
  if (cursor === undefined) return undefined;
  const parsed = schema.safeParse(parse(cursor));
  if (parsed.success) return parsed.data;
  throw invalidField(
    'query.cursor',
    'invalid_cursor',
    'must be the `next` of an earlier page of this very list',
  );
}

function parse(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
