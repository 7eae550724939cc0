import type { z } from 'zod';
import { codeOf, line } from './field.js';
import type { FormSchema } from './form-schema.js';
import { markedFields } from './marked-fields.js';
import type { AnyWorkflowSource } from './define-workflow.js';
import { personRolesKey } from './person-fields.js';
import { registryKey, type RegistryMark } from './registry-mark.js';
import { remembered } from './remembered.js';

/** A field that takes a code of a register, as `codeOf`; the register can be asked for by its name. */
export const codeFrom = <const Code extends string>(registry: string, codes: readonly Code[]) =>
  codeOf(codes).meta({ [registryKey]: { name: registry, closed: true } satisfies RegistryMark });

/** A short text, as `line`, for which a registry offers some; any other text is taken as well. */
export const lineFrom = (registry: string, suggestions: readonly string[]): typeof line =>
  line.meta({
    [registryKey]: { name: registry, closed: false } satisfies RegistryMark,
    examples: [...suggestions],
  });

/** A registry as one field has it. */
export interface Registry extends RegistryMark {
  /** In the order in which the author lists them. */
  readonly values: readonly string[];
}

/** Every registry of a workflow's forms, by name; of fields that contradict each other the first one. */
export const registriesOf = remembered(
  ({ commands }: Pick<AnyWorkflowSource, 'commands'>): ReadonlyMap<string, Registry> => {
    const fields = Object.values(commands).flatMap(({ input }) => registryFieldsOf(input));
    return new Map(fields.toReversed().map((registry) => [registry.name, registry]));
  },
);

/** The registries of the fields of a form. */
export const registryFieldsOf = (form: z.ZodType): readonly Registry[] =>
  fieldsOf(form).map(({ mark }) => mark);

const fieldsOf = markedFields((schema) => {
  const mark = registryMarkOf(schema);
  if (mark === undefined) return undefined;
  const { enum: codes, examples } = schema;
  return { ...mark, values: ((mark.closed ? codes : examples) ?? []) as readonly string[] };
});

/** What a field says of its registry; `undefined` for one that has none, or names a person, who is in no list. */
const registryMarkOf = (schema: FormSchema): RegistryMark | undefined =>
  schema[personRolesKey] === undefined ? (schema[registryKey] as RegistryMark | undefined) : undefined;
