import { z } from 'zod';

export type JsonSchema = Record<string, unknown>;

/** The schemas of a document by name: each named one once, wherever it is used. */
export class Schemas {
  readonly byName: Record<string, JsonSchema> = {};
  private readonly known = {
    input: new Map<z.ZodType, JsonSchema>(),
    output: new Map<z.ZodType, JsonSchema>(),
  };

  /**
   * A schema as the document shows it. `input` is what a client sends, `output` what it gets.
   * @throws Error  two schemas have one name
   */
  of(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
    const known =
      this.known[io].get(schema) ?? this.take(z.toJSONSchema(schema, { io, unrepresentable: 'any' }));
    this.known[io].set(schema, known);
    return known;
  }

  /** Moves the definitions of a JSON Schema to where the whole document has them. */
  take(schema: object): JsonSchema {
    const { $schema: _dialect, $defs, ...rest } = relocated(schema) as JsonSchema;
    for (const [name, definition] of Object.entries(($defs ?? {}) as Record<string, JsonSchema>)) {
      this.name(name, definition);
    }
    return rest;
  }

  /**
   * Gives a schema a name of its own. @returns a reference to it
   * @throws Error  two schemas have one name
   */
  name(name: string, schema: JsonSchema): JsonSchema {
    const known = this.byName[name];
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(schema)) {
      throw new Error(`two schemas are called ${name}; give one of them another id`);
    }
    this.byName[name] = schema;
    return { $ref: `#/components/schemas/${name}` };
  }
}

/**
 * The same with references that lead into the document, and choices written as generators understand them.
 */
function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => {
    const isReference = name === '$ref' && typeof inner === 'string';
    return [name, isReference ? inner.replace('#/$defs/', '#/components/schemas/') : relocated(inner)];
  });
  return withPlainChoice(Object.fromEntries(entries) as JsonSchema);
}

/**
 * Rewrites a choice without changing its meaning: a value that may be null has two types, and a value that is
 * always a text has the type text.
 */
function withPlainChoice(schema: JsonSchema): JsonSchema {
  const { anyOf, ...rest } = schema as { readonly anyOf?: readonly JsonSchema[] };
  if (anyOf === undefined) return schema;
  const [only, ...others] = anyOf.filter(({ type }) => type !== 'null');
  if (anyOf.every(({ type }) => type === 'string')) return { ...rest, type: 'string', anyOf };
  if (only === undefined || others.length > 0 || anyOf.length !== 2) return schema;
  if (typeof only['type'] !== 'string' || 'enum' in only) return { ...rest, oneOf: anyOf };
  return { ...only, ...rest, type: [only['type'], 'null'] };
}
