import { z } from 'zod';
import { invalidField } from './problem.js';

/** Where a page begins, as opaque text that clients send back: base64url of JSON. */
export const writeCursor = (value: unknown): string =>
  Buffer.from(JSON.stringify(value)).toString('base64url');

/** An instant of a cursor, as the server writes it: a database compares nothing else with a time. */
export const cursorInstant = z.iso.datetime({ precision: 3 });

/** A text of a cursor. No database has a text with NUL. */
export const cursorText = z.string().refine((text) => !text.includes('\u0000'));

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
