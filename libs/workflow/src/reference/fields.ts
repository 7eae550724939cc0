import { z } from 'zod';

/** A field in the reference: its name, its type such as `QAIM` or `RUTBA`, and whether it is required. */
export interface FieldLine {
  readonly name: string;
  readonly type: string;
  readonly required: boolean;
}

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/**
 * The fields of an object as it is sent or stored. Of a choice between objects: a field is required if all
 * have it.
 */
export function fieldsOf(schema: z.ZodType): readonly FieldLine[] {
  const whole = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;
  const branches = choicesOf(whole) ?? [whole];
  const names = new Set(branches.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].map((name) => {
    const types = branches.flatMap(({ properties }) => properties?.[name] ?? []).map(typeOf);
    return {
      name,
      type: [...new Set(types)].join(' | '),
      required: branches.every(({ required = [] }) => required.includes(name)),
    };
  });
}

const choicesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] | undefined => anyOf ?? oneOf;

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return schema.enum.map(String).join(' | ');
  if (schema.type === 'array') return `${bracketed(typeOf(schema.items ?? {}))}[]`;
  return choicesOf(schema)?.map(typeOf).join(' | ') ?? schema.format ?? schema.type ?? 'any';
}

const bracketed = (type: string): string => (type.includes(' ') ? `(${type})` : type);
