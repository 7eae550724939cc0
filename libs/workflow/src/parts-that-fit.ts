import type { z } from 'zod';

/** What of an input a form takes, and what it does not take, as it was sent. */
export interface Parts {
  readonly fitting: Readonly<Record<string, unknown>>;
  readonly left: ReadonlyMap<string, unknown>;
}

/** The name under which an input is left that has no fields. */
const whole = 'data';

/**
 * Parses the fields of an input that fit a form whose fields are all optional, and leaves the others. Whatever was sent,
 * nothing of it is lost and nothing is refused.
 */
export function partsThatFit(form: z.ZodType, input: unknown): Parts {
  if (input === undefined || input === null) return { fitting: {}, left: new Map() };
  if (typeof input !== 'object' || Array.isArray(input))
    return { fitting: {}, left: new Map([[whole, input]]) };
  const [fields, left] = [new Map<string, unknown>(Object.entries(input)), new Map<string, unknown>()];
  while (fields.size > 0) {
    const parsed = form.safeParse(Object.fromEntries(fields));
    if (parsed.success) return { fitting: parsed.data as Parts['fitting'], left };
    const named = fieldsIn(parsed.error).filter((field) => fields.has(field));
    // A rule about several fields names none; then no field is known to fit.
    for (const field of named.length > 0 ? named : [...fields.keys()]) {
      left.set(field, fields.get(field));
      fields.delete(field);
    }
  }
  return { fitting: {}, left };
}

const fieldsIn = ({ issues }: z.ZodError): readonly string[] =>
  issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys' && issue.path.length === 0
      ? issue.keys
      : issue.path.slice(0, 1).map(String),
  );
