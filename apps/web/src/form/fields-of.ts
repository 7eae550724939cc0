import type { FactTitle } from '../api/queries.js';
import { asIs } from '../language/as-is.js';
import type { InBoth } from '../language/locale.js';

/** A JSON Schema of a form, as far as forms use it. Names with `x-` are of this API: texts in both languages and more. */
export interface Schema {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly const?: unknown;
  readonly enum?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly 'x-titles'?: InBoth;
  readonly 'x-hints'?: InBoth;
  readonly 'x-values'?: Readonly<Record<string, InBoth>>;
  readonly 'x-order'?: number;
  readonly 'x-widget'?: string;
  readonly 'x-person-roles'?: readonly string[];
  /** What can be chosen where something else can be typed as well, each with what it is called. */
  readonly 'x-offers'?: Readonly<Record<string, InBoth>>;
  readonly 'x-registry'?: { readonly name: string; readonly closed: boolean };
}

export type Kind =
  | 'line'
  | 'text'
  | 'number'
  | 'day'
  | 'partialDay'
  | 'instant'
  | 'choice'
  | 'registry'
  | 'offered'
  | 'choices'
  | 'yesNo'
  | 'declaration'
  | 'fileHash'
  | 'lines'
  | 'group'
  | 'groups';

/** One field of a form. */
export interface Field {
  /** Where its value stands in the data: `criteria.specific.answer`. */
  readonly path: string;
  readonly kind: Kind;
  readonly schema: Schema;
  readonly titles: InBoth;
  readonly isRequired: boolean;
  /** Of a group: its own fields, by paths of their own. */
  readonly fields: readonly Field[];
}

const shortCharacters = 500;

/** The fields of a form in the order in which they are asked. */
export function fieldsOf(form: Schema, at = ''): readonly Field[] {
  const required = new Set(form.required ?? []);
  return Object.entries(form.properties ?? {})
    .map(([name, schema]) => fieldOf(name, schema, { at, isRequired: required.has(name) }))
    .sort((one, other) => (one.schema['x-order'] ?? 0) - (other.schema['x-order'] ?? 0));
}

interface Place {
  readonly at: string;
  readonly isRequired: boolean;
}

function fieldOf(name: string, schema: Schema, { at, isRequired }: Place): Field {
  const path = at === '' ? name : `${at}.${name}`;
  const kind = kindOf(schema);
  return {
    ...{ path, kind, schema, isRequired },
    titles: schema['x-titles'] ?? asIs(name),
    fields: kind === 'group' ? fieldsOf(schema, path) : kind === 'groups' ? fieldsOf(schema.items ?? {}) : [],
  };
}

const sha256 = /\{64\}/;

/** How a value is asked for, by what its schema says. */
export function kindOf(schema: Schema): Kind {
  if (schema.const !== undefined) return 'declaration';
  if (schema['x-registry'] !== undefined && schema.type === 'string') return 'registry';
  if (schema['x-offers'] !== undefined) return 'offered';
  if (schema.enum !== undefined) return 'choice';
  const ways = schema.anyOf ?? schema.oneOf;
  if (ways !== undefined) return ofSeveral(ways);
  if (schema.type === 'boolean') return 'yesNo';
  if (schema.type === 'integer' || schema.type === 'number') return 'number';
  if (schema.type === 'array') return ofList(schema.items ?? {});
  return schema.type === 'object' ? 'group' : ofText(schema);
}

function ofSeveral(ways: readonly Schema[]): Kind {
  if (ways.some(({ pattern }) => pattern !== undefined)) return 'partialDay';
  if (ways.some(({ format }) => format === 'date')) return 'day';
  const [first] = ways;
  return first === undefined ? 'line' : kindOf(first);
}

function ofList({ enum: values, type }: Schema): Kind {
  if (values !== undefined) return 'choices';
  return type === 'object' ? 'groups' : 'lines';
}

function ofText({ format, pattern, maxLength }: Schema): Kind {
  if (format === 'date') return 'day';
  if (format === 'date-time') return 'instant';
  if (pattern !== undefined && sha256.test(pattern)) return 'fileHash';
  return maxLength !== undefined && maxLength > shortCharacters ? 'text' : 'line';
}

/** How what was answered to a field is shown: as the type of a fact. */
export function factTypeOf({ kind, schema }: Field): FactTitle['type'] {
  if (schema['x-person-roles'] !== undefined) return 'person';
  if (kind === 'fileHash') return 'hash';
  if (kind === 'line' || kind === 'text') return 'text';
  return choosing.includes(kind) ? 'code' : 'list';
}

/** What is answered in codes, each with words of its own. */
const choosing: readonly Kind[] = ['choice', 'choices', 'registry', 'offered'];
