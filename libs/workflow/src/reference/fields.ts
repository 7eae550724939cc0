import type { z } from 'zod';
import { formSchemaOf } from '../form-schema.js';

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
 * The fields of an object as it is sent or stored, and behind each those inside it, by their dotted names; `[]` stands
 * for the objects of a list. Of a choice between objects: a field is required if all have it.
 */
export function fieldsOf(schema: z.ZodType): readonly FieldLine[] {
  return fieldsIn([formSchemaOf(schema)], '');
}

function fieldsIn(schemas: readonly Schema[], prefix: string): readonly FieldLine[] {
  const branches = schemas.flatMap(branchesOf).filter(({ properties }) => properties !== undefined);
  const names = new Set(branches.flatMap(({ properties = {} }) => Object.keys(properties)));
  return [...names].flatMap((name) => {
    const found = branches.flatMap(({ properties }) => properties?.[name] ?? []);
    const line = {
      name: prefix + name,
      type: [...new Set(found.map(typeOf))].join(' | '),
      required: branches.every(({ required = [] }) => required.includes(name)),
    };
    const items = found.flatMap(branchesOf).flatMap((one) => one.items ?? []);
    return [line, ...fieldsIn(found, `${line.name}.`), ...fieldsIn(items, `${line.name}[].`)];
  });
}

/** The schemas of which a value follows one. */
const branchesOf = (schema: Schema): readonly Schema[] => choicesOf(schema)?.flatMap(branchesOf) ?? [schema];

const choicesOf = ({ anyOf, oneOf }: Schema): readonly Schema[] | undefined => anyOf ?? oneOf;

function typeOf(schema: Schema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum !== undefined) return choiceOf(schema.enum.map(String));
  if (schema.type === 'array') return `${bracketed(typeOf(schema.items ?? {}))}[]`;
  return choicesOf(schema)?.map(typeOf).join(' | ') ?? schema.format ?? schema.type ?? 'any';
}

/** A long register is told by its first codes and their number. */
function choiceOf(codes: readonly string[]): string {
  const told = codes.length <= codesMax ? codes : [...codes.slice(0, 3), `… (${codes.length} codes)`];
  return told.join(' | ');
}

const codesMax = 20;

const bracketed = (type: string): string => (type.includes(' ') ? `(${type})` : type);
