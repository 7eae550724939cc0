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
      const known = this.byName[name];
      if (known !== undefined && JSON.stringify(known) !== JSON.stringify(definition)) {
        throw new Error(`two schemas are called ${name}; give one of them another id`);
      }
      this.byName[name] = definition;
    }
    return rest;
  }
}

/** The same with references that lead into the document. */
function relocated(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(relocated);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => {
      const isReference = name === '$ref' && typeof inner === 'string';
      return [name, isReference ? inner.replace('#/$defs/', '#/components/schemas/') : relocated(inner)];
    }),
  );
}
